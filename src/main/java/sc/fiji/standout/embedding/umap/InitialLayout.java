package sc.fiji.standout.embedding.umap;

import java.util.List;
import java.util.Random;

import sc.fiji.standout.embedding.graph.Graph;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Pca;
import sc.fiji.standout.matrix.Progress;

/**
 * Where the points of a layout start: a connected graph at its spectral layout; of a graph in parts each part at its own,
 * in the place and of the size that it has among the principal components of all points. Parts of few points stay at
 * their principal components.
 */
final class InitialLayout {

	private InitialLayout() {}

	/**
	 * @param graph undirected, with a vertex for each point
	 * @param points n x d
	 * @return n x dimensions, row-major, from 0 to 10
	 */
	static float[] of(final Graph graph, final Matrix points, final int dimensions, final long seed,
		final Progress progress)
	{
		final int n = points.rows();
		final List<int[]> components = graph.components();
		final double[] layout = new double[Math.multiplyExact(n, dimensions)];
		final int k = Math.min(SpectralLayout.width(dimensions), Math.min(n, points.columns()));
		final Matrix scores = Pca.fit(points, k, seed, progress.part(0, .1)).transform(points, progress.part(.1, .2));
		for (int i = 0; i < n; i++)
			for (int j = 0; j < Math.min(k, dimensions); j++) layout[i * dimensions + j] = scores.get(i, j);
		int done = 0;
		for (final int[] component : components) {
			final Progress part = progress.part(.2 + .8 * done / n, .2 + .8 * (done + component.length) / n);
			done += component.length;
			if (component.length < SpectralLayout.leastSize(dimensions)) continue;
			final double[][] vectors = SpectralLayout.of(graph.restrict(component), rows(scores, component), dimensions, seed,
				part);
			place(vectors, component, components.size() == 1 ? 1 : size(layout, component, dimensions), layout);
		}
		return scale(layout, dimensions, seed);
	}

	/** The columns of some rows. */
	private static double[][] rows(final Matrix scores, final int[] component) {
		final double[][] columns = new double[scores.columns()][component.length];
		for (int j = 0; j < columns.length; j++)
			for (int i = 0; i < component.length; i++) columns[j][i] = scores.get(component[i], j);
		return columns;
	}

	/** The root mean square distance of some points from their centre. */
	private static double size(final double[] layout, final int[] component, final int dimensions) {
		double squares = 0;
		for (int j = 0; j < dimensions; j++) {
			final double center = center(layout, component, j, dimensions);
			for (final int i : component) squares += Math.pow(layout[i * dimensions + j] - center, 2);
		}
		return Math.sqrt(squares / component.length);
	}

	private static double center(final double[] layout, final int[] component, final int j, final int dimensions) {
		double sum = 0;
		for (final int i : component) sum += layout[i * dimensions + j];
		return sum / component.length;
	}

	/** Puts a component's own layout round the centre it had. */
	private static void place(final double[][] vectors, final int[] component, final double size,
		final double[] layout)
	{
		final int dimensions = vectors.length;
		// unit vectors spread by 1 / sqrt(length) along each dimension
		final double scale = size * Math.sqrt((double) component.length / dimensions);
		for (int j = 0; j < dimensions; j++) {
			final double center = center(layout, component, j, dimensions);
			for (int i = 0; i < component.length; i++)
				layout[component[i] * dimensions + j] = center + scale * vectors[j][i];
		}
	}

	/** To at most 10 from the origin, with a little noise, then each axis to 0 to 10, as umap-learn. */
	static float[] scale(final double[] layout, final int dimensions, final long seed) {
		double largest = 0;
		for (final double x : layout) largest = Math.max(largest, Math.abs(x));
		final Random random = new Random(seed);
		final float[] scaled = new float[layout.length];
		for (int i = 0; i < layout.length; i++)
			scaled[i] = (float) ((largest == 0 ? 0 : layout[i] / largest * 10) + 1e-4 * random.nextGaussian());
		for (int j = 0; j < dimensions; j++) {
			float low = Float.POSITIVE_INFINITY, high = Float.NEGATIVE_INFINITY;
			for (int i = j; i < scaled.length; i += dimensions) {
				low = Math.min(low, scaled[i]);
				high = Math.max(high, scaled[i]);
			}
			for (int i = j; i < scaled.length; i += dimensions) scaled[i] = high > low ? 10 * (scaled[i] - low) / (high - low) : 0;
		}
		return scaled;
	}
}
