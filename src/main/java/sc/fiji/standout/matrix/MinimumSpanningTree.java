package sc.fiji.standout.matrix;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A minimum spanning tree of points: n - 1 edges, the shortest first.
 * <p>
 * Ties are the rule under mutual reachability, where a point has the same weight to many that lie within its core
 * distance. Which of them is joined, and which of equal edges comes first, follows the reference package hdbscan of
 * scikit-learn-contrib: the edges are those of {@link Boruvka}, sorted by {@link NumpyOrder} from the order in which
 * they were found. Only after its first round may one of several equal edges be another one than in the reference,
 * which takes the one that its search comes to first.
 * </p>
 *
 * @param from n - 1 indices, the smaller end of each edge
 * @param to n - 1 indices, the larger end of each edge
 * @param weights n - 1 weights, ascending
 */
public record MinimumSpanningTree(int[] from, int[] to, double[] weights) {

	/** How many neighbours of a point are kept at most to start from. */
	private static final int MOST_NEAR = 16;

	/**
	 * The tree of the Euclidean distances.
	 *
	 * @param points n x d, all finite
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	public static MinimumSpanningTree euclidean(final Matrix points, final Progress progress) {
		final KdTree tree = KdTree.of(points, progress);
		return sorted(new Boruvka(tree, new double[tree.n], new int[0]), progress);
	}

	/**
	 * The tree of the mutual reachability distances max(core(a), core(b), d(a, b)), where the core distance of a point
	 * is the distance to its {@code samples}-th neighbour, itself not counted (Campello et al. 2015,
	 * doi:10.1145/2733381).
	 *
	 * @param points n x d, all finite
	 * @param samples at least 1; where it is not below n, it is n - 1
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	public static MinimumSpanningTree mutualReachability(final Matrix points, final int samples,
		final Progress progress)
	{
		if (samples < 1) throw new IllegalArgumentException("samples=" + samples + " must be at least 1.");
		final KdTree tree = KdTree.of(points, progress);
		final int k = Math.min(samples, tree.n - 1);
		if (k < 1) return new MinimumSpanningTree(new int[0], new int[0], new double[0]);
		final int nearCount = Math.min(k, MOST_NEAR);
		final double[] cores = new double[tree.n];
		final int[] near = new int[Math.multiplyExact(tree.n, nearCount)];
		tree.eachLeaf(k, progress.part(0, 0.5), (search, first, count) -> {
			for (int i = 0; i < count; i++) {
				cores[first + i] = search.squares[i * k + k - 1];
				System.arraycopy(search.rows, i * k, near, (first + i) * nearCount, nearCount);
			}
		});
		return sorted(new Boruvka(tree, cores, near), progress.part(0.5, 1));
	}

	/** How many points the tree joins. */
	public int size() {
		return weights.length + 1;
	}

	private static MinimumSpanningTree sorted(final Boruvka edges, final Progress progress) {
		edges.run(progress);
		final double[] weights = Arrays.stream(edges.weights).map(Math::sqrt).toArray();
		final int[] order = NumpyOrder.of(weights);
		return new MinimumSpanningTree(IntStream.of(order).map(i -> edges.from[i]).toArray(), IntStream.of(order).map(
			i -> edges.to[i]).toArray(), IntStream.of(order).mapToDouble(i -> weights[i]).toArray());
	}
}
