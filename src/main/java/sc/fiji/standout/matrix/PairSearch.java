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

	private PairSearch() {}

	/**
	 * @param points n x d, all finite
	 * @param radius the largest distance, at least 0
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	public static void within(final Matrix points, final double radius, final Progress progress, final Found found) {
		final KdTree tree = KdTree.of(points, progress);
		Parallel.chunks(tree.start.length - tree.firstLeaf, 1, progress, (chunk, from, to) -> new Leaf(tree, radius, progress,
			found).run(tree.firstLeaf + chunk));
	}

	/** The pairs of one leaf's points with those that come after them in the order of the leaves. */
	private static final class Leaf extends KdBatch {

		private final double radius;
		private final Found found;
		private int first;
		private int[] rows = new int[32];
		private double[] distances = new double[16];
		private int count;

		Leaf(final KdTree tree, final double radius, final Progress progress, final Found found) {
			super(tree, progress);
			this.radius = radius;
			this.found = found;
		}

		void run(final int leaf) {
			first = tree.start[leaf];
			for (int i = first; i < tree.end[leaf]; i++) setReach(add(tree.order[i]), radius * radius);
			walk();
			tell();
		}

		@Override
		boolean isOpen(final int i, final int node) {
			return tree.end[node] > first + i + 1;
		}

		@Override
		void found(final int i, final int other) {
			if (other <= first + i) return;
			final double distance = Math.sqrt(tree.matrix.square(tree.order[other], points[i]));
			if (distance <= radius) add(tree.order[first + i], tree.order[other], distance);
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
