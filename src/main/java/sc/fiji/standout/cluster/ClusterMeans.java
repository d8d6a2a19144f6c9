package sc.fiji.standout.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.stream.IntStream;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;

/**
 * The means of clusters. Sums are taken from the first row on, so that the mean of a constant column is exact.
 */
final class ClusterMeans {

	/** The most values that all partial sums together may take: 32 MB. */
	private static final int MOST_VALUES = 1 << 22;

	private ClusterMeans() {}

	/**
	 * The mean of each cluster, zeros for one without points. The sums of chunks are added in their order.
	 *
	 * @param labels n labels from 0 to k - 1
	 * @return k x d
	 */
	static double[][] of(final Matrix points, final int[] labels, final int k, final Progress progress) {
		final int[] none = new int[labels.length];
		Arrays.fill(none, -1);
		final double[][] means = new double[k][points.columns()];
		addChange(points, none, labels, means, progress);
		final int[] counts = new int[k];
		for (final int label : labels) counts[label]++;
		divide(points, means, counts);
		return means;
	}

	/** Turns the sum of each cluster that has points, as {@link #addChange} makes it, into their mean. */
	static void divide(final Matrix points, final double[][] sums, final int[] counts) {
		final double[] first = new double[points.columns()];
		points.row(0, first);
		for (int c = 0; c < sums.length; c++) {
			if (counts[c] > 0) for (int j = 0; j < first.length; j++) sums[c][j] = sums[c][j] / counts[c] + first[j];
		}
	}

	/**
	 * Brings the sums of the clusters' points, less the first point, up to date.
	 *
	 * @param before n labels that the sums are of, -1 for a point in none of them
	 * @param labels n labels from 0 to k - 1
	 * @param sums k x d
	 */
	static void addChange(final Matrix points, final int[] before, final int[] labels, final double[][] sums,
		final Progress progress)
	{
		final int n = points.rows();
		final int k = sums.length;
		final int d = points.columns();
		final double[] first = new double[d];
		points.row(0, first);
		final int chunks = Math.max(1, (int) Math.min(32, MOST_VALUES / Math.max(1L, (long) k * d)));
		final int size = Math.max(256, (n + chunks - 1) / chunks);
		final double[][][] parts = new double[Parallel.count(n, size)][][];
		Parallel.chunks(n, size, progress, (chunk, from, to) -> {
			final double[] row = new double[d];
			for (int i = from; i < to; i++) {
				if (i % 1024 == 0) progress.check();
				if (before[i] == labels[i]) continue;
				if (parts[chunk] == null) parts[chunk] = new double[k][d];
				points.row(i, row);
				final double[] joined = parts[chunk][labels[i]];
				for (int j = 0; j < d; j++) joined[j] += row[j] - first[j];
				if (before[i] < 0) continue;
				final double[] left = parts[chunk][before[i]];
				for (int j = 0; j < d; j++) left[j] -= row[j] - first[j];
			}
		});
		for (final double[][] part : parts) {
			if (part != null) for (int c = 0; c < k; c++) for (int j = 0; j < d; j++) sums[c][j] += part[c][j];
		}
	}

	/**
	 * Gives every empty cluster one of the points that are farthest from their own centers, as scikit-learn does; points at
	 * no distance are left where they are, and then the empty cluster keeps its old center.
	 */
	static void fill(final Matrix points, final int[] labels, final double[][] means, final int[] sizes,
		final double[][] centers, final Progress progress)
	{
		final int n = labels.length;
		final double[] squares = new double[n];
		Parallel.chunks(n, 1024, progress.quiet(), (chunk, from, to) -> {
			for (int i = from; i < to; i++) squares[i] = points.square(i, means[labels[i]]);
		});
		final Iterator<Integer> farthest = IntStream.range(0, n).filter(i -> squares[i] > 0).boxed().sorted(Comparator
			.comparingDouble(i -> -squares[i])).iterator();
		for (int c = 0; c < means.length; c++) {
			if (sizes[c] > 0) continue;
			int taken = -1;
			while (taken < 0 && farthest.hasNext()) {
				final int i = farthest.next();
				// not the last one of its cluster, and not one that has just become a cluster
				if (sizes[labels[i]] > 1) taken = i;
			}
			if (taken < 0) means[c] = centers[c];
			else move(taken, c, points, labels, means, sizes);
		}
	}

	/** Makes a point a cluster of its own. */
	private static void move(final int point, final int c, final Matrix points, final int[] labels,
		final double[][] means, final int[] sizes)
	{
		final double[] row = new double[points.columns()];
		points.row(point, row);
		final int old = labels[point];
		for (int j = 0; j < row.length; j++) means[old][j] += (means[old][j] - row[j]) / (sizes[old] - 1);
		sizes[old]--;
		means[c] = row;
		sizes[c] = 1;
		labels[point] = c;
	}
}
