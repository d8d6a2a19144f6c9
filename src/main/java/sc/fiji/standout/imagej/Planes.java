package sc.fiji.standout.imagej;

import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;

import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.process.ImageProcessor;

/**
 * The pixel arrays of the slices of one image, read when asked for, by any thread. Of a virtual stack the last few
 * slices are kept, so that many ROIs of one slice read it once.
 */
final class Planes {

	private final ImagePlus image;
	private final ImageStack stack;
	private final String title;
	private final int size;
	private final Map<Integer, Object> cache;

	/** @param kept how many slices of a virtual stack are kept */
	Planes(final ImagePlus image, final int kept) {
		this.image = image;
		stack = image.getStack();
		title = image.getTitle();
		size = image.getStackSize();
		cache = new LinkedHashMap<>(16, 0.75f, true) {

			@Override
			protected boolean removeEldestEntry(final Map.Entry<Integer, Object> eldest) {
				return size() > kept;
			}
		};
	}

	ImagePlus image() {
		return image;
	}

	String title() {
		return title;
	}

	/** How many slices there were when the items were made. */
	int size() {
		return size;
	}

	/** The first line of a slice label, or the class of a picture of a folder; "" where there is none. */
	String label(final int slice) {
		if (stack instanceof FolderStack folder) return folder.className(slice);
		final String label = stack.getSliceLabel(slice);
		return label == null ? "" : label.lines().findFirst().orElse("").trim();
	}

	/** The file of a slice, as its path below the folder that was opened; "" where there is none. */
	String file(final int slice) {
		return stack instanceof FolderStack folder ? folder.picture(slice).name() : "";
	}

	/**
	 * The pixels of one slice, not to be written to.
	 *
	 * @param slice position in the stack, from 1
	 * @return byte[], short[], float[], or int[] (RGB) of width * height values
	 * @throws IllegalStateException when the image was closed, lost slices, or cannot be read
	 */
	Object pixels(final int slice) {
		checkOpen();
		Object pixels;
		try {
			pixels = stack.isVirtual() ? virtual(slice) : stack.getPixels(slice);
		}
		catch (final RuntimeException e) {
			checkOpen();
			throw unreadable(slice, e);
		}
		// ImageJ empties the arrays of a closed stack one by one, while others may be reading it
		if (pixels == null) {
			checkOpen();
			throw unreadable(slice, null);
		}
		return pixels;
	}

	/** Not every virtual stack can be asked by two threads at once, and some fill one array again and again. */
	private Object virtual(final int slice) {
		synchronized (cache) {
			Object pixels = cache.get(slice);
			if (pixels == null) {
				final ImageProcessor processor;
				if (stack instanceof FolderStack folder) processor = folder.canvas(slice);
				else {
					checkFile(slice);
					processor = stack.getProcessor(slice);
				}
				pixels = processor == null ? null : processor.getPixelsCopy();
				if (pixels != null) cache.put(slice, pixels);
			}
			return pixels;
		}
	}

	/** ImageJ answers a missing file with a blank image, which would then be analysed. */
	private void checkFile(final int slice) {
		if (!(stack instanceof VirtualStack files)) return;
		final String directory = files.getDirectory();
		final String name = directory == null || directory.isEmpty() ? null : files.getFileName(slice);
		if (name == null || directory.contains("://")) return;
		final File file = new File(directory, name);
		if (!file.exists()) throw new IllegalStateException("Slice " + slice + " of '" + title +
			"' cannot be read, because the file '" + file + "' is gone; put it back or open the stack again.");
	}

	/**
	 * A flushed image has no processor any more, whether it had a window or not.
	 *
	 * @throws IllegalStateException when the image was closed or lost slices
	 */
	void checkOpen() {
		if (!image.isProcessor()) throw new IllegalStateException("The image '" + title +
			"' was closed while its items were read; open it again and repeat the step.");
		if (stack.size() < size) throw new IllegalStateException("The image '" + title + "' has " + stack.size() +
			" slices now, but had " + size + " when its items were made; repeat the features step.");
	}

	private IllegalStateException unreadable(final int slice, final RuntimeException cause) {
		if (cause instanceof IllegalStateException told) return told;
		return new IllegalStateException("Slice " + slice + " of '" + title + "' cannot be read" + (cause == null ? ""
			: " (" + cause.getMessage() + ")") + "; open the image again and repeat the step.", cause);
	}
}
