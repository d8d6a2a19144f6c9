package sc.fiji.standout.embedding;

import java.util.Arrays;

import sc.fiji.standout.matrix.KdTree;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Neighbors;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;

/**
 * How far neighbours in a layout are neighbours in the data, from 0 to 1 (Venna and Kaski 2001), as scikit-learn's
 * {@code trustworthiness}: exact, in n^2 time and n memory.
 */
public final class Trustworthiness {

	private Trustworthiness() {}

	public static double of(final Matrix points, final Matrix layout, final int k) {
		final int n = points.rows();
		final Neighbors near = KdTree.of(layout).neighbors(k, Progress.NONE);
		final long[] parts = new long[Parallel.count(n, 64)];
		final double[] columns = new double[n * points.columns()];
		for (int j = 0; j < points.columns(); j++) System.arraycopy(points.column(j), 0, columns, j * n, n);
		Parallel.chunks(n, 64, Progress.NONE, (chunk, from, to) -> {
			final double[] squares = new double[n];
			for (int i = from; i < to; i++) {
				Arrays.fill(squares, 0);
				for (int j = 0; j < points.columns(); j++) {
					final double x = points.get(i, j);
					final int at = j * n;
					for (int o = 0; o < n; o++) squares[o] += (columns[at + o] - x) * (columns[at + o] - x);
				}
				for (int r = 0; r < k; r++) {
					final int other = near.index(i, r);
					final double square = squares[other];
					// rank of the layout's neighbour among the data's, the nearest being 1; ties by index
					int rank = 1;
					for (int o = 0; o < n; o++)
						if (o != i && (squares[o] < square || squares[o] == square && o < other)) rank++;
					parts[chunk] += Math.max(0, rank - k);
				}
			}
		});
		long sum = 0;
		for (final long part : parts) sum += part;
		return 1 - 2. / ((double) n * k * (2. * n - 3. * k - 1)) * sum;
	}
}
