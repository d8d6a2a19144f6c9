package sc.fiji.standout.outlier;

import sc.fiji.standout.cluster.Clustering;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;

/** How far points are from the center of the nearest cluster. */
final class CenterDistances {

	private CenterDistances() {}

	/**
	 * The Euclidean distance of each point to the mean of the nearest cluster, divided by the largest of these
	 * distances; where there is no cluster, to the mean of all points.
	 *
	 * @return n numbers from 0 to 1
	 */
	static double[] relative(final Matrix points, final Clustering clustering, final Progress progress) {
		final int n = points.rows();
		final int d = points.columns();
		final int k = Math.max(1, clustering.count());
		final boolean whole = clustering.count() == 0;
		final double[] centers = new double[k * d];
		final int[] sizes = new int[k];
		final double[] row = new double[d];
		for (int i = 0; i < n; i++) {
			if (i % 256 == 0) progress.check();
			final int c = whole ? 0 : clustering.labels()[i];
			if (c < 0) continue;
			points.row(i, row);
			for (int j = 0; j < d; j++) centers[c * d + j] += row[j];
			sizes[c]++;
		}
		for (int c = 0; c < k; c++) for (int j = 0; j < d; j++) centers[c * d + j] /= sizes[c];
		final double[] distances = new double[n];
		double largest = 0;
		for (int i = 0; i < n; i++) {
			if (i % 256 == 0) progress.check();
			points.row(i, row);
			double nearest = Double.POSITIVE_INFINITY;
			for (int c = 0; c < k; c++) if (sizes[c] > 0) nearest = Math.min(nearest, square(row, centers, c * d));
			distances[i] = Math.sqrt(nearest);
			largest = Math.max(largest, distances[i]);
		}
		if (largest > 0) for (int i = 0; i < n; i++) distances[i] /= largest;
		return distances;
	}

	private static double square(final double[] row, final double[] centers, final int from) {
		double sum = 0;
		for (int j = 0; j < row.length; j++) sum += (row[j] - centers[from + j]) * (row[j] - centers[from + j]);
		return sum;
	}
}
