package sc.fiji.standout.matrix;

import java.util.Arrays;

/**
 * The scatter matrix {@code (a - mean)' (a - mean)} of an n x d matrix in float precision, several times as fast as
 * {@link Scatter}: sums of {@value #FLUSHED} rows are taken in floats, and added up in doubles.
 */
public final class FloatScatter {

	private static final int BLOCK = 8;
	private static final int FLUSHED = 256;
	private static final int ROWS = 128;

	private FloatScatter() {}

	/**
	 * @param scale a power of two such that the values times it are about 1 or smaller
	 * @return d rows of d, symmetric
	 */
	public static double[][] of(final Matrix a, final double[] mean, final double scale, final Progress progress) {
		final int n = a.rows();
		final int d = a.columns();
		final double[][] total = new double[d][d];
		Parallel.chunks(d, ROWS, progress, (chunk, low, high) -> {
			final float[][] sums = new float[high - low][d];
			final float[][] block = new float[BLOCK][d];
			for (int from = 0; from < n; from += BLOCK) {
				for (int r = 0; r < BLOCK; r++) {
					if (from + r < n) a.centred(from + r, mean, scale, low, block[r]);
					else Arrays.fill(block[r], 0);
				}
				for (int j = low; j < high; j++) addRow(sums[j - low], j, block);
				if ((from + BLOCK) % FLUSHED == 0 || from + BLOCK >= n) {
					progress.check();
					for (int j = low; j < high; j++) FloatKernel.flush(sums[j - low], j, total[j]);
				}
			}
		});
		final double unit = 1 / scale / scale;
		for (int i = 0; i < d; i++) for (int j = 0; j <= i; j++) total[i][j] = total[j][i] *= unit;
		return total;
	}

	/** Adds to the upper triangle of row j. */
	private static void addRow(final float[] sum, final int j, final float[][] block) {
		for (int r = 0; r < BLOCK; r += 4) {
			final float[] a0 = block[r], a1 = block[r + 1], a2 = block[r + 2], a3 = block[r + 3];
			FloatKernel.add(sum, j, sum.length, a0[j], a0, a1[j], a1, a2[j], a2, a3[j], a3);
		}
	}
}
