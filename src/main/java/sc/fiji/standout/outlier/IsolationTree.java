package sc.fiji.standout.outlier;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;

/**
 * One tree of an isolation forest, grown by random cuts through random features until each item of its sample is alone
 * or the depth limit is reached. The nodes are numbered level by level, and the two children of a node follow each
 * other.
 *
 * @param feature for each node the column that it cuts
 * @param value for each inner node its threshold: larger values go to the second child; for each leaf the length of the
 *          path to it, with what an isolation of its remaining items would take on average
 * @param child for each node its first child; 0 for a leaf
 */
record IsolationTree(int[] feature, double[] value, int[] child) {

	private static final double EULER = 0.5772156649;

	/**
	 * Grows a tree from a random sample without replacement.
	 *
	 * @param samples how many of the points it takes, from 1 to n
	 */
	static IsolationTree grow(final Matrix points, final int samples, final Random random,
		final Progress progress)
	{
		return new Growth(points, sample(points.rows(), samples, random), random).tree(progress);
	}

	/** The length of the path on which a point, d values from {@code at} on, is isolated. */
	double path(final double[] points, final int at) {
		int node = 0;
		for (int first = child[0]; first > 0; first = child[node]) {
			node = first + (points[at + feature[node]] > value[node] ? 1 : 0);
		}
		return value[node];
	}

	/** The average path length of an unsuccessful search in a binary search tree of n items, c(n) of the paper. */
	static double averagePath(final int n) {
		if (n <= 1) return 0;
		return n == 2 ? 1 : 2 * (Math.log(n - 1.0) + EULER) - 2 * (n - 1.0) / n;
	}

	/** So many of the numbers from 0 to n - 1 (Floyd's way, which takes no list of all). */
	private static int[] sample(final int n, final int samples, final Random random) {
		final BitSet taken = new BitSet(n);
		final int[] rows = new int[samples];
		for (int i = 0, last = n - samples; i < samples; i++, last++) {
			final int row = random.nextInt(last + 1);
			rows[i] = taken.get(row) ? last : row;
			taken.set(rows[i]);
		}
		return rows;
	}

	/** A tree while it grows: node by node, each with a range of the rows. */
	private static final class Growth {

		private final Matrix points;
		private final int[] rows;
		private final Random random;
		private final int limit;
		private final int[] columns;
		private final int[] feature, child, from, to, depth;
		private final double[] value;
		private int count = 1;

		private Growth(final Matrix points, final int[] rows, final Random random) {
			this.points = points;
			this.rows = rows;
			this.random = random;
			limit = 32 - Integer.numberOfLeadingZeros(Math.max(2, rows.length) - 1);
			columns = new int[points.columns()];
			for (int j = 0; j < columns.length; j++) columns[j] = j;
			final int most = 2 * rows.length - 1;
			feature = new int[most];
			child = new int[most];
			from = new int[most];
			to = new int[most];
			depth = new int[most];
			value = new double[most];
			to[0] = rows.length;
		}

		private IsolationTree tree(final Progress progress) {
			for (int node = 0; node < count; node++) {
				progress.check();
				if (to[node] - from[node] > 1 && depth[node] < limit && cut(node)) split(node);
				else value[node] = depth[node] + averagePath(to[node] - from[node]);
			}
			return new IsolationTree(Arrays.copyOf(feature, count), Arrays.copyOf(value, count), Arrays.copyOf(child, count));
		}

		/** Chooses one of the columns that are not constant here, and a threshold; false where all are constant. */
		private boolean cut(final int node) {
			for (int left = columns.length; left > 0; left--) {
				final int drawn = random.nextInt(left);
				final int column = columns[drawn];
				columns[drawn] = columns[left - 1];
				columns[left - 1] = column;
				double min = Double.POSITIVE_INFINITY;
				double max = Double.NEGATIVE_INFINITY;
				for (int i = from[node]; i < to[node]; i++) {
					final double x = points.get(rows[i], column);
					min = Math.min(min, x);
					max = Math.max(max, x);
				}
				if (max <= min) continue;
				final double threshold = min + random.nextDouble() * (max - min);
				feature[node] = column;
				// rounding must not put all on one side
				value[node] = threshold < max ? threshold : min;
				return true;
			}
			return false;
		}

		private void split(final int node) {
			int middle = from[node];
			for (int i = from[node]; i < to[node]; i++) {
				if (points.get(rows[i], feature[node]) > value[node]) continue;
				final int row = rows[i];
				rows[i] = rows[middle];
				rows[middle++] = row;
			}
			child[node] = count;
			add(from[node], middle, depth[node] + 1);
			add(middle, to[node], depth[node] + 1);
		}

		private void add(final int first, final int last, final int level) {
			from[count] = first;
			to[count] = last;
			depth[count++] = level;
		}
	}
}
