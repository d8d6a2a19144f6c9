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
		return new Graph(starts, neighbors.indices(), weights).symmetrize((a, b) -> a + b - a * b);
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
		final double bandwidth = Math.max(least, bandwidth(distances, at, k, nearest));
		for (int j = at; j < at + k; j++) {
			final double beyond = distances[j] - nearest;
			weights[j] = beyond <= 0 || bandwidth == 0 ? 1 : (float) Math.exp(-beyond / bandwidth);
		}
	}

	/** Bisects for the bandwidth at which the memberships add up to log2 of the number of neighbours. */
	private static double bandwidth(final double[] distances, final int at, final int k, final double nearest) {
		final double wanted = Math.log(k + 1) / Math.log(2);
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
