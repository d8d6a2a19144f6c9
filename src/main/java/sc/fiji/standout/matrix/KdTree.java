package sc.fiji.standout.matrix;

/**
 * A k-d tree over the rows of a matrix, for exact Euclidean neighbours (Bentley 1975, doi:10.1145/361002.361007, with
 * the bounding boxes and median splits of Friedman, Bentley and Finkel 1977, doi:10.1145/355744.355745).
 * <p>
 * The tree is complete and stored in flat arrays: the children of node i are 2 i + 1 and 2 i + 2, all leaves are
 * on one level and hold up to {@value #LEAF_SIZE} points. Each leaf has the offsets of its points from the middle of its
 * box as floats, column by column, the columns in the order of falling variance: they sort out what is too far away,
 * with room for their rounding, and the distances of what is left are computed from the matrix in double precision.
 * </p>
 */
public final class KdTree {

	static final int LEAF_SIZE = 128;

	/** Longer arrays do not exist. */
	private static final int LONGEST = Integer.MAX_VALUE - 8;

	final Matrix matrix;

	/** How many points there are. */
	final int n;

	/** How many coordinates each point has. */
	final int d;

	/** The columns of the matrix, those of large variance first. */
	final int[] axes;

	/** The matrix row of each point, in the order of the leaves. */
	final int[] order;

	/** The first point of each node; the node's points end where the next node of its level starts. */
	final int[] start;

	/** One past the last point of each node. */
	final int[] end;

	/** nodes x d lower corners of the bounding boxes, in the order of the axes. */
	final double[] low;

	/** nodes x d upper corners of the bounding boxes. */
	final double[] high;

	/** The distance from the middle of each node's box to its corners, in floats scaled by {@link #scale}. */
	final float[] radius;

	/** leaves x d columns of offsets from the middle of the leaf's box, scaled. */
	final float[][][] offsets;

	/** The power of two that makes all offsets about 1 or smaller, so that no float overflows. */
	final double scale;

	/** The smallest matrix row in each node. */
	final int[] firstRow;

	/** The number of the first leaf; all nodes from it on are leaves. */
	final int firstLeaf;

	private KdTree(final Matrix matrix, final Progress progress) {
		this.matrix = matrix;
		n = matrix.rows();
		d = matrix.columns();
		final KdSplit split = new KdSplit(matrix, LEAF_SIZE, progress);
		order = split.order;
		start = split.start;
		end = split.end;
		firstLeaf = split.firstLeaf;
		axes = split.axesByVariance(progress);
		low = new double[start.length * d];
		high = new double[start.length * d];
		firstRow = new int[start.length];
		Parallel.chunks(start.length - firstLeaf, 16, progress.quiet(), (chunk, from, to) -> {
			for (int leaf = from; leaf < to; leaf++) bound(firstLeaf + leaf);
		});
		for (int node = firstLeaf - 1; node >= 0; node--) join(node);
		final double whole = n == 0 ? 0 : corner(0);
		scale = whole > 0 ? Math.scalb(1.0, -Math.max(-1000, Math.min(1000, Math.getExponent(whole)))) : 1;
		radius = new float[start.length];
		for (int node = 0; node < radius.length; node++) radius[node] = n == 0 ? 0 : (float) (corner(node) * scale);
		offsets = new float[start.length - firstLeaf][][];
		Parallel.chunks(offsets.length, 16, progress.quiet(), (chunk, from, to) -> {
			for (int leaf = from; leaf < to; leaf++) offsets[leaf] = offsets(firstLeaf + leaf);
		});
	}

	/**
	 * Builds the tree.
	 *
	 * @param matrix n x d, all finite
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	public static KdTree of(final Matrix matrix, final Progress progress) {
		return new KdTree(matrix, progress);
	}

	/**
	 * The k nearest neighbours of every point, itself excluded: exact, in double precision, neighbours at the same
	 * distance in the order of their index.
	 *
	 * @param k from 1 to n - 1
	 * @throws IllegalArgumentException when k is out of range, or n x k neighbours are more than an array can hold
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	public Neighbors neighbors(final int k, final Progress progress) {
		check(k);
		if ((long) n * k > LONGEST) throw tooMany(k, LONGEST / n);
		final int[] indices = new int[n * k];
		final double[] distances = new double[n * k];
		eachLeaf(k, progress, (search, first, count) -> {
			for (int i = 0; i < count; i++) {
				final int at = order[first + i] * k;
				System.arraycopy(search.rows, i * k, indices, at, k);
				for (int j = 0; j < k; j++) distances[at + j] = Math.sqrt(search.squares[i * k + j]);
			}
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
		check(k);
		final double[] distances = new double[n];
		eachLeaf(k, progress, (search, first, count) -> {
			for (int i = 0; i < count; i++) distances[order[first + i]] = Math.sqrt(search.squares[i * k + k - 1]);
		});
		return distances;
	}

	/** Takes what was found for {@code count} points, from {@code first} on in the order of the leaves. */
	interface Found {

		void take(KdSearch search, int first, int count);
	}

	/** Finds the k nearest neighbours of the points of one leaf after the other. */
	void eachLeaf(final int k, final Progress progress, final Found found) {
		check(k);
		Parallel.chunks(start.length - firstLeaf, 1, progress, (chunk, from, to) -> {
			final int leaf = firstLeaf + chunk;
			final KdSearch search = new KdSearch(this, k, progress);
			search.find(start[leaf], end[leaf]);
			found.take(search, start[leaf], end[leaf] - start[leaf]);
		});
	}

	/** Copies the coordinates of the i-th point of a leaf, in the order of the axes. */
	void point(final int leaf, final int i, final double[] target) {
		for (int j = 0; j < d; j++) target[j] = matrix.get(order[start[leaf] + i], axes[j]);
	}

	boolean isLeaf(final int node) {
		return node >= firstLeaf;
	}

	/** The middle of a node's box along an axis. */
	double middle(final int node, final int axis) {
		return 0.5 * low[node * d + axis] + 0.5 * high[node * d + axis];
	}

	/** The bounding box and first row of a leaf from its points. */
	private void bound(final int node) {
		final double[] row = new double[d];
		final int at = node * d;
		for (int j = 0; j < d; j++) {
			low[at + j] = Double.POSITIVE_INFINITY;
			high[at + j] = Double.NEGATIVE_INFINITY;
		}
		firstRow[node] = Integer.MAX_VALUE;
		for (int i = start[node]; i < end[node]; i++) {
			matrix.row(order[i], row);
			firstRow[node] = Math.min(firstRow[node], order[i]);
			for (int j = 0; j < d; j++) {
				low[at + j] = Math.min(low[at + j], row[axes[j]]);
				high[at + j] = Math.max(high[at + j], row[axes[j]]);
			}
		}
	}

	/** The bounding box and first row of an inner node from its children. */
	private void join(final int node) {
		final int at = node * d;
		final int left = (2 * node + 1) * d;
		final int right = left + d;
		firstRow[node] = Math.min(firstRow[2 * node + 1], firstRow[2 * node + 2]);
		for (int j = 0; j < d; j++) {
			low[at + j] = Math.min(low[left + j], low[right + j]);
			high[at + j] = Math.max(high[left + j], high[right + j]);
		}
	}

	private double corner(final int node) {
		double sum = 0;
		for (int j = node * d; j < (node + 1) * d; j++) {
			final double half = 0.5 * high[j] - 0.5 * low[j];
			sum += half * half;
		}
		return Math.sqrt(sum);
	}

	private float[][] offsets(final int leaf) {
		final int m = end[leaf] - start[leaf];
		final float[][] columns = new float[d][m];
		final double[] row = new double[d];
		for (int i = 0; i < m; i++) {
			matrix.row(order[start[leaf] + i], row);
			for (int j = 0; j < d; j++) columns[j][i] = (float) ((row[axes[j]] - middle(leaf, j)) * scale);
		}
		return columns;
	}

	private void check(final int k) {
		if (k < 1 || k >= n) throw new IllegalArgumentException("Cannot find " + k + " neighbors among " + n +
			" points; the number of neighbors must be from 1 to " + (n - 1) + ".");
		if (k > LONGEST / LEAF_SIZE) throw tooMany(k, LONGEST / LEAF_SIZE);
	}

	private IllegalArgumentException tooMany(final int k, final int most) {
		return new IllegalArgumentException(k + " neighbors of each of " + n +
			" items are too many to hold in memory; the number of neighbors must be at most " + most + ".");
	}
}
