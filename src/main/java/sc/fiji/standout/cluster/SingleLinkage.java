package sc.fiji.standout.cluster;

import sc.fiji.standout.matrix.MinimumSpanningTree;
import sc.fiji.standout.matrix.UnionFind;

/**
 * The single-linkage dendrogram of n points: n - 1 merges, the nearest first. Points are nodes 0 to n - 1, and merge i
 * makes node n + i; the last one is the root.
 *
 * @param left n - 1 nodes merged
 * @param right n - 1 nodes merged with them
 * @param distances n - 1 distances of the merges, ascending
 * @param sizes n - 1 numbers of points under each merge
 */
record SingleLinkage(int[] left, int[] right, double[] distances, int[] sizes) {

	/** Merges along the edges of a spanning tree, the shortest first. */
	static SingleLinkage of(final MinimumSpanningTree tree) {
		final int n = tree.size();
		final UnionFind sets = new UnionFind(n);
		final int[] nodes = new int[n];
		for (int i = 0; i < n; i++) nodes[i] = i;
		final int[] left = new int[n - 1];
		final int[] right = new int[n - 1];
		final int[] sizes = new int[n - 1];
		for (int i = 0; i < n - 1; i++) {
			left[i] = nodes[sets.find(tree.from()[i])];
			right[i] = nodes[sets.find(tree.to()[i])];
			sets.union(tree.from()[i], tree.to()[i]);
			nodes[sets.find(tree.from()[i])] = n + i;
			sizes[i] = sets.size(tree.from()[i]);
		}
		return new SingleLinkage(left, right, tree.weights(), sizes);
	}

	/** How many points there are. */
	int points() {
		return left.length + 1;
	}

	/** The node of all points. */
	int root() {
		return 2 * left.length;
	}

	/** How many points are under a node. */
	int size(final int node) {
		return node < points() ? 1 : sizes[node - points()];
	}
}
