package sc.fiji.standout.matrix;

import java.util.Arrays;

/**
 * {@link Products#scatterTimes} in float precision, several times as fast: the sums over a tile of rows are taken in
 * floats, and added up in doubles. A tile is held row by row and column by column, since the two products each run fast
 * along one of the two only.
 */
final class FloatProducts {

	private static final int PARTS = 16;
	/** Rows of a tile, a multiple of four; fewer where the rows are so long that the tiles of all threads would be large. */
	private static final int ROWS = 128;
	private static final int TILE = 1 << 22;
	/** So many columns of a tile stay in the fastest cache while all vectors pass by. */
	private static final int COLUMNS = 32;
	/** So many rows of a tile do, in the other product. */
	private static final int STRIP = 8;
	private static final int UNROLLED = 8;

	private FloatProducts() {}

	/**
	 * {@code scale (a - mean)' scale (a - mean) b'}, in one pass over a.
	 *
	 * @param a n x d
	 * @param mean d values, subtracted from every row
	 * @param scale a power of two such that the values times it are about 1 or smaller
	 * @param b l rows of d
	 * @return l rows of d
	 */
	static double[][] scatterTimes(final Matrix a, final double[] mean, final double scale, final double[][] b,
		final Progress progress)
	{
		final int n = a.rows();
		final int d = a.columns();
		final int l = b.length;
		final float[][] vectors = new float[l][d];
		for (int c = 0; c < l; c++) for (int j = 0; j < d; j++) vectors[c][j] = (float) b[c][j];
		final float[] high = new float[d];
		final float[] low = new float[d];
		for (int j = 0; j < d; j++) {
			high[j] = (float) mean[j];
			low[j] = (float) (mean[j] - high[j]);
		}
		final boolean fast = scale >= Float.MIN_NORMAL && scale <= Float.MAX_VALUE;
		final int rows = Math.max(STRIP, Math.min(ROWS, TILE / d / STRIP * STRIP));
		final int size = rows * Math.max(2, Parallel.count(n, PARTS * rows));
		final double[][][] parts = new double[Parallel.count(n, size)][][];
		Parallel.chunks(n, size, progress, (chunk, from, to) -> {
			final double[][] total = new double[l][d];
			final float[][] sums = new float[l][d];
			final float[][] tile = new float[rows][d];
			final float[][] columns = new float[d][rows];
			final float[][] products = new float[l][rows];
			for (int first = from; first < to; first += rows) {
				progress.check();
				for (int r = 0; r < rows; r++) {
					if (first + r >= to) Arrays.fill(tile[r], 0);
					else if (fast && a.floatRow(first + r, tile[r])) center(tile[r], high, low, (float) scale);
					else a.centred(first + r, mean, scale, 0, tile[r]);
				}
				transpose(tile, columns);
				multiply(columns, vectors, products);
				addOuter(products, tile, sums);
				for (int c = 0; c < l; c++) FloatKernel.flush(sums[c], 0, total[c]);
			}
			parts[chunk] = total;
		});
		for (int p = 1; p < parts.length; p++) for (int c = 0; c < l; c++) RowSums.add(parts[0][c], 0, 1, parts[p][c]);
		return parts[0];
	}

	/** In floats, which takes vector instructions; the mean is in two parts, so that nothing is lost. */
	private static void center(final float[] row, final float[] high, final float[] low, final float scale) {
		for (int j = 0; j < row.length; j++) row[j] = (row[j] - high[j] - low[j]) * scale;
	}

	/** Several columns at a time, since a row is looked up for each of them. */
	private static void transpose(final float[][] tile, final float[][] columns) {
		int j = 0;
		for (; j + UNROLLED <= columns.length; j += UNROLLED) transpose(tile, j, columns[j], columns[j + 1], columns[j + 2],
			columns[j + 3], columns[j + 4], columns[j + 5], columns[j + 6], columns[j + 7]);
		for (; j < columns.length; j++) for (int r = 0; r < tile.length; r++) columns[j][r] = tile[r][j];
	}

	private static void transpose(final float[][] tile, final int j, final float[] c0, final float[] c1,
		final float[] c2, final float[] c3, final float[] c4, final float[] c5, final float[] c6, final float[] c7)
	{
		for (int r = 0; r < c0.length; r++) {
			final float[] row = tile[r];
			c0[r] = row[j];
			c1[r] = row[j + 1];
			c2[r] = row[j + 2];
			c3[r] = row[j + 3];
			c4[r] = row[j + 4];
			c5[r] = row[j + 5];
			c6[r] = row[j + 6];
			c7[r] = row[j + 7];
		}
	}

	/** The products of all rows of a tile with each vector. */
	private static void multiply(final float[][] columns, final float[][] vectors, final float[][] products) {
		for (final float[] product : products) Arrays.fill(product, 0);
		for (int low = 0; low < columns.length; low += COLUMNS) {
			final int high = Math.min(columns.length, low + COLUMNS);
			for (int c = 0; c < vectors.length; c++) FloatKernel.add(products[c], vectors[c], columns, low, high);
		}
	}

	/** Adds to each sum the rows of the tile, times their products. */
	private static void addOuter(final float[][] products, final float[][] tile, final float[][] sums) {
		for (int low = 0; low < tile.length; low += STRIP)
			for (int c = 0; c < sums.length; c++) FloatKernel.add(sums[c], products[c], tile, low, low + STRIP);
	}
}
