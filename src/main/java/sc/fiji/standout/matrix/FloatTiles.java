package sc.fiji.standout.matrix;

import java.util.Arrays;

/**
 * The rows of a matrix as floats, a tile of rows after the other and each tile column by column, so that what one point
 * or several are compared with all rows takes vector instructions. The columns are less their means and scaled together
 * by a power of two, which keeps the rounding small and the squares from overflowing.
 */
public final class FloatTiles {

	/** How many rows a tile holds; the last may hold fewer. */
	public static final int SIZE = 128;

	/** So many columns of a tile stay in the fastest cache while all points pass by. */
	private static final int COLUMNS = 32;

	private final int n;
	private final int d;
	private final double[] means;
	private final double scale;
	private final double meanVariance;
	private final float[][][] columns;

	private FloatTiles(final Matrix matrix, final Progress progress) {
		n = matrix.rows();
		d = matrix.columns();
		means = means(matrix, progress);
		final double[] largest = new double[Parallel.count(n, 1024)];
		final double[] squares = new double[largest.length];
		Parallel.chunks(n, 1024, progress.quiet(), (chunk, from, to) -> {
			final double[] values = new double[d];
			for (int i = from; i < to; i++) {
				matrix.row(i, values);
				for (int j = 0; j < d; j++) {
					final double off = values[j] - means[j];
					largest[chunk] = Math.max(largest[chunk], Math.abs(off));
					squares[chunk] += off * off;
				}
			}
		});
		meanVariance = Arrays.stream(squares).sum() / Math.max(1, n) / Math.max(1, d);
		final double most = Arrays.stream(largest).max().orElse(0);
		scale = most > 0 ? Math.scalb(1.0, -Math.max(-1000, Math.min(1000, Math.getExponent(most)))) : 1;
		columns = new float[Parallel.count(n, SIZE)][][];
		Parallel.chunks(n, SIZE, progress.quiet(), (tile, from, to) -> columns[tile] = tile(matrix, from, to));
	}

	/** @param matrix n x d, all finite */
	public static FloatTiles of(final Matrix matrix, final Progress progress) {
		return new FloatTiles(matrix, progress);
	}

	/** The mean of the variances (divided by n) of the columns of the matrix. */
	public double meanVariance() {
		return meanVariance;
	}

	/** How many rows a tile holds. */
	public int size(final int tile) {
		return Math.min(SIZE, n - tile * SIZE);
	}

	/** A point as the rows are held: less the means of the columns, scaled. */
	public float[] place(final double[] point) {
		final float[] placed = new float[d];
		for (int j = 0; j < d; j++) placed[j] = (float) ((point[j] - means[j]) * scale);
		return placed;
	}

	/**
	 * The squared Euclidean distances of the rows of a tile to a point, scaled.
	 *
	 * @param placed d values from {@link #place}
	 * @param squares takes one square for each row of the tile
	 */
	public void squares(final int tile, final float[] placed, final float[] squares) {
		FloatKernel.squares(columns[tile], placed, size(tile), Float.POSITIVE_INFINITY, squares);
	}

	/**
	 * Adds the scalar products of the rows of a tile with several points.
	 *
	 * @param placed k points from {@link #place}
	 * @param sums k rows, to which one product for each row of the tile is added
	 */
	public void addProducts(final int tile, final float[][] placed, final float[][] sums) {
		final float[][] a = columns[tile];
		final int m = size(tile);
		for (int low = 0; low < d; low += COLUMNS) {
			final int high = Math.min(d, low + COLUMNS);
			for (int c = 0; c < placed.length; c++) {
				final float[] x = placed[c];
				int j = low;
				for (; j + 3 < high; j += 4) FloatKernel.add(sums[c], 0, m, x[j], a[j], x[j + 1], a[j + 1], x[j + 2], a[j + 2],
					x[j + 3], a[j + 3]);
				for (; j < high; j++) FloatKernel.add(sums[c], m, x[j], a[j]);
			}
		}
	}

	/** Sums are taken from the first row on, so that the mean of a constant column is exact. */
	private static double[] means(final Matrix matrix, final Progress progress) {
		final int n = matrix.rows();
		final double[] first = new double[matrix.columns()];
		final double[] means = new double[first.length];
		final double[] row = new double[first.length];
		for (int i = 0; i < n; i++) {
			if (i % 1024 == 0) progress.check();
			matrix.row(i, i == 0 ? first : row);
			if (i > 0) for (int j = 0; j < row.length; j++) means[j] += (row[j] - first[j]) / n;
		}
		for (int j = 0; j < first.length; j++) means[j] += first[j];
		return means;
	}

	private float[][] tile(final Matrix matrix, final int from, final int to) {
		final float[][] tile = new float[d][to - from];
		final double[] row = new double[d];
		for (int i = from; i < to; i++) {
			matrix.row(i, row);
			for (int j = 0; j < d; j++) tile[j][i - from] = (float) ((row[j] - means[j]) * scale);
		}
		return tile;
	}
}
