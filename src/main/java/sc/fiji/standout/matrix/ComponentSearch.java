package sc.fiji.standout.matrix;

/**
 * Finds the shortest edges from points to other components, for up to a leaf of points at once; for one thread. Of equal
 * edges it is the one to the nearest point in a search for the nearest, and otherwise the one to the last matrix row.
 */
final class ComponentSearch extends KdBatch {

	/** Of each point, the other end of the edge found, in the order of the leaves, or -1. */
	final int[] ends = new int[KdTree.LEAF_SIZE];

	/** The squared weights of the edges; where there is none, no edge is shorter. */
	final double[] weights = new double[KdTree.LEAF_SIZE];

	private final Boruvka state;
	private final boolean nearest;
	private final double[] squares = new double[KdTree.LEAF_SIZE];
	private final int[] components = new int[KdTree.LEAF_SIZE];
	private final double[] cores = new double[KdTree.LEAF_SIZE];
	private final int[] lastRows = new int[KdTree.LEAF_SIZE];

	/** @param nearest whether to find the nearest point to which the weight is the least that it can be */
	ComponentSearch(final Boruvka state, final boolean nearest, final Progress progress) {
		super(state.tree, progress);
		this.state = state;
		this.nearest = nearest;
	}

	/** Takes a point of the tree that looks for edges of a squared weight up to {@code limit}. */
	void add(final int point, final double limit) {
		final int i = add(tree.order[point]);
		components[i] = state.components[point];
		cores[i] = state.cores[point];
		squares[i] = Double.POSITIVE_INFINITY;
		forget(i, limit);
	}

	private void forget(final int i, final double limit) {
		ends[i] = -1;
		weights[i] = limit;
		lastRows[i] = nearest ? Integer.MAX_VALUE : -1;
		setReach(i, limit);
	}

	@Override
	boolean isOpen(final int i, final int node) {
		if (state.nodeComponents[node] == components[i]) return false;
		if (!nearest) {
			final double limit = state.limit(components[i]);
			if (limit < weights[i]) forget(i, limit);
		}
		final double weight = Math.max(cores[i], state.nodeCores[node]);
		if (weight != weights[i]) return weight < weights[i];
		if (!nearest) return state.lastRows[node] > lastRows[i];
		return squares[i] > 0 || tree.firstRow[node] < lastRows[i];
	}

	@Override
	void found(final int i, final int other) {
		if (state.components[other] == components[i] || state.cores[other] > weights[i]) return;
		final int row = tree.order[other];
		final double square = tree.matrix.square(row, points[i]);
		final double weight = Math.max(Math.max(cores[i], state.cores[other]), square);
		if (!isBetter(i, weight, square, row)) return;
		ends[i] = other;
		weights[i] = weight;
		squares[i] = square;
		lastRows[i] = row;
		setReach(i, nearest ? Math.min(weight, square) : weight);
		if (!nearest) state.lower(components[i], state.components[other], weight);
	}

	/** Whether an edge comes before the best one; points at the same distance are taken in the order of their rows. */
	private boolean isBetter(final int i, final double weight, final double square, final int row) {
		if (weight != weights[i]) return weight < weights[i];
		if (!nearest) return row > lastRows[i];
		return square < squares[i] || square == squares[i] && row < lastRows[i];
	}
}
