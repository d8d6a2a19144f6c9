package sc.fiji.standout.embedding.tsne;

import java.util.Random;

import sc.fiji.standout.matrix.Pca;
import sc.fiji.standout.embedding.graph.Finite;
import sc.fiji.standout.embedding.graph.Graph;
import sc.fiji.standout.matrix.KdTree;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Neighbors;
import sc.fiji.standout.matrix.Progress;

/**
 * t-distributed stochastic neighbour embedding (van der Maaten and Hinton 2008), in the Barnes-Hut approximation (van der
 * Maaten 2014), with exact neighbours. It starts at the principal components with a standard deviation of 1e-4, as
 * openTSNE and Kobak and Berens (2019, doi:10.1038/s41467-019-13056-x) do. A seed gives the same layout on any number of
 * threads.
 *
 * @param dimensions of the layout, from 1 to 3
 * @param perplexity about how many neighbours each point has, below the number of points; 0 for 30, or a third of the
 *          points where these are fewer than 91
 * @param iterations of gradient descent
 * @param seed of the random numbers that tell points with the same principal components apart
 */
public record Tsne(int dimensions, double perplexity, int iterations, long seed) {

	private static final double AUTOMATIC = 30;
	private static final int NEIGHBORS_PER_PERPLEXITY = 3;
	private static final double START = 1e-4;

	/** Part of the start's standard deviation, as in openTSNE. */
	private static final double NOISE = .01;

	public Tsne {
		if (dimensions < 1 || dimensions > 3) throw new IllegalArgumentException("dimensions=" + dimensions +
			" must be from 1 to 3.");
		if (perplexity != 0 && !(perplexity >= 1)) throw new IllegalArgumentException("perplexity=" + perplexity +
			" must be 0 (automatic) or at least 1.");
		if (iterations < 1) throw new IllegalArgumentException("iterations=" + iterations + " must be at least 1.");
	}

	/**
	 * @param points n x d, all finite, n at least 3
	 * @return n x dimensions, stored as doubles, every column with mean 0
	 * @throws IllegalArgumentException when there are fewer than 3 points, a value is not finite, or the perplexity is not
	 *           below n
	 */
	public Matrix embed(final Matrix points, final Progress progress) {
		final int n = points.rows();
		if (n < 3) throw new IllegalArgumentException("t-SNE needs at least 3 items, but got " + n + ".");
		Finite.check(points, "t-SNE", progress);
		if (perplexity >= n) throw new IllegalArgumentException("perplexity=" + perplexity +
			" must be below the number of items, which is " + n + ".");
		final double used = perplexity > 0 ? perplexity : Math.min(AUTOMATIC, (n - 1) / 3.);
		final int k = (int) Math.min(n - 1, Math.ceil(NEIGHBORS_PER_PERPLEXITY * used));
		if ((long) n * k > Graph.MOST_EDGES) throw new IllegalArgumentException("perplexity=" + used + " is too much for " +
			n + " items; it must be at most " + Graph.MOST_EDGES / NEIGHBORS_PER_PERPLEXITY / n + ".");
		progress.message("t-SNE: placing the points");
		final float[] start = start(points, progress.part(0, .03));
		progress.message("t-SNE: finding the nearest neighbors");
		final Neighbors nearest = KdTree.of(points, progress).neighbors(k, progress.part(.03, .2));
		progress.message("t-SNE: weighing the neighbors");
		final Graph affinities = Affinities.of(nearest, used, progress.part(.2, .22));
		progress.message("t-SNE: optimizing the layout");
		return centered(Descent.run(affinities, start, dimensions, iterations, progress.part(.22, 1)), n);
	}

	/** The principal components, the first with a standard deviation of 1e-4, and a little noise. */
	private float[] start(final Matrix points, final Progress progress) {
		final int n = points.rows();
		final int k = Math.min(dimensions, Math.min(n, points.columns()));
		final Pca pca = Pca.fit(points, k, seed, progress.part(0, .9));
		final Matrix scores = pca.transform(points, progress.part(.9, 1));
		final double deviation = Math.sqrt(pca.explainedVariance()[0]);
		final double scale = deviation > 0 ? START / deviation : 0;
		final Random random = new Random(seed);
		final float[] start = new float[n * dimensions];
		for (int i = 0; i < n; i++) for (int j = 0; j < dimensions; j++)
			start[i * dimensions + j] = (float) ((j < k ? scale * scores.get(i, j) : 0) + NOISE * START * random.nextGaussian());
		return start;
	}

	private Matrix centered(final float[] layout, final int n) {
		final double[] values = new double[layout.length];
		for (int j = 0; j < dimensions; j++) {
			double sum = 0;
			for (int i = j; i < layout.length; i += dimensions) sum += layout[i];
			for (int i = j; i < layout.length; i += dimensions) values[i] = layout[i] - sum / n;
		}
		return Matrix.of(values, n, dimensions);
	}
}
