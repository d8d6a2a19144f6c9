package sc.fiji.standout.feature.texture;

import java.util.ArrayList;
import java.util.List;

import sc.fiji.standout.item.Plane;

/**
 * Grey-level co-occurrence (Haralick, Shanmugam and Dinstein 1973) of 16 levels over the range of the stack, symmetric,
 * summed over four directions, at distances 1, 2 and 4.
 */
final class CooccurrenceBlock implements Block {

	static final int LEVELS = 16;
	private static final int[] DX = { 1, 1, 0, -1 };
	private static final int[] DY = { 0, 1, 1, 1 };
	private static final List<String> MEASURES = List.of("contrast", "homogeneity", "energy", "correlation", "entropy",
		"anisotropy");

	private final int distances;

	/** @param side shorter side of the typical working image */
	CooccurrenceBlock(final int side) {
		distances = side >= 16 ? 3 : side >= 12 ? 2 : 1;
	}

	@Override
	public String name() {
		return "glcm";
	}

	@Override
	public List<String> columns() {
		final List<String> names = new ArrayList<>();
		for (int d = 0; d < distances; d++) for (final String m : MEASURES) names.add("distance" + (1 << d) + "_" + m);
		return names;
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
		final Plane plane = view.work();
		final int[] levels = new int[plane.values().length];
		for (int i = 0; i < levels.length; i++) {
			// The small addition keeps values on a level's edge in their level when the whole stack is scaled
			levels[i] = Math.max(0, Math.min(LEVELS - 1, (int) (plane.values()[i] * LEVELS + 1e-3)));
		}
		for (int d = 0; d < distances; d++) {
			final double[] contrasts = new double[4];
			final double[] matrix = new double[LEVELS * LEVELS];
			for (int k = 0; k < 4; k++) contrasts[k] = count(plane, levels, DX[k] << d, DY[k] << d, matrix);
			final double[] measures = measures(matrix);
			final int j = at + d * MEASURES.size();
			target[j] = (float) Math.log1p(measures[0]);
			for (int m = 1; m < 5; m++) target[j + m] = (float) measures[m];
			final double mean = (contrasts[0] + contrasts[1] + contrasts[2] + contrasts[3]) / 4;
			double spread = 0;
			for (final double c : contrasts) spread += (c - mean) * (c - mean);
			target[j + 5] = (float) (Math.sqrt(spread / 4) / (mean + 0.1));
		}
	}

	/** Adds the pairs of one offset to the matrix, both ways round; returns their mean squared difference. */
	static double count(final Plane plane, final int[] levels, final int dx, final int dy, final double[] matrix) {
		final int width = plane.width();
		final boolean[] inside = plane.inside();
		final int[] once = new int[LEVELS * LEVELS];
		final int step = dy * width + dx;
		final int last = width - Math.max(0, dx);
		for (int y = 0; y < plane.height() - dy; y++) {
			for (int i = y * width + Math.max(0, -dx); i < y * width + last; i++) {
				if (inside == null || inside[i] && inside[i + step]) once[levels[i] * LEVELS + levels[i + step]]++;
			}
		}
		long squares = 0;
		long pairs = 0;
		for (int a = 0; a < LEVELS; a++) {
			for (int b = 0; b < LEVELS; b++) {
				final int count = once[a * LEVELS + b];
				matrix[a * LEVELS + b] += count;
				matrix[b * LEVELS + a] += count;
				squares += (long) count * (a - b) * (a - b);
				pairs += count;
			}
		}
		return pairs == 0 ? 0 : (double) squares / pairs;
	}

	/**
	 * Contrast, homogeneity, energy (square root of the angular second moment), correlation (1 where nothing varies) as
	 * in scikit-image, and entropy in nats.
	 */
	static double[] measures(final double[] matrix) {
		double sum = 0;
		double mean = 0;
		for (int i = 0; i < matrix.length; i++) {
			sum += matrix[i];
			mean += matrix[i] * (i / LEVELS);
		}
		if (sum == 0) return new double[] { 0, 1, 1, 1, 0 };
		mean /= sum;
		double contrast = 0;
		double homogeneity = 0;
		double square = 0;
		double covariance = 0;
		double variance = 0;
		double entropy = 0;
		for (int i = 0; i < matrix.length; i++) {
			if (matrix[i] == 0) continue;
			final double p = matrix[i] / sum;
			final int a = i / LEVELS;
			final int b = i % LEVELS;
			contrast += p * (a - b) * (a - b);
			homogeneity += p / (1 + (a - b) * (a - b));
			square += p * p;
			covariance += p * (a - mean) * (b - mean);
			variance += p * (a - mean) * (a - mean);
			entropy -= p * Math.log(p);
		}
		return new double[] { contrast, homogeneity, Math.sqrt(square), variance < 1e-12 ? 1 : covariance / variance,
			entropy };
	}
}
