package sc.fiji.standout.embedding.umap;

import sc.fiji.standout.embedding.graph.Graph;
import sc.fiji.standout.matrix.Neighbors;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;

/**
 * The fuzzy simplicial set of UMAP (McInnes, Healy and Melville 2018, arXiv:1802.03426; the details are those of
 * umap-learn): how much each point belongs to the neighbourhood of each other.
 */
final class FuzzySet {

	private static final int BISECTIONS = 64;
	private static final double TOLERANCE = 1e-5;

	/** A bandwidth is at least this part of the mean distance. */
	private static final double LEAST_BANDWIDTH = 1e-3;

	private static final int CHUNK = 512;

	private FuzzySet() {}

	/**
	 * @param neighbors k neighbours of each point, itself not counted
	 * @return the undirected graph of memberships
	 */
	static Graph of(final Neighbors neighbors, final Progress progress) {
		final int n = neighbors.size();
		final int k = neighbors.k();
		final double[] distances = neighbors.distances();
		double total = 0;
		for (final double distance : distances) total += distance;
		// umap-learn counts the point itself, at distance 0, as its first neighbour
		final double mean = total / n / (k + 1);
		final float[] weights = new float[n * k];
		Parallel.chunks(n, CHUNK, progress, (chunk, from, to) -> {
			for (int i = from; i < to; i++) memberships(distances, i * k, k, mean, weights);
		});
		final int[] starts = new int[n + 1];
		for (int i = 0; i <= n; i++) starts[i] = i * k;
		return new Graph(starts, neighbors.indices(), weights).symmetrize((a, b) -> a + b - a * b, progress);
	}

	/**
	 * How much points that join belong to the neighbourhoods of those that are there: like umap-learn's, without a
	 * distance at which membership is full.
	 *
	 * @param neighbors k of the n points there, of each of m others
	 * @return edges from each of the m to k of the n
	 */
	static Graph joining(final Neighbors neighbors) {
		final int k = neighbors.k();
		final int m = neighbors.size();
		final double[] distances = neighbors.distances();
		final float[] weights = new float[m * k];
		final int[] starts = new int[m + 1];
		for (int i = 0; i < m; i++) {
			starts[i + 1] = (i + 1) * k;
			double sum = 0;
			for (int j = i * k; j < (i + 1) * k; j++) sum += distances[j];
			final double bandwidth = Math.max(LEAST_BANDWIDTH * sum / k, bandwidth(distances, i * k, k, 0, log2(k)));
			for (int j = i * k; j < (i + 1) * k; j++)
				weights[j] = sum == 0 ? 1 : (float) Math.exp(-distances[j] / bandwidth);
		}
		return new Graph(starts, neighbors.indices(), weights);
	}

	/** {@code exp(-(distance - nearest) / bandwidth)}, with the nearest distance that is not 0. */
	private static void memberships(final double[] distances, final int at, final int k, final double mean,
		final float[] weights)
	{
		double nearest = 0;
		double sum = 0;
		for (int j = at; j < at + k; j++) {
			if (nearest == 0) nearest = distances[j];
			sum += distances[j];
		}
		final double least = LEAST_BANDWIDTH * (nearest > 0 ? sum / (k + 1) : mean);
		final double bandwidth = Math.max(least, bandwidth(distances, at, k, nearest, log2(k + 1)));
		for (int j = at; j < at + k; j++) {
			final double beyond = distances[j] - nearest;
			weights[j] = beyond <= 0 || bandwidth == 0 ? 1 : (float) Math.exp(-beyond / bandwidth);
		}
	}

	private static double log2(final double x) {
		return Math.log(x) / Math.log(2);
	}

	/** Bisects for the bandwidth at which the memberships add up to the sum wanted. */
	private static double bandwidth(final double[] distances, final int at, final int k, final double nearest,
		final double wanted)
	{
		double low = 0, high = Double.POSITIVE_INFINITY, middle = 1;
		for (int step = 0; step < BISECTIONS; step++) {
			double sum = 0;
			for (int j = at; j < at + k; j++) {
				final double beyond = distances[j] - nearest;
				sum += beyond > 0 ? Math.exp(-beyond / middle) : 1;
			}
			if (Math.abs(sum - wanted) < TOLERANCE) break;
			if (sum > wanted) {
				high = middle;
				middle = (low + high) / 2;
			}
			else {
				low = middle;
				middle = high == Double.POSITIVE_INFINITY ? 2 * middle : (low + high) / 2;
			}
		}
		return middle;
	}
}
