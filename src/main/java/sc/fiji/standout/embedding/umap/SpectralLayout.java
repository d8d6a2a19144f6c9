package sc.fiji.standout.embedding.umap;

import java.util.Random;

import sc.fiji.standout.embedding.graph.Graph;
import sc.fiji.standout.matrix.Orthonormal;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.SymmetricEigen;

/**
 * The smoothest vectors on a connected graph: the eigenvectors of its normalised Laplacian with the smallest
 * eigenvalues, less the trivial first one. Found by subspace iteration with Chebyshev filters (Zhou, Saad, Tiago and
 * Chelikowsky 2006, doi:10.1016/j.jcp.2006.03.017), only as exactly as the start of a layout needs.
 */
final class SpectralLayout {

	/** Vectors that are iterated beyond those wanted, which makes the wanted ones converge sooner. */
	private static final int GUARDS = 3;

	private static final int FIRST_DEGREE = 10;
	private static final int DEGREE = 30;
	private static final int ROUNDS = 16;

	/** Between two rounds, of the eigenvalues of the Laplacian; after the second round the error is far smaller. */
	private static final double TOLERANCE = .05;

	private static final int CHUNK = 1024;

	private final Graph graph;
	private final int n;
	private final double[] degrees;
	private final Progress progress;

	private SpectralLayout(final Graph graph, final double[] degrees, final Progress progress) {
		this.graph = graph;
		n = graph.size();
		this.degrees = degrees;
		this.progress = progress;
	}

	/** How many vectors are iterated. */
	static int width(final int dimensions) {
		return dimensions + GUARDS;
	}

	/** The fewest vertices of a graph for which so many vectors can be found. */
	static int leastSize(final int dimensions) {
		return 3 * (width(dimensions) + 1);
	}

	/**
	 * @param graph undirected, connected, of at least {@link #leastSize} vertices
	 * @param guesses any number of vectors that may be smooth on the graph, such as principal components
	 * @return vectors of unit length, one for each dimension
	 */
	static double[][] of(final Graph graph, final double[][] guesses, final int dimensions, final long seed,
		final Progress progress)
	{
		final int n = graph.size();
		final double[] degrees = new double[n];
		for (int i = 0; i < n; i++)
			for (int e = graph.starts()[i]; e < graph.starts()[i + 1]; e++) degrees[i] += graph.weights()[e];
		final Random random = new Random(seed);
		final double[][] start = new double[width(dimensions)][];
		for (int v = 0; v < start.length; v++)
			start[v] = v < guesses.length ? guesses[v] : random.doubles(n, -1, 1).toArray();
		return new SpectralLayout(graph, degrees, progress).iterate(start, dimensions, seed);
	}

	/**
	 * Vectors are filtered as functions on the vertices, that is divided by the roots of the degrees, for which the
	 * matrix is an average over the neighbours; they are made orthonormal as they are.
	 */
	private double[][] iterate(final double[][] start, final int dimensions, final long seed) {
		final double[] roots = new double[n];
		for (int i = 0; i < n; i++) roots[i] = Math.sqrt(degrees[i]);
		double[][] functions = start;
		double[] before = null;
		double cut = 0;
		for (int round = 0;; round++) {
			final double[][] vectors = filter(functions, cut, round == 0 ? FIRST_DEGREE : DEGREE);
			for (final double[] vector : vectors) for (int i = 0; i < n; i++) vector[i] *= roots[i];
			orthonormalize(vectors, roots, seed);
			functions = new double[vectors.length][n];
			for (int v = 0; v < vectors.length; v++) for (int i = 0; i < n; i++) functions[v][i] = vectors[v][i] / roots[i];
			final double[][] images = average(functions, null, 1, 0, 0);
			for (final double[] image : images) for (int i = 0; i < n; i++) image[i] *= roots[i];
			final SymmetricEigen ritz = SymmetricEigen.of(products(vectors, images), progress.quiet());
			if (round == ROUNDS || before != null && converged(before, ritz.values(), dimensions))
				return combine(vectors, ritz, dimensions);
			before = ritz.values();
			cut = before[before.length - 1];
			progress.report((round + 1.) / (ROUNDS + 1));
		}
	}

	/** Amplifies what belongs to eigenvalues above the cut, and damps those from -1 to the cut. */
	private double[][] filter(final double[][] functions, final double cut, final int degree) {
		final double half = (1 + cut) / 2;
		final double middle = (cut - 1) / 2;
		double[][] before = functions;
		double[][] now = average(functions, null, 1 / half, -middle / half, 0);
		for (int k = 2; k <= degree; k++) {
			final double[][] next = average(now, before, 2 / half, -2 * middle / half, -1);
			before = now;
			now = next;
		}
		return now;
	}

	/** {@code a A x + b x + c y} for each x and y, where A takes the weighted mean over the neighbours. */
	private double[][] average(final double[][] xs, final double[][] ys, final double a, final double b,
		final double c)
	{
		final double[][] results = new double[xs.length][n];
		final int[] starts = graph.starts();
		final int[] targets = graph.targets();
		final float[] weights = graph.weights();
		Parallel.chunks(n, CHUNK, progress.quiet(), (chunk, from, to) -> {
			for (int v = 0; v < xs.length; v++) {
				final double[] x = xs[v];
				final double[] result = results[v];
				for (int i = from; i < to; i++) {
					double sum = 0;
					for (int e = starts[i]; e < starts[i + 1]; e++) sum += weights[e] * x[targets[e]];
					result[i] = a / degrees[i] * sum + b * x[i];
				}
				if (ys != null) for (int i = from; i < to; i++) result[i] += c * ys[v][i];
			}
		});
		return results;
	}

	/** Makes the vectors orthonormal, and at right angles to the trivial one. */
	private void orthonormalize(final double[][] vectors, final double[] trivial, final long seed) {
		final double[][] all = new double[vectors.length + 1][];
		all[0] = trivial.clone();
		System.arraycopy(vectors, 0, all, 1, vectors.length);
		Orthonormal.rows(all, 0, seed, progress);
	}

	private static double[][] products(final double[][] a, final double[][] b) {
		final double[][] products = new double[a.length][a.length];
		for (int p = 0; p < a.length; p++) for (int q = 0; q <= p; q++)
			for (int i = 0; i < a[0].length; i++) products[p][q] += a[p][i] * b[q][i];
		return products;
	}

	/** Compares with the distance from 1, since that is the eigenvalue of the Laplacian. */
	private static boolean converged(final double[] before, final double[] now, final int dimensions) {
		for (int j = 0; j < dimensions; j++)
			if (Math.abs(now[j] - before[j]) > TOLERANCE * Math.abs(1 - now[j])) return false;
		return true;
	}

	private static double[][] combine(final double[][] vectors, final SymmetricEigen ritz, final int dimensions) {
		final double[][] combined = new double[dimensions][vectors[0].length];
		for (int c = 0; c < dimensions; c++) for (int v = 0; v < vectors.length; v++) {
			final double weight = ritz.vectors()[c][v];
			for (int i = 0; i < vectors[v].length; i++) combined[c][i] += weight * vectors[v][i];
		}
		return combined;
	}
}
