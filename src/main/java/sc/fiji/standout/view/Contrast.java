package sc.fiji.standout.view;

import java.util.Arrays;
import java.util.function.IntFunction;

import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.Pixels;

/**
 * The values shown as black and as white, the same for all items, so that dim and saturated items look it.
 *
 * @param lower black, for each channel
 * @param upper white, for each channel
 */
record Contrast(float[] lower, float[] upper) {

	private static final int SAMPLED_ITEMS = 60;
	private static final int SAMPLED_PIXELS = 2000;
	private static final double CUT = 0.002;

	/**
	 * Percentiles 0.2 and 99.8 of pixels of items spread over the whole stack; RGB stays as it is. Reads up to 60 items.
	 *
	 * @throws IllegalStateException when the image was closed or cannot be read
	 */
	static Contrast of(final Items items) {
		return of(items.size(), i -> Pixels.read(items, i));
	}

	/** The same of pictures that are made when asked for. */
	static Contrast of(final int n, final IntFunction<Pixels> reader) {
		final int sampled = Math.min(n, SAMPLED_ITEMS);
		float[][] values = null;
		int[] counts = null;
		for (int s = 0; s < sampled; s++) {
			final Pixels pixels = reader.apply((int) ((long) s * n / sampled));
			final int channels = pixels.channels();
			if (channels == 3 && pixels.maximum() == 255) return new Contrast(new float[3], new float[] { 255, 255, 255 });
			if (values == null) {
				values = new float[channels][sampled * SAMPLED_PIXELS];
				counts = new int[channels];
			}
			final int area = pixels.width() * pixels.height();
			// an odd step that is no divisor of the width does not walk down a column
			final int step = Math.max(1, area / SAMPLED_PIXELS + 1 | 1);
			for (int c = 0; c < Math.min(channels, values.length); c++) {
				for (int i = 0; i < area; i += step) {
					final float value = pixels.values()[c * area + i];
					final boolean inside = pixels.inside() == null || pixels.inside()[i];
					if (inside && Float.isFinite(value) && counts[c] < values[c].length) values[c][counts[c]++] = value;
				}
			}
		}
		return of(values == null ? new float[1][0] : values, counts == null ? new int[1] : counts);
	}

	/** Where differences of two pictures are black at none, and white at half of what lies between black and white. */
	Contrast ofDifferences() {
		final float[] white = new float[upper.length];
		for (int c = 0; c < white.length; c++) white[c] = (upper[c] - lower[c]) / 2;
		return new Contrast(new float[white.length], white);
	}

	/** A value from 0 (black) to 1 (white); values that are no number are black. */
	float scaled(final float value, final int channel) {
		final int c = Math.min(channel, lower.length - 1);
		final float scaled = (value - lower[c]) / (upper[c] - lower[c]);
		return scaled > 0 ? Math.min(1, scaled) : 0;
	}

	private static Contrast of(final float[][] values, final int[] counts) {
		final float[] lower = new float[values.length];
		final float[] upper = new float[values.length];
		for (int c = 0; c < values.length; c++) {
			Arrays.sort(values[c], 0, counts[c]);
			final int last = counts[c] - 1;
			lower[c] = last < 0 ? 0 : values[c][(int) Math.round(CUT * last)];
			upper[c] = last < 0 ? 1 : values[c][(int) Math.round((1 - CUT) * last)];
			if (upper[c] <= lower[c]) upper[c] = lower[c] + 1;
		}
		return new Contrast(lower, upper);
	}
}
