package sc.fiji.standout.outlier;

import java.util.Random;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;

/**
 * Isolation forest (Liu, Ting and Zhou 2008, doi:10.1109/ICDM.2008.17), as scikit-learn's {@code IsolationForest}: what
 * random cuts separate soon from the rest stands out. The random numbers are others than scikit-learn's; two forests of
 * 100 trees differ as much.
 *
 * @param trees how many, at least 1
 * @param samples how many items each tree is grown from, at least 1; all where there are fewer
 */
record IsolationForest(int trees, int samples, long seed) {

	/** How many values of a chunk of points are held at once. */
	private static final int VALUES = 1 << 15;

	/**
	 * Grows the forest and scores the same points.
	 *
	 * @param points n x d, all finite
	 * @return n scores above 0 and up to 1; 0.5 where a point is isolated as late as on average
	 */
	double[] scores(final Matrix points, final Progress progress) {
		final int n = points.rows();
		final int d = points.columns();
		final int taken = Math.min(samples, n);
		final IsolationTree[] forest = new IsolationTree[trees];
		Parallel.chunks(trees, 1, progress.part(0, 0.2), (chunk, from, to) -> forest[chunk] = IsolationTree.grow(points,
			taken, new Random(mix(seed + chunk * 0x9E3779B97F4A7C15L)), progress));
		final double average = IsolationTree.averagePath(taken);
		final double[] scores = new double[n];
		Parallel.chunks(n, Math.max(8, VALUES / Math.max(1, d)), progress.part(0.2, 1), (chunk, from, to) -> {
			final double[] values = new double[(to - from) * d];
			final double[] row = new double[d];
			for (int i = from; i < to; i++) {
				points.row(i, row);
				System.arraycopy(row, 0, values, (i - from) * d, d);
			}
			// tree by tree, since a tree fits into the processor's cache
			for (final IsolationTree tree : forest) {
				for (int i = from; i < to; i++) scores[i] += tree.path(values, (i - from) * d);
			}
			for (int i = from; i < to; i++) scores[i] = average > 0 ? Math.pow(2, -scores[i] / trees / average) : 0.5;
		});
		return scores;
	}

	/** Spreads the seeds of the trees, since {@link Random} gives alike numbers for alike seeds (Steele et al. 2014). */
	private static long mix(final long seed) {
		long z = (seed ^ seed >>> 30) * 0xBF58476D1CE4E5B9L;
		z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
		return z ^ z >>> 31;
	}
}
