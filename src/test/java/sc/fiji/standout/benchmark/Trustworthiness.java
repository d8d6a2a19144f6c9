package sc.fiji.standout.benchmark;

import java.util.Arrays;

import sc.fiji.standout.matrix.KdTree;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Neighbors;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;

/**
 * How far neighbours in a layout are neighbours in the data, from 0 to 1 (Venna and Kaski 2001), as scikit-learn's
 * {@code trustworthiness}, in n^2 time and n memory.
 */
public final class Trustworthiness {

	private Trustworthiness() {}

	public static double of(final Matrix points, final Matrix layout, final int k) {
		return of(points, layout, k, points.rows());
	}

	/** An estimate from the neighbours of so many points alone, evenly spaced. */
	public static double of(final Matrix points, final Matrix layout, final int k, final int sampled) {
		final int n = points.rows();
		final Neighbors near = KdTree.of(layout, Progress.NONE).neighbors(k, Progress.NONE);
		final long[] parts = new long[Parallel.count(sampled, 64)];
		final double[] columns = new double[n * points.columns()];
		for (int j = 0; j < points.columns(); j++) System.arraycopy(points.column(j), 0, columns, j * n, n);
		Parallel.chunks(sampled, 64, Progress.NONE, (chunk, from, to) -> {
			final double[] squares = new double[n];
			for (int s = from; s < to; s++) {
				final int i = (int) ((long) s * n / sampled);
				Arrays.fill(squares, 0);
				for (int j = 0; j < points.columns(); j++) {
					final double x = points.get(i, j);
					final int at = j * n;
					for (int o = 0; o < n; o++) squares[o] += (columns[at + o] - x) * (columns[at + o] - x);
				}
				double farthest = 0;
				for (int r = 0; r < k; r++) farthest = Math.max(farthest, squares[near.index(i, r)]);
				// ranks of the layout's neighbours among the data's, the nearest being 1; ties by index
				final int[] ranks = new int[k];
				for (int o = 0; o < n; o++) {
					if (o == i || squares[o] > farthest) continue;
					for (int r = 0; r < k; r++) {
						final int other = near.index(i, r);
						if (squares[o] < squares[other] || squares[o] == squares[other] && o <= other) ranks[r]++;
					}
				}
				for (final int rank : ranks) parts[chunk] += Math.max(0, rank - k);
			}
		});
		long sum = 0;
		for (final long part : parts) sum += part;
		return 1 - 2. / ((double) sampled * k * (2. * n - 3. * k - 1)) * sum;
	}
}
