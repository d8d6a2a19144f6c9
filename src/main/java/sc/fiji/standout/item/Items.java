package sc.fiji.standout.item;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.RealType;

/** What is compared: an ordered set of images, each with a label and a place. Pixels are read when asked for. */
public interface Items {

	int size();

	/** What the items are, in words, such as "1797 slices of digits.tif". */
	String description();

	Place place(int item);

	/** The label of an item, such as its slice label; "" where there is none. */
	String label(int item);

	/** The file that an item comes from, as a path with slashes; "" where items have no files of their own. */
	default String file(final int item) {
		return "";
	}

	/**
	 * The pixels of one item, read now: three dimensions x, y, channel, from (0, 0, 0); RGB has three channels. May be
	 * called from several threads.
	 *
	 * @throws IllegalStateException when the image was closed or cannot be read
	 */
	RandomAccessibleInterval<? extends RealType<?>> pixels(int item);

	/**
	 * Width, height and channels of one item. Where these are known without reading the pixels, override this: it is asked
	 * of every item before the work starts.
	 */
	default int[] dimensions(final int item) {
		final RandomAccessibleInterval<?> image = pixels(item);
		return new int[] { (int) image.dimension(0), (int) image.dimension(1), (int) image.dimension(2) };
	}

	/** Which pixels (x, y) belong to the item, or null where all do (slices, frames, tiles, rectangles). */
	default RandomAccessibleInterval<? extends BooleanType<?>> mask(final int item) {
		return null;
	}
}
