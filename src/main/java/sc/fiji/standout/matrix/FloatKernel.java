package sc.fiji.standout.matrix;

import java.util.Arrays;

/**
 * Inner loops in floats. They run over points, take a few columns at a time from arrays of their own and use one index,
 * since only then does the Java compiler use vector instructions; longer bodies it leaves as they are.
 */
final class FloatKernel {

	/** After so many columns, and then after every so many, it is asked whether all points are too far away. */
	private static final int FIRST_LOOK = 8;
	private static final int LOOK = 16;

	private FloatKernel() {}

	/**
	 * The squared distances of one point to many.
	 *
	 * @param columns d columns of at least m coordinates
	 * @param point d coordinates
	 * @param squares takes m sums
	 * @return whether they were all computed; false when all are known to be above {@code limit}
	 */
	static boolean squares(final float[][] columns, final float[] point, final int m, final float limit,
		final float[] squares)
	{
		final int d = point.length;
		if (d == 0) Arrays.fill(squares, 0, m, 0);
		else if (d % 2 == 0) start(columns[d - 1], columns[d - 2], point[d - 1], point[d - 2], m, squares);
		else start(columns[d - 1], point[d - 1], m, squares);
		for (int j = 0; j < d - 2; j += 2) {
			if (isLook(j, d) && above(squares, m, limit)) return false;
			add(columns[j], columns[j + 1], point[j], point[j + 1], m, squares);
		}
		return true;
	}

	/**
	 * Four times the squared distances of many points to a box, 0 inside.
	 *
	 * @param columns d columns of at least m coordinates
	 * @param centers d coordinates of the center of the box
	 * @param halves d half widths
	 * @param limits m numbers
	 * @param squares takes m sums
	 * @return whether they were all computed; false when each is known to be above its limit
	 */
	static boolean boxSquares(final float[][] columns, final float[] centers, final float[] halves, final int m,
		final float[] limits, final float[] squares)
	{
		final int d = centers.length;
		Arrays.fill(squares, 0, m, 0);
		for (int j = 0; j < d; j++) {
			if (isLook(j, d) && above(squares, m, limits)) return false;
			addOutside(columns[j], centers[j], halves[j], m, squares);
		}
		return true;
	}

	/** Adds {@code x_0 a_0 + x_1 a_1 + x_2 a_2 + x_3 a_3} to the sums, from entry {@code from} up to before {@code to}. */
	static void add(final float[] sums, final int from, final int to, final float x0, final float[] a0, final float x1,
		final float[] a1, final float x2, final float[] a2, final float x3, final float[] a3)
	{
		for (int i = from; i < to; i++) sums[i] += x0 * a0[i] + x1 * a1[i] + (x2 * a2[i] + x3 * a3[i]);
	}

	/** Adds {@code x_r a_r} to the sums, for r from {@code low} to before {@code high}. */
	static void add(final float[] sums, final float[] x, final float[][] a, final int low, final int high) {
		final int m = sums.length;
		int r = low;
		for (; r + 3 < high; r += 4) add(sums, 0, m, x[r], a[r], x[r + 1], a[r + 1], x[r + 2], a[r + 2], x[r + 3], a[r + 3]);
		for (; r < high; r++) add(sums, m, x[r], a[r]);
	}

	/** Adds {@code x a} to the first m sums. */
	static void add(final float[] sums, final int m, final float x, final float[] a) {
		for (int i = 0; i < m; i++) sums[i] += x * a[i];
	}

	/** Moves the sums, from entry {@code from} on, into totals of more digits. */
	static void flush(final float[] sums, final int from, final double[] totals) {
		for (int i = from; i < sums.length; i++) {
			totals[i] += sums[i];
			sums[i] = 0;
		}
	}

	private static boolean isLook(final int j, final int d) {
		return j < d - 3 && (j == FIRST_LOOK || j % LOOK == 0 && j > 0);
	}

	private static void start(final float[] a, final float x, final int m, final float[] squares) {
		for (int i = 0; i < m; i++) {
			final float off = a[i] - x;
			squares[i] = off * off;
		}
	}

	private static void start(final float[] a, final float[] b, final float x, final float y, final int m,
		final float[] squares)
	{
		for (int i = 0; i < m; i++) {
			final float first = a[i] - x;
			final float second = b[i] - y;
			squares[i] = first * first + second * second;
		}
	}

	private static void add(final float[] a, final float[] b, final float x, final float y, final int m,
		final float[] squares)
	{
		for (int i = 0; i < m; i++) {
			final float first = a[i] - x;
			final float second = b[i] - y;
			squares[i] += first * first + second * second;
		}
	}

	private static void addOutside(final float[] a, final float center, final float half, final int m,
		final float[] squares)
	{
		for (int i = 0; i < m; i++) {
			final float off = Math.abs(a[i] - center) - half;
			// twice the distance outside, without a branch
			final float twice = off + Math.abs(off);
			squares[i] += twice * twice;
		}
	}

	private static boolean above(final float[] squares, final int m, final float limit) {
		for (int i = 0; i < m; i++) if (squares[i] <= limit) return false;
		return true;
	}

	private static boolean above(final float[] squares, final int m, final float[] limits) {
		for (int i = 0; i < m; i++) if (squares[i] <= limits[i]) return false;
		return true;
	}
}
