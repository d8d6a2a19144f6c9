package sc.fiji.standout.matrix;

import java.util.Arrays;

/**
 * Products of a tall matrix, less its column means, with a narrow one. The tall matrix is read row by row and never
 * copied, and the results do not depend on the number of threads.
 */
public final class Products {

	/** Upper bound on the partial sums that are held at once. */
	private static final int PARTS = 16;
	private static final int CHECKED = 64;

	private Products() {}

	/**
	 * {@code (a - mean) b}.
	 *
	 * @param a n x d
	 * @param mean d values, subtracted from every row
	 * @param b d rows of k
	 * @return n x k doubles
	 */
	public static Matrix times(final Matrix a, final double[] mean, final double[][] b, final Progress progress) {
		final int k = b[0].length;
		final double[] product = new double[Math.multiplyExact(a.rows(), k)];
		Parallel.chunks(a.rows(), CHECKED, progress, (chunk, from, to) -> {
			final double[] x = new double[a.columns()];
			final double[] sum = new double[k];
			for (int i = from; i < to; i++) {
				centred(a, i, mean, x);
				Arrays.fill(sum, 0);
				RowSums.add(sum, 0, x, b);
				System.arraycopy(sum, 0, product, i * k, k);
			}
		});
		return Matrix.of(product, a.rows(), k);
	}

	/**
	 * {@code a b}, for small matrices.
	 *
	 * @param a p rows of m
	 * @param b m rows of d
	 * @return p rows of d
	 */
	static double[][] combine(final double[][] a, final double[][] b, final Progress progress) {
		final double[][] product = new double[a.length][b[0].length];
		Parallel.chunks(a.length, 1, progress, (chunk, from, to) -> RowSums.add(product[from], 0, a[from], b));
		return product;
	}

	/**
	 * {@code (a - mean)' b}.
	 *
	 * @param a n x d
	 * @param mean d values, subtracted from every row
	 * @param b n rows of k
	 * @return d rows of k
	 */
	public static double[][] transposeTimes(final Matrix a, final double[] mean, final double[][] b,
		final Progress progress)
	{
		final int k = b[0].length;
		return outerSum(a, mean, k, progress, (row, x, t) -> System.arraycopy(b[row], 0, t, 0, k));
	}

	/**
	 * {@code (a - mean)' (a - mean) b}, in one pass over a.
	 *
	 * @param a n x d
	 * @param mean d values, subtracted from every row
	 * @param b d rows of k
	 * @return d rows of k
	 */
	public static double[][] scatterTimes(final Matrix a, final double[] mean, final double[][] b,
		final Progress progress)
	{
		return outerSum(a, mean, b[0].length, progress, (row, x, t) -> {
			Arrays.fill(t, 0);
			RowSums.add(t, 0, x, b);
		});
	}

	/** Gives the k values that go with a row x of the tall matrix. */
	private interface Partner {

		void write(int row, double[] x, double[] t);
	}

	/** The sum over all rows of the outer product of the row (d) and its partner (k). */
	private static double[][] outerSum(final Matrix a, final double[] mean, final int k, final Progress progress,
		final Partner partner)
	{
		final int n = a.rows();
		final int size = Math.max(4 * CHECKED, (n + PARTS - 1) / PARTS);
		final double[][][] parts = new double[Parallel.count(n, size)][][];
		Parallel.chunks(n, size, progress, (chunk, from, to) -> {
			final double[][] sum = new double[a.columns()][k];
			final double[][] x = new double[4][a.columns()];
			final double[][] t = new double[4][k];
			for (int i = from; i < to; i += 4) {
				if ((i - from) % CHECKED == 0) progress.check();
				for (int r = 0; r < 4; r++) {
					if (i + r < to) {
						centred(a, i + r, mean, x[r]);
						partner.write(i + r, x[r], t[r]);
					}
					else Arrays.fill(t[r], 0);
				}
				for (int j = 0; j < sum.length; j++)
					RowSums.add(sum[j], 0, x[0][j], t[0], x[1][j], t[1], x[2][j], t[2], x[3][j], t[3]);
			}
			parts[chunk] = sum;
		});
		final double[][] total = parts[0];
		for (int p = 1; p < parts.length; p++)
			for (int j = 0; j < total.length; j++) RowSums.add(total[j], 0, 1, parts[p][j]);
		return total;
	}

	private static void centred(final Matrix a, final int row, final double[] mean, final double[] x) {
		a.row(row, x);
		for (int j = 0; j < x.length; j++) x[j] -= mean[j];
	}
}
