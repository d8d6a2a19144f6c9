package sc.fiji.standout.matrix;

/**
 * Principal component analysis, as scikit-learn's {@code PCA}: the directions of the largest variance.
 * <p>
 * Each component points so that its loading of the largest magnitude is positive.
 * </p>
 *
 * @param mean d column means
 * @param components k x d, orthonormal rows, of the largest variance first
 * @param explainedVariance k sample variances (divided by n - 1) of the scores
 * @param explainedVarianceRatio the same as parts of the variance of all columns together, 0 where that is 0
 */
public record Pca(double[] mean, Matrix components, double[] explainedVariance, double[] explainedVarianceRatio) {

	private static final int ROWS = 1024;

	/** How the components are found. */
	public enum Solver {

		/**
		 * Exact where rows or columns are at most 500, otherwise from a random start (Musco and Musco 2015) in single
		 * precision: the variances to about 1e-5, where those of scikit-learn's {@code svd_solver="auto"} are to about 1e-3.
		 */
		RANDOMIZED,

		/** In double precision, until nothing changes any more. */
		EXACT
	}

	/** The same with the randomised solver. */
	public static Pca fit(final Matrix points, final int k, final long seed, final Progress progress) {
		return fit(points, k, Solver.RANDOMIZED, seed, progress);
	}

	/**
	 * @param points n x d, all finite, n at least 2
	 * @param k how many components, from 1 to the smaller of n and d
	 * @param seed of the random start, which matters only where both n and d are above 500
	 * @throws IllegalArgumentException when k is out of range or a value is not finite
	 */
	public static Pca fit(final Matrix points, final int k, final Solver solver, final long seed,
		final Progress progress)
	{
		final int n = points.rows();
		final int d = points.columns();
		if (n < 2) throw new IllegalArgumentException("PCA needs at least 2 items, but got " + n + ".");
		if (k < 1 || k > Math.min(n, d)) throw new IllegalArgumentException("components=" + k + " must be from 1 to " + Math
			.min(n, d) + " for " + n + " items with " + d + " features.");
		progress.message("PCA: finding " + k + " components of " + d + " features");
		final double[] sums = columnSums(points, new double[d], false, progress.part(0, .02));
		final double[] mean = new double[d];
		for (int j = 0; j < d; j++) {
			mean[j] = sums[j] / n;
			if (!Double.isFinite(mean[j])) throw new IllegalArgumentException(
				"PCA needs finite values, but feature " + (j + 1) + " has a value that is NaN, infinite or too large.");
		}
		double total = 0;
		for (final double square : columnSums(points, mean, true, progress.part(.02, .04))) total += square;
		if (!Double.isFinite(total)) throw new IllegalArgumentException(
			"PCA needs finite variances, but the squares of the values add up to " + total + ".");

		final PrincipalAxes axes = PrincipalAxes.of(points, mean, total, k, solver, seed, progress.part(.04, 1));
		final double[] variance = new double[k];
		final double[] ratio = new double[k];
		for (int c = 0; c < k; c++) {
			final double value = Math.max(0, axes.values()[c]);
			variance[c] = value / (n - 1);
			ratio[c] = total > 0 ? value / total : 0;
			flip(axes.vectors()[c]);
		}
		return new Pca(mean, PrincipalAxes.flat(axes.vectors()), variance, ratio);
	}

	/**
	 * The scores of points along the components.
	 *
	 * @param points m x d
	 * @return m x k, stored as doubles
	 * @throws IllegalArgumentException when the points have another number of columns
	 */
	public Matrix transform(final Matrix points, final Progress progress) {
		final int k = components.rows();
		final int d = components.columns();
		if (points.columns() != d) throw new IllegalArgumentException(
			"These principal components need " + d + " features, but got " + points.columns() + ".");
		final double[][] axes = new double[d][k];
		for (int c = 0; c < k; c++) for (int j = 0; j < d; j++) axes[j][c] = components.get(c, j);
		return Products.times(points, mean, axes, progress);
	}

	/**
	 * Reduces points before a step.
	 *
	 * @param components how many principal components to keep; 0 means that the points stay as they are. More than there
	 *          are items cannot exist, and are left out
	 * @return the scores, or the points themselves if they do not have more columns than asked for
	 */
	public static Matrix reduce(final Matrix points, final int components, final long seed, final Progress progress) {
		if (components < 0) throw new IllegalArgumentException(
			"components=" + components + " must be 0 (keep all features) or more.");
		if (components == 0 || components >= points.columns()) return points;
		final Pca pca = fit(points, Math.min(components, points.rows()), seed, progress.part(0, .9));
		return pca.transform(points, progress.part(.9, 1));
	}

	/** Sums of the columns less the mean, or of their squares. */
	private static double[] columnSums(final Matrix points, final double[] mean, final boolean squared,
		final Progress progress)
	{
		final int n = points.rows();
		final int d = points.columns();
		final int size = Math.max(ROWS, (n + 15) / 16);
		final double[][] parts = new double[Parallel.count(n, size)][d];
		Parallel.chunks(n, size, progress, (chunk, from, to) -> {
			final double[] x = new double[d];
			final double[] sum = parts[chunk];
			for (int i = from; i < to; i++) {
				if (i % 64 == 0) progress.check();
				points.row(i, x);
				for (int j = 0; j < d; j++) {
					final double centred = x[j] - mean[j];
					sum[j] += squared ? centred * centred : centred;
				}
			}
		});
		for (int p = 1; p < parts.length; p++) for (int j = 0; j < d; j++) parts[0][j] += parts[p][j];
		return parts[0];
	}

	private static void flip(final double[] axis) {
		int largest = 0;
		for (int j = 1; j < axis.length; j++) if (Math.abs(axis[j]) > Math.abs(axis[largest])) largest = j;
		if (axis[largest] < 0) for (int j = 0; j < axis.length; j++) axis[j] = -axis[j];
	}
}
