package sc.fiji.standout.embedding.umap;

import java.util.Random;

import sc.fiji.standout.embedding.graph.Graph;
import sc.fiji.standout.embedding.graph.Quiet;
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
	private static final int DEGREE = 40;
	private static final int ROUNDS = 12;
	private static final double TOLERANCE = .01;
	private static final int CHUNK = 1024;

	private final Graph graph;
	private final int n;

	/** How many vectors are iterated, and the length of each row of a block (n rows). */
	private final int width;

	private final double[] inverseRoots;
	private final Progress progress;

	private SpectralLayout(final Graph graph, final int width, final double[] inverseRoots, final Progress progress) {
		this.graph = graph;
		n = graph.size();
		this.width = width;
		this.inverseRoots = inverseRoots;
		this.progress = progress;
	}

	/** The fewest vertices of a graph for which so many vectors can be found. */
	static int leastSize(final int dimensions) {
		return 3 * (dimensions + GUARDS + 1);
	}

	/**
	 * @param graph undirected, connected, of at least {@link #leastSize} vertices
	 * @return vectors of unit length, one for each dimension
	 */
	static double[][] of(final Graph graph, final int dimensions, final long seed, final Progress progress) {
		final int n = graph.size();
		final double[] inverseRoots = new double[n];
		final double[] trivial = new double[n];
		for (int i = 0; i < n; i++) {
			double degree = 0;
			for (int e = graph.starts()[i]; e < graph.starts()[i + 1]; e++) degree += graph.weights()[e];
			trivial[i] = Math.sqrt(degree);
			inverseRoots[i] = 1 / trivial[i];
		}
		final int width = dimensions + GUARDS;
		return new SpectralLayout(graph, width, inverseRoots, progress).iterate(trivial, dimensions, seed);
	}

	private double[][] iterate(final double[] trivial, final int dimensions, final long seed) {
		final Random random = new Random(seed);
		double[] block = new double[Math.multiplyExact(n, width)];
		for (int i = 0; i < block.length; i++) block[i] = random.nextGaussian();
		double[] before = null;
		double cut = 0;
		for (int round = 0;; round++) {
			final double[] filtered = filter(block, cut, round == 0 ? FIRST_DEGREE : DEGREE);
			final double[][] vectors = vectors(filtered, trivial, seed);
			final double[] basis = block(vectors);
			final double[][] images = vectors(multiply(basis, null, 1, 0, 0));
			final SymmetricEigen ritz = SymmetricEigen.of(products(vectors, images), new Quiet(progress));
			if (round == ROUNDS || before != null && converged(before, ritz.values(), dimensions))
				return combine(vectors, ritz, dimensions);
			before = ritz.values();
			cut = before[width - 1];
			block = basis;
			progress.report((round + 1.) / (ROUNDS + 1));
		}
	}

	/** Amplifies what belongs to eigenvalues above the cut, and damps those from -1 to the cut. */
	private double[] filter(final double[] block, final double cut, final int degree) {
		final double half = (1 + cut) / 2;
		final double middle = (cut - 1) / 2;
		double[] before = block;
		double[] now = multiply(block, null, 1 / half, -middle / half, 0);
		for (int k = 2; k <= degree; k++) {
			final double[] next = multiply(now, before, 2 / half, -2 * middle / half, -1);
			before = now;
			now = next;
		}
		return now;
	}

	/** {@code a S x + b x + c y}, where S is the weight matrix divided by the roots of both ends' degrees. */
	private double[] multiply(final double[] x, final double[] y, final double a, final double b, final double c) {
		final double[] product = new double[x.length];
		Parallel.chunks(n, CHUNK, new Quiet(progress), (chunk, from, to) -> {
			for (int i = from; i < to; i++) {
				final int at = i * width;
				for (int e = graph.starts()[i]; e < graph.starts()[i + 1]; e++) {
					final int other = graph.targets()[e] * width;
					final double weight = graph.weights()[e] * inverseRoots[graph.targets()[e]];
					for (int j = 0; j < width; j++) product[at + j] += weight * x[other + j];
				}
				final double scale = a * inverseRoots[i];
				for (int j = 0; j < width; j++) product[at + j] = scale * product[at + j] + b * x[at + j];
				if (y != null) for (int j = 0; j < width; j++) product[at + j] += c * y[at + j];
			}
		});
		return product;
	}

	/** The columns of a block, orthonormal and at right angles to the trivial vector. */
	private double[][] vectors(final double[] block, final double[] trivial, final long seed) {
		final double[][] columns = vectors(block);
		final double[][] all = new double[width + 1][];
		all[0] = trivial.clone();
		System.arraycopy(columns, 0, all, 1, width);
		Orthonormal.rows(all, seed, progress);
		return columns;
	}

	private double[][] vectors(final double[] block) {
		final double[][] vectors = new double[width][n];
		for (int i = 0; i < n; i++) for (int j = 0; j < width; j++) vectors[j][i] = block[i * width + j];
		return vectors;
	}

	private double[] block(final double[][] vectors) {
		final double[] block = new double[n * width];
		for (int i = 0; i < n; i++) for (int j = 0; j < width; j++) block[i * width + j] = vectors[j][i];
		return block;
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
