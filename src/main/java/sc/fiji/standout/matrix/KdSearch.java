package sc.fiji.standout.matrix;

import java.util.Arrays;

/** Finds the nearest neighbours of one point of a k-d tree after the other; for one thread. */
final class KdSearch {

	/** Matrix rows of the neighbours found, nearest first, those of the same distance by row. */
	final int[] rows;

	/** Their squared distances. */
	final double[] squares;

	private final KdTree tree;
	private final int last;
	private final double[] query;
	private final double[] leafSquares = new double[KdTree.LEAF_SIZE];
	private int self;

	KdSearch(final KdTree tree, final int k) {
		this.tree = tree;
		rows = new int[k];
		squares = new double[k];
		query = new double[tree.d];
		last = k - 1;
	}

	/**
	 * @param leaf the leaf of the point
	 * @param point its position in the order of the leaves
	 */
	void find(final int leaf, final int point) {
		self = point;
		tree.point(leaf, point - tree.start[leaf], query);
		Arrays.fill(squares, Double.POSITIVE_INFINITY);
		Arrays.fill(rows, Integer.MAX_VALUE);
		if (tree.isLeaf(0)) scan(0);
		else descend(0);
	}

	private void descend(final int node) {
		int near = 2 * node + 1;
		int far = near + 1;
		double nearSquare = toBox(near);
		double farSquare = toBox(far);
		if (farSquare < nearSquare || farSquare == nearSquare && tree.firstRow[far] < tree.firstRow[near]) {
			far = near;
			near = far + 1;
			final double square = nearSquare;
			nearSquare = farSquare;
			farSquare = square;
		}
		visit(near, nearSquare);
		visit(far, farSquare);
	}

	private void visit(final int node, final double square) {
		if (!better(square, tree.firstRow[node])) return;
		if (tree.isLeaf(node)) scan(node);
		else descend(node);
	}

	/** Whether a point this far away and of this row is nearer than the farthest found, ties by row. */
	private boolean better(final double square, final int row) {
		return square < squares[last] || square == squares[last] && row < rows[last];
	}

	private void scan(final int leaf) {
		final int start = tree.start[leaf];
		final int m = tree.end[leaf] - start;
		if (!KdDistance.leaf(query, tree.points, start * tree.d, m, squares[last], leafSquares)) return;
		for (int i = 0; i < m; i++) {
			final double square = leafSquares[i];
			if (square <= squares[last] && start + i != self && better(square, tree.order[start + i])) {
				insert(square, tree.order[start + i]);
			}
		}
	}

	private void insert(final double square, final int row) {
		int at = last;
		while (at > 0 && (squares[at - 1] > square || squares[at - 1] == square && rows[at - 1] > row)) {
			squares[at] = squares[at - 1];
			rows[at] = rows[at - 1];
			at--;
		}
		squares[at] = square;
		rows[at] = row;
	}

	private double toBox(final int node) {
		return KdDistance.box(query, tree.low, tree.high, node * tree.d, squares[last]);
	}
}
