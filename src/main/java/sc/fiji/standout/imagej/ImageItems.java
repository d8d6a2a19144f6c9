package sc.fiji.standout.imagej;

import ij.ImagePlus;
import ij.gui.Roi;

import sc.fiji.standout.matrix.Progress;

/**
 * Makes items of an image. Pixels keep their 8-, 16- or 32-bit values (calibration tables are not applied), RGB has
 * three channels, and virtual stacks are read slice by slice. ROIs, labels and tiles have all the channels of their
 * frame, like RGB. The slices and frames of an image folder are its pictures in their own sizes.
 */
public final class ImageItems {

	/** The fewest items that can be compared. */
	public static final int MINIMUM = 3;

	private ImageItems() {}

	/** Every slice, one channel at a time. */
	public static ImageBacked slices(final ImagePlus image) {
		return whole(image, false);
	}

	/** Every z position and time point, its channels together; the slice is that of the first channel. */
	public static ImageBacked frames(final ImagePlus image) {
		return whole(image, true);
	}

	private static ImageBacked whole(final ImagePlus image, final boolean together) {
		final boolean pictures = Images.require(image).getStack() instanceof FolderStack;
		return pictures && !(together && image.getNChannels() > 1) ? new PictureItems(image, together) : new FrameItems(
			image, together);
	}

	/**
	 * The ROIs of the ROI Manager, or those of the overlay where the manager has none.
	 *
	 * @throws IllegalArgumentException when a ROI has no area or is not inside the image, or when there is none
	 */
	public static ImageBacked rois(final ImagePlus image) {
		final Roi[] rois = RoiItems.of(Images.require(image));
		if (rois.length == 0) throw new IllegalArgumentException("There is no ROI in the ROI Manager or the overlay of '" +
			image.getTitle() + "'; add at least " + MINIMUM + ".");
		return rois(image, rois);
	}

	/** These ROIs; a ROI without a position lies on the current slice. */
	public static ImageBacked rois(final ImagePlus image, final Roi... rois) {
		return new RoiItems(Images.require(image), rois);
	}

	/** {@link #labels(ImagePlus, ImagePlus, Progress)} without progress. */
	public static ImageBacked labels(final ImagePlus image, final ImagePlus labelImage) {
		return labels(image, labelImage, Progress.NONE);
	}

	/**
	 * Every label (value above 0) of a label image.
	 *
	 * @param labelImage 8-, 16- or 32-bit, as large as the image, with 1 slice or as many as the image
	 * @throws IllegalArgumentException when it has another size, or no label
	 */
	public static ImageBacked labels(final ImagePlus image, final ImagePlus labelImage, final Progress progress) {
		return new LabelItems(Images.require(image), Images.require(labelImage), progress);
	}

	/**
	 * The whole tiles of a grid that starts at the upper left corner, on every frame.
	 *
	 * @param tile edge in pixels, from 8 to the smaller edge of the image
	 */
	public static ImageBacked tiles(final ImagePlus image, final int tile) {
		return new TileItems(Images.require(image), tile);
	}

	/** {@link #of(ImagePlus, String, String, String, int, Progress)} without a ROI file and progress. */
	public static ImageBacked of(final ImagePlus image, final String kind, final String labelImageTitle,
		final int tile)
	{
		return of(image, kind, "", labelImageTitle, tile, Progress.NONE);
	}

	/**
	 * The items that a macro asks for.
	 *
	 * @param kind Slices, Frames, ROIs, Labels or Tiles
	 * @param roiFile used by ROIs only: a file of ROIs, or "" for those of the ROI Manager or else of the overlay
	 * @param labelImageTitle used by Labels only
	 * @param tile used by Tiles only
	 * @throws IllegalArgumentException in one sentence, also when there are fewer than 3 items
	 */
	public static ImageBacked of(final ImagePlus image, final String kind, final String roiFile,
		final String labelImageTitle, final int tile, final Progress progress)
	{
		final ItemKind parsed = ItemKind.parse(kind);
		Images.require(image);
		final ImageBacked items = switch (parsed) {
			case SLICES -> slices(image);
			case FRAMES -> frames(image);
			case ROIS -> roiFile.isBlank() ? rois(image) : rois(image, RoiFile.read(roiFile));
			case LABELS -> labels(image, labelImage(labelImageTitle), progress);
			case TILES -> tiles(image, tile);
		};
		if (items.size() < MINIMUM) throw new IllegalArgumentException("There " + (items.size() == 1 ? "is only 1 item"
			: "are only " + items.size() + " items") + " with items=" + parsed + " in '" + image.getTitle() + "'; at least " +
			MINIMUM + " are needed, such as a stack of " + MINIMUM + " slices, or " + MINIMUM +
			" ROIs, labels or tiles of one image.");
		return items;
	}

	/**
	 * What kind of items an image most likely is looked at by: ROIs where there are enough of them on an image of one slice,
	 * else slices.
	 *
	 * @param image or null
	 */
	public static String likely(final ImagePlus image) {
		final boolean regions = image != null && image.getNSlices() == 1 && image.getNFrames() == 1 && RoiItems.of(
			image).length >= MINIMUM;
		return (regions ? ItemKind.ROIS : ItemKind.SLICES).toString();
	}

	private static ImagePlus labelImage(final String title) {
		if (title == null || title.isBlank()) throw new IllegalArgumentException(
			"items=Labels needs a label image; give its title as labels=[title].");
		return Images.find(title);
	}
}
