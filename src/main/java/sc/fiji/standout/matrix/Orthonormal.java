package sc.fiji.standout.matrix;

import java.util.Random;

/** Turns vectors into unit vectors at right angles, by Gram-Schmidt done twice. */
public final class Orthonormal {

	/** What is left of a vector, as part of its length, below which it counts as a combination of those before it. */
	private static final double DEPENDENT = 1e-12;

	/** The same for a random replacement, of a length of about the square root of d. */
	private static final double RANDOM = 1e-6;

	private Orthonormal() {}

	/**
	 * Orthonormalises the rows in place, in their order. A row that depends on those before it is replaced by a random one
	 * at right angles to them.
	 *
	 * @param rows k rows of d, k at most d
	 * @param from the rows before this one are orthonormal and stay as they are
	 */
	public static void rows(final double[][] rows, final int from, final long seed, final Progress progress) {
		final int d = rows[0].length;
		if (rows.length > d) throw new IllegalArgumentException(
			"At most " + d + " vectors of " + d + " values can be at right angles, but got " + rows.length + ".");
		final Random random = new Random(seed);
		for (int i = from; i < rows.length; i++) {
			progress.check();
			final double[] row = rows[i];
			final double length = norm(row);
			double left = project(rows, i);
			for (double least = DEPENDENT * length; !(left > least); least = RANDOM) {
				for (int j = 0; j < d; j++) row[j] = random.nextGaussian();
				left = project(rows, i);
			}
			scale(row);
			project(rows, i);
			scale(row);
		}
	}

	/** Takes from row i its part along the rows before it, and returns the length of what is left. */
	private static double project(final double[][] rows, final int i) {
		for (int p = 0; p < i; p++) RowSums.add(rows[i], 0, -dot(rows[i], rows[p]), rows[p]);
		return norm(rows[i]);
	}

	private static void scale(final double[] row) {
		final double length = norm(row);
		for (int j = 0; j < row.length; j++) row[j] /= length;
	}

	private static double norm(final double[] row) {
		return Math.sqrt(dot(row, row));
	}

	/** Four running sums, since one alone waits for itself. */
	static double dot(final double[] a, final double[] b) {
		double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
		int j = 0;
		for (; j + 3 < a.length; j += 4) {
			s0 += a[j] * b[j];
			s1 += a[j + 1] * b[j + 1];
			s2 += a[j + 2] * b[j + 2];
			s3 += a[j + 3] * b[j + 3];
		}
		for (; j < a.length; j++) s0 += a[j] * b[j];
		return s0 + s1 + (s2 + s3);
	}
}
