package sc.fiji.standout.embedding.umap;

import sc.fiji.standout.embedding.graph.Finite;
import sc.fiji.standout.embedding.graph.Graph;
import sc.fiji.standout.matrix.KdTree;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Neighbors;
import sc.fiji.standout.matrix.Progress;

/**
 * Uniform manifold approximation and projection (McInnes, Healy and Melville 2018, arXiv:1802.03426), with the choices
 * of umap-learn, except that the neighbours are always exact and that a seed gives the same layout on any number of
 * threads.
 *
 * @param dimensions of the layout
 * @param neighbors size of the neighbourhood, the point itself counted; where there are fewer points, all of them, as in
 *          umap-learn
 * @param minDistance how close points may lie in the layout, from 0 to 1
 * @param metric of the distances between points
 * @param epochs of optimisation; 0 for 500 up to 10000 points and 200 for more
 * @param seed of all random numbers
 */
public record Umap(int dimensions, int neighbors, double minDistance, Metric metric, int epochs, long seed) {

	private static final double SPREAD = 1;

	public Umap {
		if (dimensions < 1) throw new IllegalArgumentException("dimensions=" + dimensions + " must be at least 1.");
		if (neighbors < 2) throw new IllegalArgumentException("neighbors=" + neighbors + " must be at least 2.");
		if (!(minDistance >= 0 && minDistance <= SPREAD)) throw new IllegalArgumentException("distance=" + minDistance +
			" must be from 0 to 1.");
		if (epochs < 0) throw new IllegalArgumentException("epochs=" + epochs + " must be 0 (automatic) or more.");
	}

	/**
	 * @param points n x d, all finite, n at least 3
	 * @return n x dimensions, stored as doubles
	 * @throws IllegalArgumentException when there are fewer than 3 points, or a value is not finite
	 */
	public Matrix embed(final Matrix points, final Progress progress) {
		return fit(points, progress).layout();
	}

	/**
	 * As {@link #embed}, with what is needed to place further points.
	 *
	 * @param points n x d, all finite, n at least 3
	 * @throws IllegalArgumentException when there are fewer than 3 points, a value is not finite, or so many neighbours of
	 *           so many points are more than an array can hold
	 */
	public UmapModel fit(final Matrix points, final Progress progress) {
		final int n = points.rows();
		if (n < 3) throw new IllegalArgumentException("UMAP needs at least 3 items, but got " + n + ".");
		Finite.check(points, "UMAP", progress);
		final int k = Math.min(neighbors, n) - 1;
		// the point itself is counted, but is no edge
		if ((long) n * k > Graph.MOST_EDGES) throw new IllegalArgumentException("neighbors=" + neighbors +
			" is too much for " + n + " items; it must be at most " + (Graph.MOST_EDGES / n + 1) + ".");
		progress.message("UMAP: finding the nearest neighbors");
		final Matrix measured = metric.prepare(points);
		final Neighbors nearest = metric.finish(KdTree.of(measured, progress).neighbors(k, progress.part(0, .25)));
		progress.message("UMAP: building the graph");
		final Graph graph = FuzzySet.of(nearest, progress.part(.25, .3));
		progress.message("UMAP: placing the points");
		final float[] start = InitialLayout.of(graph, measured, dimensions, seed, progress.part(.3, .35));
		progress.message("UMAP: optimizing the layout");
		final int rounds = epochs > 0 ? epochs : n <= 10000 ? 500 : 200;
		final float[] layout = LayoutOptimizer.optimize(graph, start, dimensions, rounds, curve(), seed, progress.part(.35,
			1));
		return new UmapModel(this, points, matrix(layout, n, dimensions));
	}

	Curve curve() {
		return Curve.fit(minDistance, SPREAD);
	}

	static Matrix matrix(final float[] layout, final int n, final int dimensions) {
		final double[] values = new double[layout.length];
		for (int i = 0; i < values.length; i++) values[i] = layout[i];
		return Matrix.of(values, n, dimensions);
	}
}
