package sc.fiji.standout.matrix;

/**
 * Disjoint sets of the numbers 0 to n - 1, with path halving and union by rank (Tarjan and van
 * Leeuwen 1984, doi:10.1145/62.2160).
 */
public final class UnionFind {

	private final int[] parents;
	private final int[] sizes;
	private final byte[] ranks;
	private int count;

	/** @param n how many sets of one number there are at first */
	public UnionFind(final int n) {
		parents = new int[n];
		sizes = new int[n];
		ranks = new byte[n];
		for (int i = 0; i < n; i++) {
			parents[i] = i;
			sizes[i] = 1;
		}
		count = n;
	}

	/** The number that stands for the set of {@code i}. */
	public int find(final int i) {
		int root = i;
		while (parents[root] != root) {
			parents[root] = parents[parents[root]];
			root = parents[root];
		}
		return root;
	}

	/**
	 * Joins two sets and says whether they were different ones. The number for both is that of the higher rank, for
	 * equal ranks that of {@code i}.
	 */
	public boolean union(final int i, final int j) {
		final int a = find(i);
		final int b = find(j);
		if (a == b) return false;
		final int root = ranks[a] < ranks[b] ? b : a;
		if (ranks[a] == ranks[b]) ranks[root]++;
		parents[a + b - root] = root;
		sizes[root] = sizes[a] + sizes[b];
		count--;
		return true;
	}

	/** How many numbers the set of {@code i} holds. */
	public int size(final int i) {
		return sizes[find(i)];
	}

	/** How many sets there are. */
	public int count() {
		return count;
	}
}
