package sc.fiji.standout.outlier;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import sc.fiji.standout.matrix.KdTree;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Neighbors;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;

/**
 * Local outlier factor (Breunig et al. 2000, doi:10.1145/335191.335388), as scikit-learn's {@code LocalOutlierFactor}:
 * how many times less dense the surroundings of a point are than those of its neighbours. About 1 inside a group,
 * whatever its density; {@code -negative_outlier_factor_} of scikit-learn.
 * <p>
 * A point with k or more exact copies is infinitely dense, and makes the factors of its neighbours meaningless (in
 * scikit-learn, millions). Only where there is such a point, copies count once, and have the factor of their original.
 * </p>
 */
final class LocalOutlierFactor {

	private static final int ROWS = 1024;

	/** Added to the mean distance, as scikit-learn does. */
	private static final double TINY = 1e-10;

	private LocalOutlierFactor() {}

	/**
	 * @param points n x d, all finite
	 * @param neighbors how many, at least 1; n - 1 where there are fewer
	 * @return n factors, above 0
	 */
	static double[] of(final Matrix points, final int neighbors, final Progress progress) {
		final int n = points.rows();
		final Neighbors nearest = nearest(points, neighbors, progress.part(0, 0.5));
		if (nearest == null) return ones(n);
		boolean crowded = false;
		for (int i = 0; i < n && !crowded; i++) crowded = nearest.distance(i, nearest.k() - 1) == 0;
		if (!crowded) return factors(nearest, progress.part(0.5, 1));
		final int[] original = originals(points, progress);
		final int[] distinct = Arrays.stream(original).distinct().toArray();
		final Neighbors others = nearest(points.selectRows(distinct), neighbors, progress.part(0.5, 0.9));
		final double[] factors = others == null ? ones(distinct.length) : factors(others, progress.part(0.9, 1));
		final double[] all = new double[n];
		for (int i = 0; i < n; i++) all[i] = factors[Arrays.binarySearch(distinct, original[i])];
		return all;
	}

	/** Null for a single point, which has none. */
	private static Neighbors nearest(final Matrix points, final int neighbors, final Progress progress) {
		final int k = Math.min(neighbors, points.rows() - 1);
		return k < 1 ? null : KdTree.of(points, progress).neighbors(k, progress);
	}

	private static double[] factors(final Neighbors nearest, final Progress progress) {
		final int n = nearest.size();
		final int k = nearest.k();
		final double[] density = new double[n];
		Parallel.chunks(n, ROWS, progress.part(0, 0.5), (chunk, from, to) -> {
			for (int i = from; i < to; i++) {
				double sum = 0;
				for (int r = 0; r < k; r++) {
					final double reach = nearest.distance(nearest.index(i, r), k - 1);
					sum += Math.max(nearest.distance(i, r), reach);
				}
				density[i] = 1 / (sum / k + TINY);
			}
		});
		final double[] factors = new double[n];
		Parallel.chunks(n, ROWS, progress.part(0.5, 1), (chunk, from, to) -> {
			for (int i = from; i < to; i++) {
				double sum = 0;
				for (int r = 0; r < k; r++) sum += density[nearest.index(i, r)] / density[i];
				factors[i] = sum / k;
			}
		});
		return factors;
	}

	/** For each point the first point that is equal to it. */
	private static int[] originals(final Matrix points, final Progress progress) {
		final Map<Key, Integer> first = new HashMap<>();
		final int[] originals = new int[points.rows()];
		for (int i = 0; i < originals.length; i++) {
			if (i % ROWS == 0) progress.check();
			final double[] row = new double[points.columns()];
			points.row(i, row);
			// -0 is equal to 0
			for (int j = 0; j < row.length; j++) row[j] += 0.0;
			final Integer before = first.putIfAbsent(new Key(Arrays.hashCode(row), row), i);
			originals[i] = before == null ? i : before;
		}
		return originals;
	}

	private record Key(int hash, double[] row) {

		@Override
		public int hashCode() {
			return hash;
		}

		@Override
		public boolean equals(final Object other) {
			return other instanceof Key key && hash == key.hash && Arrays.equals(row, key.row);
		}
	}

	private static double[] ones(final int n) {
		final double[] ones = new double[n];
		Arrays.fill(ones, 1);
		return ones;
	}
}
