package sc.fiji.standout.matrix;

/**
 * Finds the shortest edge from a point to another component; for one thread. Of equal edges it is the one to the
 * nearest point in a search for the nearest, and otherwise the one to the last matrix row.
 */
final class ComponentSearch {

	/** The other end of the edge found, in the order of the leaves, or -1. */
	int end;

	/** Its squared weight. */
	double weight;

	private double square;
	private final Boruvka state;
	private final KdTree tree;
	private final double[] query;
	private final double[] leafSquares = new double[KdTree.LEAF_SIZE];
	private int component;
	private double core;
	private int row;
	private boolean nearest;

	ComponentSearch(final Boruvka state) {
		this.state = state;
		tree = state.tree;
		query = new double[tree.d];
	}

	/** Finds the nearest point to which the weight is the core distance of this point, the least that it can be. */
	void findNearest(final int leaf, final int point) {
		nearest = true;
		row = Integer.MAX_VALUE;
		find(leaf, point, state.cores[point]);
	}

	/** Finds the shortest edge of a squared weight up to {@code limit}. */
	void findShortest(final int leaf, final int point, final double limit) {
		nearest = false;
		row = -1;
		find(leaf, point, limit);
	}

	private void find(final int leaf, final int point, final double limit) {
		tree.point(leaf, point - tree.start[leaf], query);
		component = state.components[point];
		core = state.cores[point];
		end = -1;
		weight = limit;
		square = Double.POSITIVE_INFINITY;
		visit(0, 0);
	}

	private void visit(final int node, final double boxSquare) {
		if (state.nodeComponents[node] == component || !better(Math.max(state.nodeCores[node], boxSquare), boxSquare,
			nearest ? tree.firstRow[node] : state.lastRows[node])) return;
		if (tree.isLeaf(node)) {
			scan(node);
			return;
		}
		int near = 2 * node + 1;
		int far = near + 1;
		double nearSquare = toBox(near);
		double farSquare = toBox(far);
		if (farSquare < nearSquare || farSquare == nearSquare && tree.firstRow[far] < tree.firstRow[near]) {
			far = near;
			near = far + 1;
			final double swapped = nearSquare;
			nearSquare = farSquare;
			farSquare = swapped;
		}
		visit(near, nearSquare);
		visit(far, farSquare);
	}

	private void scan(final int leaf) {
		final int start = tree.start[leaf];
		final int m = tree.end[leaf] - start;
		if (!KdDistance.leaf(query, tree.points, start * tree.d, m, farthest(), leafSquares)) return;
		for (int i = 0; i < m; i++) {
			final int other = start + i;
			if (leafSquares[i] > weight || state.components[other] == component) continue;
			final double reach = Math.max(state.cores[other], leafSquares[i]);
			if (!better(reach, leafSquares[i], tree.order[other])) continue;
			end = other;
			weight = Math.max(core, reach);
			square = leafSquares[i];
			row = tree.order[other];
		}
	}

	/** Whether an edge comes before the best one; points at the same distance are taken in the order of their rows. */
	private boolean better(final double reach, final double otherSquare, final int otherRow) {
		final double otherWeight = Math.max(core, reach);
		if (otherWeight != weight) return otherWeight < weight;
		if (!nearest) return otherRow > row;
		if (otherSquare != square) return otherSquare < square;
		return otherRow < row;
	}

	/** No edge to a point farther away than this can be better. */
	private double farthest() {
		return nearest ? Math.min(weight, square) : weight;
	}

	private double toBox(final int node) {
		return KdDistance.box(query, tree.low, tree.high, node * tree.d, farthest());
	}
}
