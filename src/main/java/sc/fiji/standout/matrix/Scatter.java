package sc.fiji.standout.matrix;

import java.util.Arrays;

/**
 * The scatter matrix {@code (a - mean)' (a - mean)} (d x d) and the Gram matrix {@code (a - mean) (a - mean)'} (n x n) of
 * an n x d matrix, for whichever of the two is small. Both are sums of outer products, taken from blocks of rows or of
 * columns, so that a is never copied as a whole.
 */
public final class Scatter {

	private static final int BLOCK = 32;
	private static final int ROWS = 64;

	private Scatter() {}

	/** @return d rows of d, symmetric */
	public static double[][] of(final Matrix a, final double[] mean, final Progress progress) {
		return sum(a.rows(), a.columns(), progress, (row, low, target) -> {
			a.row(row, target);
			for (int j = low; j < target.length; j++) target[j] -= mean[j];
		});
	}

	/** @return n rows of n, symmetric */
	public static double[][] gram(final Matrix a, final double[] mean, final Progress progress) {
		return sum(a.columns(), a.rows(), progress, (column, low, target) -> {
			for (int i = low; i < target.length; i++) target[i] = a.get(i, column) - mean[column];
		});
	}

	private interface Source {

		/** Writes at least the entries from {@code low} on of a vector. */
		void copy(int vector, int low, double[] target);
	}

	/** Each chunk of rows of the sum goes over all vectors by itself, so that no thread waits for another. */
	private static double[][] sum(final int count, final int size, final Progress progress, final Source source) {
		final double[][] sum = new double[size][size];
		Parallel.chunks(size, ROWS, progress, (chunk, low, high) -> {
			final double[][] block = new double[BLOCK][size];
			for (int from = 0; from < count; from += BLOCK) {
				progress.check();
				for (int r = 0; r < BLOCK; r++) {
					if (from + r < count) source.copy(from + r, low, block[r]);
					else Arrays.fill(block[r], 0);
				}
				for (int j = low; j < high; j++) addRow(sum[j], j, block);
			}
		});
		for (int i = 0; i < size; i++) for (int j = 0; j < i; j++) sum[i][j] = sum[j][i];
		return sum;
	}

	/** Adds to the upper triangle of row j. */
	private static void addRow(final double[] sum, final int j, final double[][] block) {
		for (int r = 0; r < BLOCK; r += 4) {
			final double[] a0 = block[r], a1 = block[r + 1], a2 = block[r + 2], a3 = block[r + 3];
			RowSums.add(sum, j, a0[j], a0, a1[j], a1, a2[j], a2, a3[j], a3);
		}
	}
}
