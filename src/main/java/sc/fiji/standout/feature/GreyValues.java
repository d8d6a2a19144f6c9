package sc.fiji.standout.feature;

import java.util.Arrays;

import sc.fiji.standout.item.Pixels;

/**
 * The finite grey values of an item, inside its mask, all channels pooled.
 *
 * @param sorted ascending
 * @param missing fraction of the values that were NaN or infinite
 */
record GreyValues(float[] sorted, double missing) {

	private static final int BINS = 256;

	static GreyValues of(final Pixels pixels) {
		final int size = pixels.width() * pixels.height();
		final boolean[] inside = pixels.inside();
		final float[] values = new float[pixels.values().length];
		int all = 0;
		int count = 0;
		for (int c = 0, k = 0; c < pixels.channels(); c++) {
			for (int i = 0; i < size; i++, k++) {
				if (inside != null && !inside[i]) continue;
				all++;
				if (Float.isFinite(pixels.values()[k])) values[count++] = pixels.values()[k];
			}
		}
		final float[] finite = Arrays.copyOf(values, count);
		// Counting beats comparing for large images of whole values
		if (pixels.maximum() <= 65535 && count > 65536) countingSort(finite);
		else Arrays.sort(finite);
		return new GreyValues(finite, 1 - (double) count / all);
	}

	private static void countingSort(final float[] values) {
		final int[] counts = new int[65536];
		for (final float v : values) counts[(int) v]++;
		for (int v = 0, k = 0; v < counts.length; v++) {
			Arrays.fill(values, k, k + counts[v], v);
			k += counts[v];
		}
	}

	boolean isEmpty() {
		return sorted.length == 0;
	}

	/** Linear between neighbours, as in numpy. */
	double quantile(final double fraction) {
		final double at = fraction * (sorted.length - 1);
		final int below = (int) at;
		final double part = at - below;
		return part == 0 ? sorted[below] : sorted[below] + part * ((double) sorted[below + 1] - sorted[below]);
	}

	/** The fraction of the values that are this one. */
	double share(final double value) {
		int count = 0;
		for (final float v : sorted) if (v == value) count++;
		return (double) count / sorted.length;
	}

	/** Mean, population standard deviation, skewness and excess kurtosis (these two 0 where all values are equal). */
	static double[] moments(final float[] values) {
		final int n = values.length;
		double mean = 0;
		for (final float v : values) mean += v;
		mean /= n;
		double m2 = 0;
		double m3 = 0;
		double m4 = 0;
		for (final float v : values) {
			final double d = v - mean;
			m2 += d * d;
			m3 += d * d * d;
			m4 += d * d * d * d;
		}
		m2 /= n;
		final boolean flat = m2 <= 1e-14 * mean * mean;
		return new double[] { mean, Math.sqrt(m2), flat ? 0 : m3 / n / Math.pow(m2, 1.5), flat ? 0 : m4 / n / (m2 * m2) -
			3 };
	}

	/** In nats, over 256 bins from {@code low} to {@code high}; what lies outside is in the end bins. */
	double entropy(final double low, final double high) {
		final int[] counts = new int[BINS];
		for (final float v : sorted) {
			counts[(int) Math.max(0, Math.min(BINS - 1, (v - low) / (high - low) * BINS))]++;
		}
		double entropy = 0;
		for (final int count : counts) {
			if (count > 0) entropy -= (double) count / sorted.length * Math.log((double) count / sorted.length);
		}
		return entropy;
	}
}
