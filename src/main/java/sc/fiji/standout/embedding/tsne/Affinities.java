package sc.fiji.standout.embedding.tsne;

import sc.fiji.standout.embedding.graph.Graph;
import sc.fiji.standout.matrix.Neighbors;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;

/**
 * How likely each pair of points are neighbours: Gaussian similarities over the nearest neighbours, with the bandwidth of
 * each point such that its distribution has the wanted perplexity, made symmetric (van der Maaten 2014,
 * "Accelerating t-SNE using tree-based algorithms").
 */
final class Affinities {

	private static final int BISECTIONS = 100;
	private static final double TOLERANCE = 1e-5;
	private static final int CHUNK = 512;

	private Affinities() {}

	/**
	 * @param neighbors k neighbours of each point, itself not counted
	 * @param perplexity from 1; above k the neighbours of a point are all equally likely
	 * @return an undirected graph with weights that add up to 1
	 */
	static Graph of(final Neighbors neighbors, final double perplexity, final Progress progress) {
		final int n = neighbors.size();
		final int k = neighbors.k();
		final float[] weights = new float[n * k];
		Parallel.chunks(n, CHUNK, progress, (chunk, from, to) -> {
			final double[] squares = new double[k];
			for (int i = from; i < to; i++) {
				for (int j = 0; j < k; j++) squares[j] = neighbors.distance(i, j) * neighbors.distance(i, j);
				conditional(squares, Math.log(perplexity), weights, i * k);
			}
		});
		final int[] starts = new int[n + 1];
		for (int i = 0; i <= n; i++) starts[i] = i * k;
		final float half = .5f / n;
		return new Graph(starts, neighbors.indices(), weights).symmetrize((a, b) -> half * (a + b), progress);
	}

	/** Bisects for the precision at which the distribution has the wanted entropy, in nats. */
	private static void conditional(final double[] squares, final double entropy, final float[] weights, final int at) {
		final double nearest = squares[0];
		double mean = 0;
		for (final double square : squares) mean += (square - nearest) / squares.length;
		final double[] values = new double[squares.length];
		double low = 0, high = Double.POSITIVE_INFINITY;
		// where all neighbours are as far away as each other, any precision will do
		double precision = mean > 0 ? 1 / mean : 1;
		double sum = 0;
		for (int step = 0; step < BISECTIONS; step++) {
			sum = 0;
			double weighted = 0;
			for (int j = 0; j < squares.length; j++) {
				values[j] = Math.exp(-(squares[j] - nearest) * precision);
				sum += values[j];
				weighted += values[j] * (squares[j] - nearest);
			}
			final double beyond = Math.log(sum) + precision * weighted / sum - entropy;
			if (mean == 0 || Math.abs(beyond) < TOLERANCE) break;
			if (beyond > 0) {
				low = precision;
				precision = high == Double.POSITIVE_INFINITY ? 2 * precision : (low + high) / 2;
			}
			else {
				high = precision;
				precision = (low + high) / 2;
			}
		}
		for (int j = 0; j < squares.length; j++) weights[at + j] = (float) (values[j] / sum);
	}
}
