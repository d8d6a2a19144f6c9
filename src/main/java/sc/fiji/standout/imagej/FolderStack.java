package sc.fiji.standout.imagej;

import java.awt.Color;
import java.awt.Font;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import sc.fiji.standout.imagej.picture.Picture;
import sc.fiji.standout.imagej.picture.PictureFolder;
import sc.fiji.standout.imagej.picture.PixelType;

/**
 * The pictures of a folder as a virtual stack: each slice is a picture scaled to the canvas, read from its file when
 * shown. The slice label is the path of the file below the folder. Slices can be deleted; the files stay.
 */
final class FolderStack extends VirtualStack {

	/** How many slices are kept as they were shown last. */
	private static final int KEPT = 8;

	private final Map<String, Picture> pictures = new HashMap<>();
	private final PixelType type;
	private final Letterbox letterbox;
	private final boolean classes;
	private final Map<String, ImageProcessor> cache;

	FolderStack(final PictureFolder folder, final Letterbox letterbox) {
		super(letterbox.width(), letterbox.height(), null, folder.folder().getAbsolutePath());
		this.letterbox = letterbox;
		type = folder.type();
		setBitDepth(type.bits());
		boolean subfolders = false;
		for (final Picture picture : folder.pictures()) {
			pictures.put(picture.name(), picture);
			addSlice(picture.name());
			subfolders |= !picture.subfolder().isEmpty();
		}
		classes = subfolders;
		cache = new LinkedHashMap<>(16, 0.75f, true) {

			@Override
			protected boolean removeEldestEntry(final Map.Entry<String, ImageProcessor> eldest) {
				return size() > KEPT;
			}
		};
	}

	/** The type in which all pictures are read. */
	PixelType type() {
		return type;
	}

	/** @param slice position in the stack, from 1 */
	Picture picture(final int slice) {
		return pictures.get(getFileName(translate(slice)));
	}

	/** The subfolder of a picture; where no picture is in a subfolder, its file name. */
	String className(final int slice) {
		return classes ? picture(slice).subfolder() : picture(slice).name();
	}

	/**
	 * A picture on the canvas: a copy.
	 *
	 * @throws IllegalStateException in one sentence, when its file cannot be read
	 */
	ImageProcessor canvas(final int slice) {
		final Picture picture = picture(slice);
		ImageProcessor canvas;
		synchronized (cache) {
			canvas = cache.get(picture.name());
		}
		if (canvas == null) {
			canvas = letterbox.draw(picture.read(type));
			synchronized (cache) {
				cache.put(picture.name(), canvas);
			}
		}
		final ImageProcessor copy = canvas.duplicate();
		copy.setSliceNumber(slice);
		return copy;
	}

	/** A picture that cannot be read is shown as a grey slice that says why. */
	@Override
	public ImageProcessor getProcessor(final int slice) {
		try {
			return canvas(slice);
		}
		catch (final IllegalStateException e) {
			final ImageProcessor notice = notice(e.getMessage());
			notice.setSliceNumber(slice);
			return notice;
		}
	}

	private ImageProcessor notice(final String text) {
		final ImageProcessor notice = new ByteProcessor(getWidth(), getHeight());
		notice.setValue(160);
		notice.fill();
		final int size = Math.max(9, getHeight() / 24);
		notice.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
		notice.setColor(Color.black);
		final StringBuilder lines = new StringBuilder();
		int width = 0;
		for (final String word : text.split("(?<=[ /\\\\])")) {
			width += notice.getStringWidth(word);
			if (width > getWidth() - 2 * size && lines.length() > 0) {
				lines.append('\n');
				width = notice.getStringWidth(word);
			}
			lines.append(word);
		}
		notice.drawString(lines.toString(), size, 2 * size);
		return switch (type) {
			case GREY8 -> notice;
			case GREY16 -> notice.convertToShort(false);
			case GREY32 -> notice.convertToFloat();
			case RGB -> notice.convertToRGB();
		};
	}
}
