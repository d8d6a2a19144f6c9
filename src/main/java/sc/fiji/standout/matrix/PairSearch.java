package sc.fiji.standout.matrix;

import java.util.Arrays;

/** Finds all pairs of points within a distance, by a k-d tree; keeps none of them. */
public final class PairSearch {

	/** Pairs held back before they are told. */
	private static final int MOST = 1 << 14;

	/** Told of every pair once, in no order, by one thread at a time. */
	public interface Found {

		/** @param distance Euclidean, of the rows {@code i} and {@code j} */
		void take(int i, int j, double distance);
	}

	private final KdTree tree;
	private final double radius;
	private final Progress progress;
	private final Found found;

	private PairSearch(final KdTree tree, final double radius, final Progress progress, final Found found) {
		this.tree = tree;
		this.radius = radius;
		this.progress = progress;
		this.found = found;
	}

	/**
	 * @param points n x d, all finite
	 * @param radius the largest distance, at least 0
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	public static void within(final Matrix points, final double radius, final Progress progress, final Found found) {
		final KdTree tree = KdTree.of(points);
		final PairSearch search = new PairSearch(tree, radius, progress, found);
		Parallel.chunks(tree.start.length - tree.firstLeaf, 1, progress, (chunk, from, to) -> search.new Leaf().run(
			tree.firstLeaf + chunk));
	}

	/** The pairs of one leaf's points with those that come after them in the order of the leaves. */
	private final class Leaf {

		private final double limit = radius * radius * (1 + 1e-12);
		private final double[] query = new double[tree.d];
		private final double[] squares = new double[KdTree.LEAF_SIZE];
		private int[] rows = new int[32];
		private double[] distances = new double[16];
		private int count;

		void run(final int leaf) {
			for (int i = tree.start[leaf]; i < tree.end[leaf]; i++) {
				progress.check();
				tree.point(leaf, i - tree.start[leaf], query);
				visit(0, i);
			}
			tell();
		}

		private void visit(final int node, final int point) {
			if (tree.end[node] <= point + 1 || KdDistance.box(query, tree.low, tree.high, node * tree.d, limit) > limit) return;
			if (!tree.isLeaf(node)) {
				visit(2 * node + 1, point);
				visit(2 * node + 2, point);
				return;
			}
			final int start = tree.start[node];
			final int m = tree.end[node] - start;
			if (!KdDistance.leaf(query, tree.points, start * tree.d, m, limit, squares)) return;
			for (int i = Math.max(0, point + 1 - start); i < m; i++) {
				if (squares[i] > limit) continue;
				final double distance = Math.sqrt(squares[i]);
				if (distance <= radius) add(tree.order[point], tree.order[start + i], distance);
			}
		}

		private void add(final int i, final int j, final double distance) {
			if (count == distances.length) {
				rows = Arrays.copyOf(rows, 4 * count);
				distances = Arrays.copyOf(distances, 2 * count);
			}
			rows[2 * count] = i;
			rows[2 * count + 1] = j;
			distances[count++] = distance;
			if (count == MOST) tell();
		}

		private void tell() {
			synchronized (found) {
				for (int i = 0; i < count; i++) found.take(rows[2 * i], rows[2 * i + 1], distances[i]);
			}
			count = 0;
		}
	}
}
