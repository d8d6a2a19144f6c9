package sc.fiji.standout.matrix;

import java.util.Arrays;

/**
 * Squared Euclidean distances of a query to the points and the boxes of a k-d tree. All sums run in one order, and
 * rounding keeps the order of numbers, so that the distance to a box is never above the distance to a point in it, not
 * even by a rounding error.
 */
final class KdDistance {

	/** Coordinates between two looks at whether a whole leaf is too far away. */
	private static final int BLOCK = 16;

	private KdDistance() {}

	/**
	 * The squared distances of a query to the {@code m} points of a leaf, whose coordinates are stored column by column
	 * from {@code from}: the inner loops run over points, which lets the compiler use vector instructions.
	 *
	 * @param squares takes the m squared distances
	 * @return whether they were all computed; false when all are known to be above {@code limit}
	 */
	static boolean leaf(final double[] query, final double[] points, final int from, final int m, final double limit,
		final double[] squares)
	{
		final int d = query.length;
		Arrays.fill(squares, 0, m, 0);
		int at = from;
		int j = 0;
		while (j < d) {
			if (j > 0 && above(squares, m, limit)) return false;
			final int stop = Math.min(d, j + BLOCK);
			for (; j + 4 <= stop; j += 4, at += 4 * m) {
				fourColumns(points, at, m, query[j], query[j + 1], query[j + 2], query[j + 3], squares);
			}
			for (; j < stop; j++, at += m) column(points, at, m, query[j], squares);
		}
		return true;
	}

	private static void fourColumns(final double[] points, final int at, final int m, final double q0, final double q1,
		final double q2, final double q3, final double[] squares)
	{
		final int second = at + m;
		final int third = second + m;
		final int fourth = third + m;
		for (int i = 0; i < m; i++) {
			final double d0 = points[at + i] - q0;
			final double d1 = points[second + i] - q1;
			final double d2 = points[third + i] - q2;
			final double d3 = points[fourth + i] - q3;
			squares[i] += d0 * d0 + d1 * d1 + (d2 * d2 + d3 * d3);
		}
	}

	private static void column(final double[] points, final int at, final int m, final double q,
		final double[] squares)
	{
		for (int i = 0; i < m; i++) {
			final double off = points[at + i] - q;
			squares[i] += off * off;
		}
	}

	private static boolean above(final double[] squares, final int m, final double limit) {
		for (int i = 0; i < m; i++) if (squares[i] <= limit) return false;
		return true;
	}

	/**
	 * The squared distance of a query to the nearest point of a box whose corners start at {@code box}, 0 inside; once
	 * it is known to be above {@code limit}, any number above the limit.
	 */
	static double box(final double[] query, final double[] low, final double[] high, final int box,
		final double limit)
	{
		final int d = query.length;
		double sum = 0;
		int j = 0;
		for (; j + 4 <= d; j += 4) {
			final double d0 = outside(query[j], low[box + j], high[box + j]);
			final double d1 = outside(query[j + 1], low[box + j + 1], high[box + j + 1]);
			final double d2 = outside(query[j + 2], low[box + j + 2], high[box + j + 2]);
			final double d3 = outside(query[j + 3], low[box + j + 3], high[box + j + 3]);
			sum += d0 * d0 + d1 * d1 + (d2 * d2 + d3 * d3);
			if (sum > limit) return sum;
		}
		for (; j < d; j++) {
			final double off = outside(query[j], low[box + j], high[box + j]);
			sum += off * off;
		}
		return sum;
	}

	private static double outside(final double value, final double low, final double high) {
		return Math.max(0, Math.max(low - value, value - high));
	}
}
