package sc.fiji.standout.item;

/**
 * How the pixels of one axis add up to those of a shorter or longer one: new pixel i is the sum of
 * {@code weights[i][k] * old[starts[i] + k]}.
 */
record Resampling(int[] starts, float[][] weights) {

	static Resampling of(final int from, final int to) {
		return of(from, to, 0, to);
	}

	/** Only the {@code count} new pixels from {@code first} on. */
	static Resampling of(final int from, final int to, final int first, final int count) {
		if (from < 1 || to < 1) throw new IllegalArgumentException("Cannot resize " + from + " to " + to +
			" pixels; both must be at least 1.");
		final int[] starts = new int[count];
		final float[][] weights = new float[count][];
		for (int k = 0; k < count; k++) {
			if (to <= from) average(first + k, k, from, to, starts, weights);
			else interpolate(first + k, k, from, to, starts, weights);
		}
		return new Resampling(starts, weights);
	}

	private static void average(final int i, final int at, final int from, final int to, final int[] starts,
		final float[][] weights)
	{
		final double low = (double) i * from / to;
		final double high = (i + 1.0) * from / to;
		final int start = (int) Math.floor(low + 1e-9);
		final int end = Math.min(from, (int) Math.ceil(high - 1e-9));
		starts[at] = start;
		weights[at] = new float[end - start];
		for (int k = start; k < end; k++) {
			weights[at][k - start] = (float) ((Math.min(high, k + 1.0) - Math.max(low, k)) / (high - low));
		}
	}

	/** Pixel centres lie at half positions, as in ImageJ, OpenCV and scikit-image; the border is repeated. */
	private static void interpolate(final int i, final int at, final int from, final int to, final int[] starts,
		final float[][] weights)
	{
		final double center = Math.max(0, Math.min(from - 1.0, (i + 0.5) * from / to - 0.5));
		starts[at] = Math.min((int) center, Math.max(0, from - 2));
		final float part = (float) (center - starts[at]);
		weights[at] = from == 1 ? new float[] { 1 } : new float[] { 1 - part, part };
	}

	/** Resamples each of the rows. */
	float[] rows(final float[] values, final int height) {
		final int from = values.length / height;
		final int to = starts.length;
		final float[] result = new float[to * height];
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < to; x++) {
				final float[] w = weights[x];
				final int start = y * from + starts[x];
				float sum = 0;
				// Growing images, the same sum without a loop
				if (w.length == 2) sum = sum + w[0] * values[start] + w[1] * values[start + 1];
				else for (int k = 0; k < w.length; k++) sum += w[k] * values[start + k];
				result[y * to + x] = sum;
			}
		}
		return result;
	}

	/** Resamples each of the columns. */
	float[] columns(final float[] values, final int width) {
		final int to = starts.length;
		final float[] result = new float[to * width];
		for (int y = 0; y < to; y++) {
			final float[] w = weights[y];
			for (int k = 0; k < w.length; k++) {
				final int start = (starts[y] + k) * width;
				for (int x = 0; x < width; x++) result[y * width + x] += w[k] * values[start + x];
			}
		}
		return result;
	}
}
