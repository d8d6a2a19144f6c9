package sc.fiji.standout.item;

import java.util.Arrays;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * The pixels of one item as a flat array.
 *
 * @param width pixels in a row
 * @param height rows
 * @param channels 1 for grey, 3 for RGB
 * @param values channel after channel, each row by row: {@code values[(c * height + y) * width + x]}
 * @param inside which pixels belong to the item, {@code inside[y * width + x]}, or null where all do
 * @param maximum the largest value that the pixel type can have: 255, 65535, or infinity for floating point
 */
public record Pixels(int width, int height, int channels, float[] values, boolean[] inside, double maximum) {

	/** Reads one item. */
	public static Pixels read(final Items items, final int item) {
		final RandomAccessibleInterval<? extends RealType<?>> image = items.pixels(item);
		final int width = (int) image.dimension(0);
		final int height = (int) image.dimension(1);
		final int channels = (int) image.dimension(2);
		final float[] values = new float[width * height * channels];
		final Cursor<? extends RealType<?>> cursor = Views.flatIterable(image).cursor();
		for (int i = 0; i < values.length; i++) values[i] = cursor.next().getRealFloat();
		final RealType<?> type = image.getType();
		final double maximum = type instanceof net.imglib2.type.numeric.IntegerType ? type.getMaxValue()
			: Double.POSITIVE_INFINITY;
		return new Pixels(width, height, channels, values, inside(items.mask(item), width * height), maximum);
	}

	/** How many values (all channels, inside and outside) are NaN or infinite. */
	public int nonFinite() {
		int count = 0;
		for (final float value : values) if (!Float.isFinite(value)) count++;
		return count;
	}

	/**
	 * The same item with each NaN or infinite value replaced by the median of the finite ones of its channel, or by 0
	 * where there is none.
	 */
	public Pixels finite() {
		if (nonFinite() == 0) return this;
		final float[] repaired = values.clone();
		final int size = width * height;
		for (int c = 0; c < channels; c++) {
			final float[] good = new float[size];
			int count = 0;
			for (int i = c * size; i < (c + 1) * size; i++) if (Float.isFinite(values[i])) good[count++] = values[i];
			Arrays.sort(good, 0, count);
			final float median = count == 0 ? 0 : good[count / 2];
			for (int i = c * size; i < (c + 1) * size; i++) if (!Float.isFinite(values[i])) repaired[i] = median;
		}
		return new Pixels(width, height, channels, repaired, inside, maximum);
	}

	private static boolean[] inside(final RandomAccessibleInterval<? extends BooleanType<?>> mask, final int size) {
		if (mask == null) return null;
		final boolean[] inside = new boolean[size];
		final Cursor<? extends BooleanType<?>> cursor = Views.flatIterable(mask).cursor();
		for (int i = 0; i < size; i++) inside[i] = cursor.next().get();
		return inside;
	}
}
