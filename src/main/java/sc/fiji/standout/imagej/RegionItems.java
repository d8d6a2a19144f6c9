package sc.fiji.standout.imagej;

import java.awt.Rectangle;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.RealType;

import ij.ImagePlus;
import ij.gui.Roi;

import sc.fiji.standout.item.Place;

/** Parts of the frames of an image, each cropped to its bounding box, with all the channels of its frame. */
abstract class RegionItems implements ImageBacked {

	protected final Frames frames;
	private final String what;

	/** @param what the items are, in the plural */
	RegionItems(final ImagePlus image, final String what) {
		frames = new Frames(image, true);
		this.what = what;
	}

	/** The bounding box of an item, inside the image. */
	abstract Rectangle bounds(int item);

	/** The stack position of an item, from 1. */
	abstract int slice(int item);

	/** The name of an item's ROI. */
	abstract String name(int item);

	/** Which pixels of the bounding box belong to the item, row by row, or null where all do. */
	abstract boolean[] inside(int item);

	/** The outline, without name and position. */
	abstract Roi shape(int item);

	@Override
	public String description() {
		return size() + " " + what + " of " + frames.planes().title();
	}

	@Override
	public Place place(final int item) {
		return new Place(slice(item), name(item));
	}

	@Override
	public String label(final int item) {
		return frames.planes().label(slice(item));
	}

	@Override
	public String file(final int item) {
		return frames.planes().file(slice(item));
	}

	@Override
	public RandomAccessibleInterval<? extends RealType<?>> pixels(final int item) {
		return frames.read(frames.frame(slice(item)), bounds(item));
	}

	@Override
	public int[] dimensions(final int item) {
		final Rectangle r = bounds(item);
		return frames.dimensions(r.width, r.height);
	}

	@Override
	public RandomAccessibleInterval<? extends BooleanType<?>> mask(final int item) {
		final boolean[] inside = inside(item);
		if (inside == null) return null;
		final Rectangle r = bounds(item);
		return ArrayImgs.booleans(inside, r.width, r.height);
	}

	@Override
	public ImagePlus image() {
		return frames.planes().image();
	}

	@Override
	public int channels() {
		return frames.channels();
	}

	@Override
	public Roi outline(final int item) {
		final Roi roi = shape(item);
		roi.setName(name(item));
		final ImagePlus image = image();
		final int slice = slice(item);
		// 0 is every channel; ImageJ draws by channel even where z and time are 1
		if (image.isHyperStack() || image.getNChannels() > 1) {
			final int[] czt = image.convertIndexToPosition(slice);
			roi.setPosition(0, czt[1], czt[2]);
		}
		else roi.setPosition(image.getStackSize() == 1 ? 0 : slice);
		return roi;
	}

	@Override
	public int itemAt(final int slice, final int x, final int y) {
		final int frame = frames.frame(slice);
		int found = -1;
		long smallest = Long.MAX_VALUE;
		for (int i = 0; i < size(); i++) {
			if (frames.frame(slice(i)) != frame) continue;
			final Rectangle r = bounds(i);
			final long area = (long) r.width * r.height;
			if (area >= smallest || !r.contains(x, y)) continue;
			final boolean[] inside = inside(i);
			if (inside != null && !inside[(y - r.y) * r.width + x - r.x]) continue;
			found = i;
			smallest = area;
		}
		return found;
	}
}
