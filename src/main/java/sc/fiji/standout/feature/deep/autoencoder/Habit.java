package sc.fiji.standout.feature.deep.autoencoder;

import java.util.Arrays;

import sc.fiji.standout.matrix.Quantile;

/**
 * What is usual of the items that an autoencoder has learned from, and how far from it an item is.
 * <p>
 * The plain error takes smooth images for ordinary, whatever they show, and it says nothing of images that differ in what
 * the network has learned to reproduce. So the items are seen as drawn from a model with two parts: codes are normally
 * distributed, and on each pixel lies noise of its own size (Laplace distributed). Both parts of its log-likelihood are
 * looked at: the mean over the pixels of the absolute error divided by the mean absolute error of this pixel over the
 * stack, which makes an error count where the others have none; and the squared Mahalanobis distance of the code, whose
 * covariance is regularised by adding the mean variance to its diagonal (Ledoit and Wolf 2004 give reasons). The logarithm
 * of each is put on a scale where the median item is 0 and the 90 % quantile is where that of the normal distribution
 * is, 1.28, and the larger of the two counts.
 * </p>
 *
 * @param errors mean absolute error of each value of an image, never 0
 * @param mean code
 * @param factor lower triangle, row by row, of the Cholesky factor of the regularised covariance of codes
 * @param typical median and (90 % quantile - median) / 1.28 of the logarithms, first of the errors, then of the codes
 */
record Habit(double[] errors, double[] mean, double[] factor, double[] typical) {

	/** Errors below this part of the mean one are taken for as large as that. */
	private static final double FLOOR = 0.05;
	private static final double NORMAL = 1.2815515655446004;
	private static final double TINY = 1e-12;

	/** Collects what is usual; images are given twice, first to {@link #add}, then, after {@link #close}, to be scored. */
	static final class Builder {

		private final double[] errors;
		private final double[] mean;
		private final double[] products;
		private int count;

		Builder(final int pixels, final int code) {
			errors = new double[pixels];
			mean = new double[code];
			products = new double[code * (code + 1) / 2];
		}

		/** @param code n x code, of n images, all values n x pixels */
		void add(final float[] images, final float[] reproduced, final float[] codes) {
			for (int i = 0; i < images.length; i++) errors[i % errors.length] += Math.abs(images[i] - reproduced[i]);
			for (int from = 0; from < codes.length; from += mean.length) {
				count++;
				for (int a = 0, k = 0; a < mean.length; a++) {
					final double value = codes[from + a];
					mean[a] += value;
					for (int b = 0; b <= a; b++) products[k++] += value * codes[from + b];
				}
			}
		}

		/** What is usual, so far without what is typical. */
		Habit build() {
			final double floor = FLOOR * Arrays.stream(errors).sum() / count / errors.length + TINY;
			final double[] errorMeans = new double[errors.length];
			for (int i = 0; i < errors.length; i++) errorMeans[i] = errors[i] / count + floor;
			final double[] codeMeans = new double[mean.length];
			for (int a = 0; a < mean.length; a++) codeMeans[a] = mean[a] / count;
			final double[] covariance = new double[products.length];
			double variance = 0;
			for (int a = 0, k = 0; a < mean.length; a++) {
				for (int b = 0; b <= a; b++, k++) covariance[k] = products[k] / count - codeMeans[a] * codeMeans[b];
				variance += Math.max(0, covariance[k - 1]);
			}
			for (int a = 0, k = 0; a < mean.length; k += ++a + 1) covariance[k] += variance / mean.length + TINY;
			return new Habit(errorMeans, codeMeans, cholesky(covariance, mean.length), new double[] { 0, 1, 0, 1 });
		}
	}

	/** In place, packed lower triangles. */
	private static double[] cholesky(final double[] a, final int n) {
		for (int i = 0; i < n; i++) {
			final int row = i * (i + 1) / 2;
			for (int j = 0; j <= i; j++) {
				final int other = j * (j + 1) / 2;
				double sum = a[row + j];
				for (int k = 0; k < j; k++) sum -= a[row + k] * a[other + k];
				a[row + j] = i == j ? Math.sqrt(Math.max(TINY, sum)) : sum / a[other + j];
			}
		}
		return a;
	}

	/** This with the typical values of items whose parts are given. */
	Habit typicalOf(final double[][] parts) {
		final double[] both = new double[4];
		for (int p = 0; p < 2; p++) {
			final double[] values = new double[parts.length];
			for (int i = 0; i < values.length; i++) values[i] = parts[i][p];
			both[2 * p] = Quantile.of(values, 0.5);
			// Where the items hardly differ, no difference is to be made large
			both[2 * p + 1] = Math.max(1e-3, (Quantile.of(values, 0.9) - both[2 * p]) / NORMAL);
		}
		return new Habit(errors, mean, factor, both);
	}

	/**
	 * The logarithms of the relative error and of the code's distance.
	 *
	 * @param image of {@code errors.length} values from {@code at * errors.length} on, reproduced in the same places
	 * @param inside which pixels count, of each channel, or null for all
	 */
	double[] parts(final float[] images, final float[] reproduced, final float[] codes, final int at,
		final boolean[] inside)
	{
		final int size = errors.length;
		double sum = 0;
		int count = 0;
		for (int i = 0; i < size; i++) {
			if (inside != null && !inside[i % inside.length]) continue;
			sum += Math.abs(images[at * size + i] - reproduced[at * size + i]) / errors[i];
			count++;
		}
		return new double[] { Math.log(sum / count + TINY), Math.log(distance(codes, at * mean.length) + TINY) };
	}

	/** The squared Mahalanobis distance: the squared length of what solves factor * y = code - mean. */
	private double distance(final float[] codes, final int from) {
		final double[] y = new double[mean.length];
		double sum = 0;
		for (int i = 0, row = 0; i < y.length; row += ++i) {
			double value = codes[from + i] - mean[i];
			for (int k = 0; k < i; k++) value -= factor[row + k] * y[k];
			y[i] = value / factor[row + i];
			sum += y[i] * y[i];
		}
		return sum;
	}

	/** How far from usual an item is: 0 for the median item, larger for stranger ones. */
	double score(final double[] parts) {
		return Math.max((parts[0] - typical[0]) / typical[1], (parts[1] - typical[2]) / typical[3]);
	}
}
