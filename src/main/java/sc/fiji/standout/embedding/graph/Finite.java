package sc.fiji.standout.embedding.graph;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;

/** Whether all values of a matrix are finite, which neighbours need. */
public final class Finite {

	private Finite() {}

	/**
	 * @param method the name of the method that needs them
	 * @throws IllegalArgumentException that names the first value which is not finite
	 */
	public static void check(final Matrix points, final String method, final Progress progress) {
		final double[] row = new double[points.columns()];
		for (int i = 0; i < points.rows(); i++) {
			if (i % 1024 == 0) progress.check();
			if (points.isFinite(i)) continue;
			points.row(i, row);
			for (int j = 0; j < row.length; j++) if (!Double.isFinite(row[j])) throw new IllegalArgumentException(method +
				" needs finite values, but feature " + (j + 1) + " of item " + (i + 1) + " is " + row[j] + ".");
		}
	}
}
