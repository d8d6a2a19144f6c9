package sc.fiji.standout.imagej;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import ij.ImagePlus;
import ij.gui.Roi;

import sc.fiji.standout.item.Place;

/** Every slice of a stack, or every frame: the channels of one z position and time point together. */
class FrameItems implements ImageBacked {

	protected final Frames frames;
	private final String what;

	/** @param together whether the channels of one position make one item */
	FrameItems(final ImagePlus image, final boolean together) {
		frames = new Frames(image, together);
		what = together ? "frames" : "slices";
	}

	@Override
	public int size() {
		return frames.count();
	}

	@Override
	public String description() {
		return size() + " " + what + " of " + frames.planes().title();
	}

	@Override
	public Place place(final int item) {
		return new Place(frames.slice(item), "");
	}

	@Override
	public String label(final int item) {
		return frames.label(item);
	}

	@Override
	public String file(final int item) {
		return frames.planes().file(frames.slice(item));
	}

	@Override
	public RandomAccessibleInterval<? extends RealType<?>> pixels(final int item) {
		return frames.read(item);
	}

	@Override
	public int[] dimensions(final int item) {
		return frames.dimensions(frames.width(), frames.height());
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
		return null;
	}

	@Override
	public int itemAt(final int slice, final int x, final int y) {
		return frames.frame(slice);
	}
}
