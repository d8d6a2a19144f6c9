package sc.fiji.standout.matrix;

/**
 * Walks a k-d tree for up to {@value KdTree#LEAF_SIZE} points at once, which should lie close together, so that what is
 * read of the tree serves all of them; for one thread.
 * <p>
 * Boxes and points are sorted out in floats. A float sum of squares differs from the true one by a few units in the last
 * place of the offsets, which are never larger than the distance and the two radii together, and by as many of its own
 * as there are columns; the limits are widened by at least as much, so that nothing within reach is ever missed.
 * </p>
 */
abstract class KdBatch {

	/** The unit in the last place of a float, doubled. */
	private static final float ULP = 0x1p-23f;

	final KdTree tree;

	/** The coordinates of the points, as the matrix has them. */
	final double[][] points = new double[KdTree.LEAF_SIZE][];

	private final Progress progress;
	private final int d;
	private int count;

	/** How far each point still looks, scaled; NaN: not at all. */
	private final float[] reach = new float[KdTree.LEAF_SIZE];

	/** The scaled offsets of the points from their middle, column by column and point by point. */
	private final float[][] columns;
	private final float[] rows;
	private final double[] middle;
	private float radius;

	private final float growth;
	private final float[] limits = new float[KdTree.LEAF_SIZE];
	private final float[] centers;
	private final float[] halves;
	private final double[] shift;
	private final float[] offset;
	private final float[] leafSquares = new float[KdTree.LEAF_SIZE];

	/** Of each level of the tree: the squares of both children. */
	private final float[][] boxSquares;

	KdBatch(final KdTree tree, final Progress progress) {
		this.tree = tree;
		this.progress = progress;
		d = tree.d;
		for (int i = 0; i < points.length; i++) points[i] = new double[d];
		columns = new float[d][KdTree.LEAF_SIZE];
		rows = new float[d * KdTree.LEAF_SIZE];
		middle = new double[d];
		centers = new float[d];
		halves = new float[d];
		shift = new double[d];
		offset = new float[d];
		growth = 1 + (2 * d + 32) * ULP;
		boxSquares = new float[2 * (32 - Integer.numberOfLeadingZeros(tree.start.length))][KdTree.LEAF_SIZE];
	}

	/** Whether a point may find something in a node; asked only for nodes within reach. */
	abstract boolean isOpen(int i, int node);

	/** Takes a point of the tree that is within reach, or a little farther. */
	abstract void found(int i, int other);

	/** Takes a point of the batch, which looks as far as {@link #setReach} says. */
	final int add(final int row) {
		tree.matrix.row(row, points[count]);
		return count++;
	}

	final void clear() {
		count = 0;
	}

	/** @param square the squared distance up to which a point looks; infinite for all; NaN for none */
	final void setReach(final int i, final double square) {
		reach[i] = Math.nextUp((float) (Math.sqrt(square) * tree.scale));
	}

	/** Finds what the points of the batch look for. */
	final void walk() {
		if (count == 0) return;
		center();
		if (tree.isLeaf(0)) {
			look(0, boxSquares[0]);
			scan(0, boxSquares[0]);
		}
		else descend(0, 0);
	}

	private void center() {
		double largest = 0;
		for (int j = 0; j < d; j++) {
			final int axis = tree.axes[j];
			double low = points[0][axis];
			double high = low;
			for (int i = 1; i < count; i++) {
				low = Math.min(low, points[i][axis]);
				high = Math.max(high, points[i][axis]);
			}
			middle[j] = 0.5 * low + 0.5 * high;
			final double half = (0.5 * high - 0.5 * low) * tree.scale;
			largest += half * half;
			for (int i = 0; i < count; i++) {
				columns[j][i] = (float) ((points[i][axis] - middle[j]) * tree.scale);
				rows[i * d + j] = columns[j][i];
			}
		}
		radius = (float) Math.sqrt(largest);
	}

	private void descend(final int node, final int level) {
		final int left = 2 * node + 1;
		final float[] leftSquares = boxSquares[2 * level];
		final float[] rightSquares = boxSquares[2 * level + 1];
		final boolean seesLeft = look(left, leftSquares);
		final boolean seesRight = look(left + 1, rightSquares);
		if (seesLeft && seesRight && sample(rightSquares) < sample(leftSquares)) {
			visit(left + 1, rightSquares, level);
			if (sees(left, leftSquares)) visit(left, leftSquares, level);
		}
		else {
			if (seesLeft) visit(left, leftSquares, level);
			if (seesRight && sees(left + 1, rightSquares)) visit(left + 1, rightSquares, level);
		}
	}

	private void visit(final int node, final float[] squares, final int level) {
		if (tree.isLeaf(node)) scan(node, squares);
		else descend(node, level + 1);
	}

	/** The squares of some of the points together, to say which of two boxes is nearer. */
	private float sample(final float[] squares) {
		return squares[0] + squares[count / 3] + squares[2 * count / 3] + squares[count - 1];
	}

	/** Computes the distances to a node's box, four times their squares, unless it is too far away for all points. */
	private boolean look(final int node, final float[] squares) {
		final int at = node * d;
		for (int j = 0; j < d; j++) {
			centers[j] = (float) ((tree.middle(node, j) - middle[j]) * tree.scale);
			halves[j] = (float) ((0.5 * tree.high[at + j] - 0.5 * tree.low[at + j]) * tree.scale);
		}
		limit(node, 4);
		return FloatKernel.boxSquares(columns, centers, halves, count, limits, squares) && isAnyOpen(node, squares);
	}

	private boolean sees(final int node, final float[] squares) {
		limit(node, 4);
		return isAnyOpen(node, squares);
	}

	private boolean isAnyOpen(final int node, final float[] squares) {
		for (int i = 0; i < count; i++) if (squares[i] <= limits[i] && isOpen(i, node)) return true;
		return false;
	}

	private void limit(final int node, final float factor) {
		final float slack = slack(node);
		for (int i = 0; i < count; i++) {
			final float wide = reach[i] + slack;
			limits[i] = wide * wide * growth * factor + Float.MIN_NORMAL;
		}
	}

	private float slack(final int node) {
		return 8 * ULP * (radius + tree.radius[node]) + Float.MIN_NORMAL;
	}

	private void scan(final int leaf, final float[] squares) {
		progress.check();
		for (int j = 0; j < d; j++) shift[j] = (middle[j] - tree.middle(leaf, j)) * tree.scale;
		final float slack = slack(leaf);
		for (int i = 0; i < count; i++) {
			final float wide = reach[i] + slack;
			final float limit = wide * wide * growth + Float.MIN_NORMAL;
			if (squares[i] <= 4 * limit && isOpen(i, leaf)) scan(leaf, i, limit);
		}
	}

	private void scan(final int leaf, final int i, final float limit) {
		for (int j = 0, at = i * d; j < d; j++, at++) offset[j] = (float) (rows[at] + shift[j]);
		final int start = tree.start[leaf];
		final int m = tree.end[leaf] - start;
		if (!FloatKernel.squares(tree.offsets[leaf - tree.firstLeaf], offset, m, limit, leafSquares)) return;
		for (int p = 0; p < m; p++) if (leafSquares[p] <= limit) found(i, start + p);
	}
}
