package sc.fiji.standout.feature;

import java.util.Arrays;

import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.Pixels;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;

/**
 * What a featurizer must know of the whole stack before it looks at the single items.
 *
 * @param count how many items there are
 * @param width median width in pixels
 * @param height median height in pixels
 * @param sameSize whether all items have that size
 * @param channels of every item
 * @param rgb whether the three channels are the colours of one picture
 * @param low for each channel the dark end of the stack's range
 * @param high for each channel the bright end of the stack's range, above {@code low}
 */
public record Survey(int count, int width, int height, boolean sameSize, int channels, boolean rgb, double[] low,
	double[] high)
{

	private static final int SAMPLED_ITEMS = 512;
	private static final int SAMPLED_PIXELS = 4096;

	/**
	 * Asks for the size of every item and reads a sample of at most 512, evenly spread. The stack's range goes from the
	 * 10th percentile (over items) of the items' own 1st percentiles to the 90th of their 99th percentiles: a tenth of the
	 * items may be empty or saturated without moving it, and what lies outside of it is still told apart.
	 *
	 * @throws IllegalArgumentException for fewer than 3 items, or items of differing channels
	 */
	public static Survey of(final Items items, final Progress progress) {
		final int n = items.size();
		if (n < 3) throw new IllegalArgumentException("There " + (n == 1 ? "is 1 item" : "are " + n + " items") +
			"; finding what stands out needs at least 3.");
		final double[] widths = new double[n];
		final double[] heights = new double[n];
		final int[] channels = new int[n];
		Parallel.chunks(n, chunkSize(n), progress.part(0, 0.5), (chunk, from, to) -> {
			for (int i = from; i < to; i++) {
				progress.check();
				final int[] size = items.dimensions(i);
				widths[i] = size[0];
				heights[i] = size[1];
				channels[i] = size[2];
			}
		});
		for (int i = 1; i < n; i++) {
			if (channels[i] != channels[0]) throw new IllegalArgumentException("Item " + (i + 1) + " has " + channels[i] +
				" channels and item 1 has " + channels[0] + "; all must have the same number.");
		}
		final boolean same = constant(widths) && constant(heights);
		final boolean[] rgb = new boolean[1];
		final double[][] range = range(items, channels[0], rgb, progress.part(0.5, 1));
		return new Survey(n, (int) Math.round(quantile(widths, 0.5)), (int) Math.round(quantile(heights, 0.5)), same,
			channels[0], rgb[0], range[0], range[1]);
	}

	/**
	 * Room for n rows of d values.
	 *
	 * @throws IllegalArgumentException where one array cannot hold them
	 */
	public float[] rows(final int d) {
		if ((long) count * d > Integer.MAX_VALUE - 8) throw new IllegalArgumentException(count + " items of " + d +
			" features each are too many to hold in memory; there can be at most " + (Integer.MAX_VALUE - 8) / d +
			" such items.");
		return new float[count * d];
	}

	/** How many items one chunk of a parallel loop over items takes. */
	public static int chunkSize(final int n) {
		return Math.max(1, Math.min(16, n / 64));
	}

	/** The quantile (0 to 1) of values, linear between neighbours as in numpy; sorts a copy. */
	public static double quantile(final double[] values, final double fraction) {
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sortedQuantile(sorted, fraction);
	}

	static double sortedQuantile(final double[] sorted, final double fraction) {
		final double at = fraction * (sorted.length - 1);
		final int below = (int) at;
		final double part = at - below;
		return part == 0 ? sorted[below] : sorted[below] + part * (sorted[below + 1] - sorted[below]);
	}

	private static double[][] range(final Items items, final int channels, final boolean[] rgb,
		final Progress progress)
	{
		final int n = items.size();
		final int samples = Math.min(n, SAMPLED_ITEMS);
		// For each channel the quantiles 0, 0.01, 0.99 and 1 of each sampled item
		final double[][][] quantiles = new double[channels][4][samples];
		Parallel.chunks(samples, chunkSize(samples), progress, (chunk, from, to) -> {
			for (int s = from; s < to; s++) {
				progress.check();
				final Pixels pixels = ItemReader.read(items, (int) ((long) s * n / samples)).finite();
				if (s == 0) rgb[0] = pixels.channels() == 3 && pixels.maximum() == 255;
				for (int c = 0; c < channels; c++) {
					final double[] sorted = sample(pixels, c);
					quantiles[c][0][s] = sorted[0];
					quantiles[c][1][s] = sortedQuantile(sorted, 0.01);
					quantiles[c][2][s] = sortedQuantile(sorted, 0.99);
					quantiles[c][3][s] = sorted[sorted.length - 1];
				}
			}
		});
		final double[] low = new double[channels];
		final double[] high = new double[channels];
		for (int c = 0; c < channels; c++) {
			low[c] = quantile(quantiles[c][1], 0.1);
			high[c] = quantile(quantiles[c][2], 0.9);
			if (!(high[c] > low[c])) {
				low[c] = quantile(quantiles[c][0], 0);
				high[c] = quantile(quantiles[c][3], 1);
			}
			if (!(high[c] > low[c])) high[c] = low[c] + 1;
		}
		if (rgb[0]) {
			// One range for the three colours, or else a cast of the whole stack would look like grey
			Arrays.fill(low, Arrays.stream(low).min().getAsDouble());
			Arrays.fill(high, Arrays.stream(high).max().getAsDouble());
		}
		return new double[][] { low, high };
	}

	/** Some of the pixels inside, evenly spread and sorted; all pixels where none is inside. */
	private static double[] sample(final Pixels pixels, final int channel) {
		final int size = pixels.width() * pixels.height();
		final int step = Math.max(1, size / SAMPLED_PIXELS);
		final double[] values = new double[(size + step - 1) / step];
		int count = 0;
		for (int i = 0; i < size; i += step) {
			if (pixels.inside() == null || pixels.inside()[i]) values[count++] = pixels.values()[channel * size + i];
		}
		if (count == 0) for (int i = 0; i < size; i += step) values[count++] = pixels.values()[channel * size + i];
		final double[] sorted = Arrays.copyOf(values, count);
		Arrays.sort(sorted);
		return sorted;
	}

	private static boolean constant(final double[] values) {
		for (final double value : values) if (value != values[0]) return false;
		return true;
	}
}
