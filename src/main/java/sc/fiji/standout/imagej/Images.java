package sc.fiji.standout.imagej;

import java.util.Arrays;
import java.util.stream.Collectors;

import ij.ImagePlus;
import ij.WindowManager;

/** Finds open images, with and without windows, in batch mode too. */
public final class Images {

	private Images() {}

	/**
	 * The image with this title, or else this ID; the active image where the text is empty.
	 *
	 * @throws IllegalArgumentException when there is none; the sentence lists the open images
	 */
	public static ImagePlus find(final String titleOrEmpty) {
		final String title = titleOrEmpty == null ? "" : titleOrEmpty.trim();
		if (title.isEmpty()) return require(WindowManager.getCurrentImage());
		final ImagePlus exact = WindowManager.getImage(titleOrEmpty);
		final ImagePlus named = exact == null ? WindowManager.getImage(title) : exact;
		if (named != null) return require(named);
		final ImagePlus numbered = title.matches("-\\d{1,9}") ? WindowManager.getImage(Integer.parseInt(title)) : null;
		if (numbered != null) return require(numbered);
		final String[] open = WindowManager.getImageTitles();
		throw new IllegalArgumentException("There is no image '" + title + "'; " + (open.length == 0
			? "no image is open." : "open are " + Arrays.stream(open).map(t -> "'" + t + "'").collect(Collectors.joining(
				", ")) + "."));
	}

	/**
	 * The image itself, when it is one: SciJava hands a command an image of 0 x 0 pixels where none is open.
	 *
	 * @throws IllegalArgumentException when it is null, empty or closed
	 */
	public static ImagePlus require(final ImagePlus image) {
		if (image == null || image.getWidth() == 0 || image.getHeight() == 0 || !image.isProcessor())
			throw new IllegalArgumentException("There is no image; open a stack first.");
		return image;
	}
}
