package sc.fiji.standout.matrix;

import java.util.Arrays;

/**
 * A few rows of a matrix, copied column by column, so that the distances of all of them to one point take vector
 * instructions; for one thread.
 */
public final class RowTile {

	private final Matrix matrix;
	private final int capacity;
	private final double[][] columns;
	private final double[] row;
	private int size;

	/** @param capacity the most rows that the tile can hold */
	public RowTile(final Matrix matrix, final int capacity) {
		this.matrix = matrix;
		this.capacity = capacity;
		columns = new double[matrix.columns()][capacity];
		row = new double[matrix.columns()];
	}

	/** Replaces the rows of the tile by the first {@code count} of {@code rows}. */
	public void load(final int[] rows, final int count) {
		if (count > capacity) throw new IllegalArgumentException(count + " rows do not fit a tile of " + capacity + ".");
		size = count;
		for (int i = 0; i < count; i++) {
			matrix.row(rows[i], row);
			for (int j = 0; j < row.length; j++) columns[j][i] = row[j];
		}
	}

	/**
	 * The squared Euclidean distances of the rows to a point.
	 *
	 * @param point d coordinates
	 * @param squares takes one square for each row of the tile
	 */
	public void squares(final double[] point, final double[] squares) {
		Arrays.fill(squares, 0, size, 0);
		int j = 0;
		for (; j + 1 < point.length; j += 2) add(columns[j], columns[j + 1], point[j], point[j + 1], size, squares);
		if (j < point.length) add(columns[j], point[j], size, squares);
	}

	private static void add(final double[] a, final double[] b, final double x, final double y, final int m,
		final double[] squares)
	{
		for (int i = 0; i < m; i++) {
			final double first = a[i] - x;
			final double second = b[i] - y;
			squares[i] += first * first + second * second;
		}
	}

	private static void add(final double[] a, final double x, final int m, final double[] squares) {
		for (int i = 0; i < m; i++) squares[i] += (a[i] - x) * (a[i] - x);
	}
}
