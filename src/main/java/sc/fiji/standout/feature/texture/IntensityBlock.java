package sc.fiji.standout.feature.texture;

import java.util.Arrays;
import java.util.List;

import sc.fiji.standout.item.Plane;

/** How bright the pixels are, against the range of the whole stack: moments and percentiles. */
final class IntensityBlock implements Block {

	private static final int SAMPLED_PIXELS = 1 << 16;
	private static final double[] FRACTIONS = { 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99 };

	@Override
	public String name() {
		return "intensity";
	}

	@Override
	public List<String> columns() {
		return List.of("mean", "deviation", "skewness", "kurtosis", "percentile_1", "percentile_10", "percentile_25",
			"percentile_50", "percentile_75", "percentile_90", "percentile_99", "maximum");
	}

	@Override
	public Scaling scaling() {
		return Scaling.COLUMNS;
	}

	@Override
	public double weight() {
		return 1;
	}

	@Override
	public void describe(final View view, final float[] target, final int at) {
		final float[] sorted = sample(view.full());
		final int n = sorted.length;
		double mean = 0;
		for (final float v : sorted) mean += v;
		mean /= n;
		double m2 = 0;
		double m3 = 0;
		double m4 = 0;
		for (final float v : sorted) {
			final double d = v - mean;
			m2 += d * d;
			m3 += d * d * d;
			m4 += d * d * d * d;
		}
		m2 /= n;
		m3 /= n;
		m4 /= n;
		// The small floor keeps flat images from showing the skewness of rounding errors
		final double variance = m2 + 1e-4;
		target[at] = (float) mean;
		target[at + 1] = (float) Math.sqrt(m2);
		target[at + 2] = (float) asinh(m3 / Math.pow(variance, 1.5));
		target[at + 3] = (float) Math.log1p(m4 / (variance * variance));
		for (int i = 0; i < FRACTIONS.length; i++) target[at + 4 + i] = sorted[(int) Math.round(FRACTIONS[i] * (n - 1))];
		target[at + 4 + FRACTIONS.length] = sorted[n - 1];
	}

	/** The pixels inside, sorted; of large images about 65,536 of them, evenly spread. */
	private static float[] sample(final Plane plane) {
		final float[] values = plane.insideValues();
		final int step = Math.max(1, values.length / SAMPLED_PIXELS);
		final float[] sample = new float[(values.length + step - 1) / step];
		for (int i = 0; i < sample.length; i++) sample[i] = values[i * step];
		Arrays.sort(sample);
		return sample;
	}

	/** Compresses both tails. */
	private static double asinh(final double x) {
		return Math.signum(x) * Math.log(Math.abs(x) + Math.sqrt(x * x + 1));
	}
}
