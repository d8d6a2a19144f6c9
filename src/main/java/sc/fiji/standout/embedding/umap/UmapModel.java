package sc.fiji.standout.embedding.umap;

import sc.fiji.standout.embedding.Placer;
import sc.fiji.standout.embedding.graph.Finite;
import sc.fiji.standout.embedding.graph.Graph;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Neighbors;
import sc.fiji.standout.matrix.Progress;

/**
 * A layout made by UMAP, into which further points can be placed without moving it, as umap-learn's {@code transform}
 * does: each starts at the weighted mean of its nearest points in the layout, and is then moved by them and pushed off by
 * others.
 *
 * @param method how the layout was made
 * @param points n x d, those that were laid out
 * @param layout n x dimensions
 */
public record UmapModel(Umap method, Matrix points, Matrix layout) implements Placer {

	private static final int EPOCHS = 100;
	private static final int EPOCHS_OF_MANY = 30;
	private static final int MANY = 10_000;

	public UmapModel {
		if (points.rows() != layout.rows() || layout.columns() != method.dimensions()) throw new IllegalArgumentException(
			"The layout must be " + points.rows() + " x " + method.dimensions() + ", but is " + layout.rows() + " x " + layout
				.columns() + ".");
	}

	/**
	 * Places further points. The same points in the same order get the same places, on any number of threads.
	 *
	 * @param more m x d, all finite
	 * @return m x dimensions, stored as doubles
	 * @throws IllegalArgumentException when the points have another number of columns, or a value is not finite
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	@Override
	public Matrix transform(final Matrix more, final Progress progress) {
		if (more.columns() != points.columns()) throw new IllegalArgumentException("This UMAP layout needs " + points
			.columns() + " features, but got " + more.columns() + ".");
		Finite.check(more, "UMAP", progress);
		final int m = more.rows();
		final int dimensions = method.dimensions();
		if (m == 0) return Matrix.of(new double[0], 0, dimensions);
		progress.message("UMAP: finding the nearest items of the layout");
		final Metric metric = method.metric();
		final int k = Math.min(method.neighbors(), points.rows());
		final Neighbors nearest = metric.finish(NearestRows.of(metric.prepare(points), metric.prepare(more), k, progress.part(
			0, .5)));
		progress.message("UMAP: placing the new items");
		final Graph graph = FuzzySet.joining(nearest);
		final float[] fixed = floats(layout.toDoubles());
		final float[] placed = LayoutOptimizer.join(graph, means(graph, fixed), fixed, dimensions, epochs(m), method.curve(),
			method.seed(), progress.part(.5, 1));
		return Umap.matrix(placed, m, dimensions);
	}

	private int epochs(final int m) {
		if (method.epochs() > 0) return Math.max(1, method.epochs() / 3);
		return m <= MANY ? EPOCHS : EPOCHS_OF_MANY;
	}

	/** The mean place of each point's neighbours, weighted by its memberships. */
	private float[] means(final Graph graph, final float[] fixed) {
		final int dimensions = method.dimensions();
		final float[] means = new float[Math.multiplyExact(graph.size(), dimensions)];
		for (int i = 0; i < graph.size(); i++) {
			double total = 0;
			for (int e = graph.starts()[i]; e < graph.starts()[i + 1]; e++) total += graph.weights()[e];
			for (int j = 0; j < dimensions; j++) {
				double sum = 0;
				for (int e = graph.starts()[i]; e < graph.starts()[i + 1]; e++)
					sum += graph.weights()[e] * fixed[graph.targets()[e] * dimensions + j];
				means[i * dimensions + j] = (float) (sum / total);
			}
		}
		return means;
	}

	private static float[] floats(final double[] values) {
		final float[] floats = new float[values.length];
		for (int i = 0; i < floats.length; i++) floats[i] = (float) values[i];
		return floats;
	}
}
