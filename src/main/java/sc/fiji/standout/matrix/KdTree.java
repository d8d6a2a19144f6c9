package sc.fiji.standout.matrix;

import java.util.stream.IntStream;

/**
 * A k-d tree over the rows of a matrix, for exact Euclidean neighbours (Bentley 1975, doi:10.1145/361002.361007, with
 * the bounding boxes and median splits of Friedman, Bentley and Finkel 1977, doi:10.1145/355744.355745).
 * <p>
 * The tree is complete and stored in flat arrays: the children of node i are 2 i + 1 and 2 i + 2, all leaves are
 * on one level and hold up to {@value #LEAF_SIZE} points. The coordinates are copied leaf by leaf, each leaf column
 * by column, the columns in the order of falling variance, so that most leaves are found too far away after a few
 * columns.
 * </p>
 */
public final class KdTree {

	static final int LEAF_SIZE = 64;

	/** How many points there are. */
	final int n;

	/** How many coordinates each point has. */
	final int d;

	/** n x d coordinates: of a leaf from {@code start[leaf] * d} on, column by column. */
	final double[] points;

	/** The matrix row of each point, in the order of the leaves. */
	final int[] order;

	/** The first point of each node; the node's points end where the next node of its level starts. */
	final int[] start;

	/** One past the last point of each node. */
	final int[] end;

	/** nodes x d lower corners of the bounding boxes. */
	final double[] low;

	/** nodes x d upper corners of the bounding boxes. */
	final double[] high;

	/** The smallest matrix row in each node. */
	final int[] firstRow;

	/** The number of the first leaf; all nodes from it on are leaves. */
	final int firstLeaf;

	private KdTree(final Matrix matrix) {
		n = matrix.rows();
		d = matrix.columns();
		final KdSplit split = new KdSplit(matrix, LEAF_SIZE);
		order = split.order;
		start = split.start;
		end = split.end;
		firstLeaf = split.firstLeaf;
		points = new double[n * d];
		final int[] axes = split.axesByVariance();
		final double[] row = new double[d];
		for (int leaf = firstLeaf; leaf < start.length; leaf++) {
			final int m = end[leaf] - start[leaf];
			for (int i = 0; i < m; i++) {
				matrix.row(order[start[leaf] + i], row);
				for (int j = 0; j < d; j++) points[start[leaf] * d + j * m + i] = row[axes[j]];
			}
		}
		low = new double[start.length * d];
		high = new double[start.length * d];
		firstRow = new int[start.length];
		for (int node = start.length - 1; node >= 0; node--) bound(node);
	}

	/**
	 * Builds the tree.
	 *
	 * @param matrix n x d, all finite
	 */
	public static KdTree of(final Matrix matrix) {
		return new KdTree(matrix);
	}

	/** How many points the tree holds. */
	public int size() {
		return n;
	}

	/**
	 * The k nearest neighbours of every point, itself excluded: exact, in double precision, neighbours at the same
	 * distance in the order of their index.
	 *
	 * @param k from 1 to n - 1
	 * @throws IllegalArgumentException when k is out of range
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	public Neighbors neighbors(final int k, final Progress progress) {
		check(k);
		final int[] indices = new int[Math.multiplyExact(n, k)];
		final double[] distances = new double[n * k];
		eachPoint(k, progress, (search, i) -> {
			final int at = order[i] * k;
			System.arraycopy(search.rows, 0, indices, at, k);
			for (int j = 0; j < k; j++) distances[at + j] = Math.sqrt(search.squares[j]);
		});
		return new Neighbors(k, indices, distances);
	}

	/**
	 * The distance of every point to its k-th nearest neighbour, itself excluded, without keeping the neighbours.
	 *
	 * @param k from 1 to n - 1
	 * @return n distances, in the order of the matrix
	 * @throws IllegalArgumentException when k is out of range
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	public double[] distances(final int k, final Progress progress) {
		final double[] squares = squares(k, progress);
		final double[] distances = new double[n];
		for (int i = 0; i < n; i++) distances[order[i]] = Math.sqrt(squares[i]);
		return distances;
	}

	/** The squares of {@link #distances}, in the order of the leaves. */
	double[] squares(final int k, final Progress progress) {
		check(k);
		final double[] squares = new double[n];
		eachPoint(k, progress, (search, i) -> squares[i] = search.squares[k - 1]);
		return squares;
	}

	/** Copies the coordinates of the i-th point of a leaf. */
	void point(final int leaf, final int i, final double[] target) {
		final int m = end[leaf] - start[leaf];
		for (int j = 0, at = start[leaf] * d + i; j < d; j++, at += m) target[j] = points[at];
	}

	private interface Found {

		void take(KdSearch search, int point);
	}

	private void eachPoint(final int k, final Progress progress, final Found found) {
		Parallel.chunks(start.length - firstLeaf, 1, progress, (chunk, from, to) -> {
			final KdSearch search = new KdSearch(this, k);
			final int leaf = firstLeaf + chunk;
			for (int i = start[leaf]; i < end[leaf]; i++) {
				progress.check();
				search.find(leaf, i);
				found.take(search, i);
			}
		});
	}

	boolean isLeaf(final int node) {
		return node >= firstLeaf;
	}

	/** The bounding box and first row of a leaf from its points, of an inner node from its children. */
	private void bound(final int node) {
		final int at = node * d;
		if (isLeaf(node)) {
			final int from = start[node];
			final int m = end[node] - from;
			firstRow[node] = IntStream.range(from, end[node]).map(i -> order[i]).min().orElse(Integer.MAX_VALUE);
			for (int j = 0; j < d; j++) {
				low[at + j] = Double.POSITIVE_INFINITY;
				high[at + j] = Double.NEGATIVE_INFINITY;
				for (int i = from * d + j * m; i < from * d + (j + 1) * m; i++) {
					low[at + j] = Math.min(low[at + j], points[i]);
					high[at + j] = Math.max(high[at + j], points[i]);
				}
			}
			return;
		}
		final int left = (2 * node + 1) * d;
		final int right = left + d;
		firstRow[node] = Math.min(firstRow[2 * node + 1], firstRow[2 * node + 2]);
		for (int j = 0; j < d; j++) {
			low[at + j] = Math.min(low[left + j], low[right + j]);
			high[at + j] = Math.max(high[left + j], high[right + j]);
		}
	}

	private void check(final int k) {
		if (k < 1 || k >= n) throw new IllegalArgumentException("Cannot find " + k + " neighbors among " + n +
			" points; the number of neighbors must be from 1 to " + (n - 1) + ".");
	}
}
