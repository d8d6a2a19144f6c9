package sc.fiji.standout.matrix;

import java.util.Arrays;
import java.util.Random;

/**
 * The leading eigenvectors of a scatter matrix, by the way that is cheapest for the shape of the data.
 * <p>
 * From all eigenvectors where rows or columns are few; otherwise by subspace iteration from a random start (Halko,
 * Martinsson and Tropp 2011, the method of scikit-learn's randomized_svd), on the scatter matrix itself where that is
 * cheaper than passing over the data again and again. The exact solver iterates until nothing changes, in double
 * precision; the randomised one passes over the data a few times, or sums the scatter matrix in floats.
 * </p>
 *
 * @param values k eigenvalues, largest first
 * @param vectors k orthonormal rows of d
 */
record PrincipalAxes(double[] values, double[][] vectors) {

	/** Up to here all eigenvectors are computed, exactly. */
	private static final int EXACT = 500;

	private static final int OVERSAMPLES = 10;

	/** A pass over the data costs 2 n d l steps, the scatter matrix n d^2 / 2 once: this is what 8 passes allow. */
	private static final int COLUMNS_PER_VECTOR = 32;

	private static final int MAX_PASSES = 100;

	/** Relative change of the eigenvalues that ends the iteration; the vectors are then right to about its root. */
	private static final double TOLERANCE = 1e-10;

	/** The same where the scatter matrix is no more accurate. */
	private static final double FLOAT_TOLERANCE = 1e-7;

	/** Multiplies the scatter matrix (d x d) with d rows of l. */
	private interface Operator {

		double[][] times(double[][] b, Progress progress);
	}

	/** @param total the sum of the squares of the centred values */
	static PrincipalAxes of(final Matrix points, final double[] mean, final double total, final int k,
		final Pca.Solver solver, final long seed, final Progress progress)
	{
		final boolean exact = solver == Pca.Solver.EXACT;
		final int n = points.rows();
		final int d = points.columns();
		if (d <= Math.min(EXACT, n)) return fromScatter(points, mean, progress).first(k);
		if (n <= EXACT) return fromGram(points, mean, k, seed, progress);
		if (d <= Math.min((long) COLUMNS_PER_VECTOR * (k + OVERSAMPLES), n)) {
			final Progress part = progress.part(0, .7);
			final Matrix scatter = flat(exact || total == 0 ? Scatter.of(points, mean, part) : FloatScatter.of(points, mean,
				Math.scalb(1.0, -Math.getExponent(Math.sqrt(total))), part));
			final double[] zero = new double[d];
			final int l = Math.min(d, 2 * k + OVERSAMPLES);
			return iterate((b, p) -> Products.times(scatter, zero, b, p), 2, d, k, l, MAX_PASSES, exact ? TOLERANCE
				: FLOAT_TOLERANCE, seed, progress.part(.7, 1));
		}
		final int l = Math.min(Math.min(n, d), k + OVERSAMPLES);
		final int passes = exact ? MAX_PASSES : k < .1 * Math.min(n, d) ? 8 : 5;
		return iterate((b, p) -> Products.scatterTimes(points, mean, b, p), 1, d, k, l, passes, TOLERANCE, seed, progress);
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
		Orthonormal.rows(axes, seed, progress);
		return new PrincipalAxes(Arrays.copyOf(eigen.values(), k), axes);
	}

	/**
	 * @param power how often the vectors are multiplied in a pass; more costs little where the scatter matrix is at hand
	 * @param l how many vectors are iterated to get k
	 */
	private static PrincipalAxes iterate(final Operator scatter, final int power, final int d, final int k, final int l,
		final int passes, final double tolerance, final long seed, final Progress progress)
	{
		final Random random = new Random(seed);
		double[][] basis = new double[l][d];
		for (final double[] row : basis) for (int j = 0; j < d; j++) row[j] = random.nextGaussian();
		double[] before = null;
		for (int pass = 1;; pass++) {
			Orthonormal.rows(basis, seed, progress);
			final Progress part = progress.part((pass - 1.) / passes, (double) pass / passes);
			double[][] image = scatter.times(transpose(basis), part);
			final SymmetricEigen ritz = SymmetricEigen.of(multiply(basis, image), Progress.NONE);
			if (pass == passes || before != null && converged(before, ritz.values(), k, tolerance))
				return new PrincipalAxes(Arrays.copyOf(ritz.values(), k), multiply(Arrays.copyOf(ritz.vectors(), k), basis));
			before = ritz.values();
			for (int extra = 1; extra < power; extra++) image = scatter.times(image, Progress.NONE);
			basis = transpose(image);
		}
	}

	private static boolean converged(final double[] before, final double[] now, final int k,
		final double tolerance)
	{
		for (int i = 0; i < k; i++) if (Math.abs(now[i] - before[i]) > tolerance * Math.abs(now[0])) return false;
		return true;
	}

	private static double[][] multiply(final double[][] a, final double[][] b) {
		final int p = b.length;
		return Products.times(flat(a), new double[p], b, Progress.NONE);
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
