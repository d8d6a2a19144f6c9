package sc.fiji.standout.matrix;

import java.util.Arrays;

/**
 * The leading eigenvectors of a scatter matrix, by the way that is cheapest for the shape of the data: from all
 * eigenvectors where rows or columns are few; otherwise by {@link BlockKrylov}, on the scatter matrix itself where that is
 * cheaper than passing over the data again and again. The exact solver iterates until nothing changes, in double
 * precision, the randomised one in floats.
 *
 * @param values k eigenvalues, largest first
 * @param vectors k orthonormal rows of d
 */
record PrincipalAxes(double[] values, double[][] vectors) {

	/** Up to here all eigenvectors are computed, exactly. */
	private static final int EXACT = 500;

	/** Up to so many columns for each vector that is wanted, the scatter matrix is cheaper than the passes. */
	private static final int COLUMNS_PER_VECTOR = 24;

	/** The vectors are right to about the root of the change. */
	private static final BlockKrylov.Stop NOTHING_CHANGES = new BlockKrylov.Stop(1e-10, 1, 1000);

	/**
	 * Leaves errors of some 1e-6, since the changes shrink faster with each block. Floats are no better than 1e-7 of the
	 * largest eigenvalue.
	 */
	private static final BlockKrylov.Stop FLOAT_PRECISION = new BlockKrylov.Stop(1e-4, 1e-2, 50);

	/** @param total the sum of the squares of the centred values */
	static PrincipalAxes of(final Matrix points, final double[] mean, final double total, final int k,
		final Pca.Solver solver, final long seed, final Progress progress)
	{
		final boolean exact = solver == Pca.Solver.EXACT;
		final int n = points.rows();
		final int d = points.columns();
		if (d <= Math.min(EXACT, n)) return fromScatter(points, mean, progress).first(k);
		if (n <= EXACT) return fromGram(points, mean, k, seed, progress);
		final BlockKrylov.Stop stop = exact ? NOTHING_CHANGES : FLOAT_PRECISION;
		final double scale = total == 0 ? 1 : Math.scalb(1.0, -Math.getExponent(Math.sqrt(total)));
		if (d <= Math.min((long) COLUMNS_PER_VECTOR * k, n)) {
			final Progress part = progress.part(0, .6);
			final double[][] scatter = exact ? Scatter.of(points, mean, part) : FloatScatter.of(points, mean, scale, part);
			return BlockKrylov.axes((rows, p) -> Products.combine(rows, scatter, p), d, k, stop, seed, progress.part(.6, 1));
		}
		if (exact) return BlockKrylov.axes((rows, p) -> transpose(Products.scatterTimes(points, mean, transpose(rows), p)),
			d, k, stop, seed, progress);
		final PrincipalAxes scaled = BlockKrylov.axes((rows, p) -> FloatProducts.scatterTimes(points, mean, scale, rows, p),
			d, k, stop, seed, progress);
		final double[] values = scaled.values();
		for (int i = 0; i < k; i++) values[i] /= scale * scale;
		return scaled;
	}

	private PrincipalAxes first(final int k) {
		return new PrincipalAxes(Arrays.copyOf(values, k), Arrays.copyOf(vectors, k));
	}

	private static PrincipalAxes fromScatter(final Matrix points, final double[] mean, final Progress progress) {
		final double[][] scatter = Scatter.of(points, mean, progress.part(0, .6));
		final SymmetricEigen eigen = SymmetricEigen.of(scatter, progress.part(.6, 1));
		return new PrincipalAxes(eigen.values(), eigen.vectors());
	}

	/** The Gram matrix has the same eigenvalues; its eigenvectors, times the data, point along the axes. */
	private static PrincipalAxes fromGram(final Matrix points, final double[] mean, final int k, final long seed,
		final Progress progress)
	{
		final int n = points.rows();
		final SymmetricEigen eigen = SymmetricEigen.of(Scatter.gram(points, mean, progress.part(0, .5)), progress.part(.5,
			.8));
		final double[][] scores = transpose(Arrays.copyOf(eigen.vectors(), k));
		final double[][] axes = transpose(Products.transposeTimes(points, mean, scores, progress.part(.8, 1)));
		// an axis without variance is only rounding noise, and must not stay as it is
		for (int c = 0; c < k; c++) if (eigen.values()[c] <= 1e-13 * n * eigen.values()[0]) Arrays.fill(axes[c], 0);
		Orthonormal.rows(axes, 0, seed, progress);
		return new PrincipalAxes(Arrays.copyOf(eigen.values(), k), axes);
	}

	static double[][] transpose(final double[][] a) {
		final double[][] transposed = new double[a[0].length][a.length];
		for (int i = 0; i < a.length; i++) for (int j = 0; j < a[0].length; j++) transposed[j][i] = a[i][j];
		return transposed;
	}

	/** The rows, one after the other in one array. */
	static Matrix flat(final double[][] rows) {
		final int columns = rows[0].length;
		final double[] values = new double[Math.multiplyExact(rows.length, columns)];
		for (int i = 0; i < rows.length; i++) System.arraycopy(rows[i], 0, values, i * columns, columns);
		return Matrix.of(values, rows.length, columns);
	}
}
