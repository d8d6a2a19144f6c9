package sc.fiji.standout.matrix;

/**
 * A few rows of a matrix, copied column by column, so that the distances of all of them to one point take vector
 * instructions; for one thread.
 */
public final class RowTile {

	private final Matrix matrix;
	private final int capacity;
	private final double[] values;
	private final double[] row;
	private int size;

	/** @param capacity the most rows that the tile can hold */
	public RowTile(final Matrix matrix, final int capacity) {
		this.matrix = matrix;
		this.capacity = capacity;
		values = new double[capacity * matrix.columns()];
		row = new double[matrix.columns()];
	}

	/** Replaces the rows of the tile by the first {@code count} of {@code rows}. */
	public void load(final int[] rows, final int count) {
		if (count > capacity) throw new IllegalArgumentException(count + " rows do not fit a tile of " + capacity + ".");
		size = count;
		for (int i = 0; i < count; i++) {
			matrix.row(rows[i], row);
			for (int j = 0; j < row.length; j++) values[j * count + i] = row[j];
		}
	}

	/**
	 * The squared Euclidean distances of the rows to a point.
	 *
	 * @param point d coordinates
	 * @param squares takes one square for each row of the tile
	 */
	public void squares(final double[] point, final double[] squares) {
		KdDistance.leaf(point, values, 0, size, Double.POSITIVE_INFINITY, squares);
	}
}
