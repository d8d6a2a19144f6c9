package sc.fiji.standout.cluster;

import java.util.Comparator;
import java.util.stream.IntStream;

import sc.fiji.standout.matrix.MinimumSpanningTree;
import sc.fiji.standout.matrix.UnionFind;

/**
 * The tree of the merges of n points: n - 1 merges, the nearest first, as in the linkage matrix of SciPy. Points are
 * nodes 0 to n - 1, and merge i makes node n + i; the last one is the root.
 *
 * @param left n - 1 nodes merged
 * @param right n - 1 nodes merged with them
 * @param distances n - 1 distances of the merges, ascending
 * @param sizes n - 1 numbers of points under each merge
 * @param items n numbers: which item each point is
 */
public record Dendrogram(int[] left, int[] right, double[] distances, int[] sizes, int[] items) {

	/** Single linkage: merges along the edges of a spanning tree, the shortest first. */
	static Dendrogram of(final MinimumSpanningTree tree) {
		return join(tree.from(), tree.to(), tree.weights());
	}

	/**
	 * From merges in any order that does not undo a nearer one by a farther one; merges at the same distance stay in
	 * their order.
	 *
	 * @param from n - 1 points, each in one of the two clusters that merge
	 * @param to n - 1 points in the other one
	 */
	static Dendrogram of(final int[] from, final int[] to, final double[] distances) {
		final int[] order = IntStream.range(0, from.length).boxed().sorted(Comparator.comparingDouble(i -> distances[i]))
			.mapToInt(i -> i).toArray();
		return join(IntStream.of(order).map(i -> from[i]).toArray(), IntStream.of(order).map(i -> to[i]).toArray(),
			IntStream.of(order).mapToDouble(i -> distances[i]).toArray());
	}

	/** Numbers the clusters of merges that are in their order; the smaller number is on the left. */
	private static Dendrogram join(final int[] from, final int[] to, final double[] distances) {
		final int n = from.length + 1;
		final UnionFind sets = new UnionFind(n);
		final int[] nodes = IntStream.range(0, n).toArray();
		final int[] left = new int[n - 1];
		final int[] right = new int[n - 1];
		final int[] sizes = new int[n - 1];
		for (int i = 0; i < n - 1; i++) {
			final int a = nodes[sets.find(from[i])];
			final int b = nodes[sets.find(to[i])];
			left[i] = Math.min(a, b);
			right[i] = Math.max(a, b);
			sets.union(from[i], to[i]);
			nodes[sets.find(from[i])] = n + i;
			sizes[i] = sets.size(from[i]);
		}
		return new Dendrogram(left, right, distances, sizes, IntStream.range(0, n).toArray());
	}

	/** The same tree, whose points are these items. */
	public Dendrogram of(final int[] newItems) {
		return new Dendrogram(left, right, distances, sizes, newItems);
	}

	/** How many points there are. */
	public int points() {
		return left.length + 1;
	}

	/** The node of all points. */
	public int root() {
		return 2 * left.length;
	}

	/** How many points are under a node. */
	public int size(final int node) {
		return node < points() ? 1 : sizes[node - points()];
	}

	/** How many clusters are left when all merges nearer than a distance are done. */
	public int clustersAt(final double distance) {
		int merges = 0;
		while (merges < distances.length && distances[merges] < distance) merges++;
		return points() - merges;
	}

	/**
	 * The clusters before the last k - 1 merges, the largest first, those of the same size in the order of their first
	 * points.
	 *
	 * @param k from 1 to n
	 * @return n labels from 0 to k - 1
	 */
	public int[] cut(final int k) {
		final int n = points();
		if (k < 1 || k > n) throw new IllegalArgumentException("k=" + k + " clusters cannot be made of " + n +
			" items; k must be from 1 to " + n + ".");
		final int[] tops = new int[2 * n - 1];
		for (int node = 2 * n - 2; node >= 0; node--) {
			if (node > 2 * n - 1 - k) continue;
			if (tops[node] == 0) tops[node] = node + 1;
			if (node >= n) tops[left[node - n]] = tops[right[node - n]] = tops[node];
		}
		return Labels.largestFirst(IntStream.range(0, n).map(i -> tops[i]).toArray());
	}
}
