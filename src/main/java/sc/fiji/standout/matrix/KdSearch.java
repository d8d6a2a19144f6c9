package sc.fiji.standout.matrix;

import java.util.Arrays;

/** Finds the nearest neighbours of the points of a k-d tree, up to a leaf of them at once; for one thread. */
final class KdSearch extends KdBatch {

	/** Of each point, k matrix rows of the neighbours found, nearest first, those of the same distance by row. */
	final int[] rows;

	/** Their squared distances. */
	final double[] squares;

	private final int k;
	private final int[] selves = new int[KdTree.LEAF_SIZE];

	KdSearch(final KdTree tree, final int k, final Progress progress) {
		super(tree, progress);
		this.k = k;
		rows = new int[KdTree.LEAF_SIZE * k];
		squares = new double[rows.length];
	}

	/** Finds the neighbours of the points {@code from} to {@code to} (exclusive) in the order of the leaves. */
	void find(final int from, final int to) {
		clear();
		Arrays.fill(rows, Integer.MAX_VALUE);
		Arrays.fill(squares, Double.POSITIVE_INFINITY);
		for (int p = from; p < to; p++) {
			final int i = add(tree.order[p]);
			selves[i] = p;
			setReach(i, Double.POSITIVE_INFINITY);
		}
		walk();
	}

	@Override
	boolean isOpen(final int i, final int node) {
		final int last = i * k + k - 1;
		// nothing is nearer than the same place, so only the order of the rows is left
		return squares[last] > 0 || tree.firstRow[node] < rows[last];
	}

	@Override
	void found(final int i, final int other) {
		if (other == selves[i]) return;
		final int first = i * k;
		final int last = first + k - 1;
		final int row = tree.order[other];
		final double square = tree.matrix.square(row, points[i]);
		if (square > squares[last] || square == squares[last] && row > rows[last]) return;
		int at = last;
		while (at > first && (squares[at - 1] > square || squares[at - 1] == square && rows[at - 1] > row)) {
			squares[at] = squares[at - 1];
			rows[at] = rows[at - 1];
			at--;
		}
		squares[at] = square;
		rows[at] = row;
		setReach(i, squares[last]);
	}
}
