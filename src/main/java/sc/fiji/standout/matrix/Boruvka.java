package sc.fiji.standout.matrix;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Boruvka's minimum spanning tree over a k-d tree (after March, Ram and Gray 2010, doi:10.1145/1835804.1835882): in
 * each round every component takes its shortest edge to another one, in the order of the matrix rows that stand for
 * the components. In the first round only those points take part that have an edge as short as their core distance,
 * and it is the one to the nearest point; later, of equal edges it is the one between the last matrix rows.
 * <p>
 * All distances and weights in here are squared, and points are numbered in the order of the leaves. Threads share the
 * weight of the shortest edge found so far for each component; that only spares searches that could not win, so the
 * edges and their order do not depend on it.
 * </p>
 */
final class Boruvka {

	/** The ends of the edges in the order in which they were found, as matrix rows, the smaller one in {@code from}. */
	final int[] from;
	final int[] to;

	/** The squared weights of the edges. */
	final double[] weights;

	final KdTree tree;
	final double[] cores;

	/** The smallest core distance in each node. */
	final double[] nodeCores;

	/** The last matrix row in each node. */
	final int[] lastRows;

	/** The component of each point: the matrix row that stands for it. */
	final int[] components;

	/** The component of all points of a node, or -1 where there are several. */
	final int[] nodeComponents;

	private final UnionFind sets;
	private int count;

	/** The best edge known of each point: its other end or -1, its weight (a lower bound where there is no end). */
	private final int[] ends;
	private final double[] endWeights;

	/** The point with the best edge of each component, or -1. */
	private final int[] winners;

	/** @param cores n squared core distances in the order of the leaves */
	Boruvka(final KdTree tree, final double[] cores) {
		this.tree = tree;
		this.cores = cores;
		final int n = tree.n;
		from = new int[Math.max(0, n - 1)];
		to = new int[from.length];
		weights = new double[from.length];
		sets = new UnionFind(n);
		components = new int[n];
		ends = new int[n];
		Arrays.fill(ends, -1);
		endWeights = cores.clone();
		winners = new int[n];
		nodeComponents = new int[tree.start.length];
		nodeCores = new double[tree.start.length];
		lastRows = new int[tree.start.length];
		for (int node = nodeCores.length - 1; node >= 0; node--) {
			nodeCores[node] = tree.isLeaf(node) ? Arrays.stream(cores, tree.start[node], tree.end[node]).min().orElse(0)
				: Math.min(nodeCores[2 * node + 1], nodeCores[2 * node + 2]);
			lastRows[node] = tree.isLeaf(node) ? Arrays.stream(tree.order, tree.start[node], tree.end[node]).max().orElse(-1)
				: Math.max(lastRows[2 * node + 1], lastRows[2 * node + 2]);
		}
	}

	int count() {
		return count;
	}

	void run(final Progress progress) {
		for (boolean first = true; sets.count() > 1; first = false) {
			final double done = 1 - (sets.count() - 1.0) / tree.n;
			update();
			final Progress part = progress.part(done, done + (1 - done) / 2);
			if (first) findNearest(part);
			else findShortest(part);
			join();
		}
	}

	private void update() {
		for (int i = 0; i < components.length; i++) components[i] = sets.find(tree.order[i]);
		for (int node = nodeComponents.length - 1; node >= 0; node--) {
			if (tree.isLeaf(node)) {
				int component = components[tree.start[node]];
				for (int i = tree.start[node]; i < tree.end[node]; i++) if (components[i] != component) component = -1;
				nodeComponents[node] = component;
			}
			else {
				final int left = nodeComponents[2 * node + 1];
				nodeComponents[node] = left == nodeComponents[2 * node + 2] ? left : -1;
			}
		}
	}

	private void findNearest(final Progress progress) {
		eachPoint(progress, (search, leaf, i) -> {
			progress.check();
			search.findNearest(leaf, i);
			ends[i] = search.end;
		});
	}

	private void findShortest(final Progress progress) {
		final AtomicLongArray limits = new AtomicLongArray(tree.n);
		for (int i = 0; i < tree.n; i++) limits.setPlain(i, Double.doubleToRawLongBits(Double.POSITIVE_INFINITY));
		for (int i = 0; i < tree.n; i++) if (known(i)) lower(limits, i);
		eachPoint(progress, (search, leaf, i) -> {
			final double limit = Double.longBitsToDouble(limits.get(components[i]));
			if (known(i) || endWeights[i] > limit) return;
			progress.check();
			search.findShortest(leaf, i, limit);
			ends[i] = search.end;
			endWeights[i] = search.end < 0 ? Math.max(endWeights[i], limit) : search.weight;
			if (search.end >= 0) lower(limits, i);
		});
	}

	private interface Visit {

		void visit(ComponentSearch search, int leaf, int point);
	}

	private void eachPoint(final Progress progress, final Visit visit) {
		Parallel.chunks(tree.start.length - tree.firstLeaf, 1, progress, (chunk, first, last) -> {
			final ComponentSearch search = new ComponentSearch(this);
			final int leaf = tree.firstLeaf + chunk;
			for (int i = tree.start[leaf]; i < tree.end[leaf]; i++) visit.visit(search, leaf, i);
		});
	}

	/** Whether the best edge of a point is known and still leaves its component. */
	private boolean known(final int i) {
		return ends[i] >= 0 && components[ends[i]] != components[i];
	}

	/** Says how long the best edge of a point is to the components at both its ends. */
	private void lower(final AtomicLongArray limits, final int i) {
		// the bits of numbers that are not negative are in the order of the numbers
		final long weight = Double.doubleToRawLongBits(endWeights[i]);
		limits.accumulateAndGet(components[i], weight, Math::min);
		limits.accumulateAndGet(components[ends[i]], weight, Math::min);
	}

	private void join() {
		Arrays.fill(winners, -1);
		for (int i = 0; i < tree.n; i++) {
			final int best = winners[components[i]];
			if (known(i) && (best < 0 || endWeights[i] < endWeights[best] || endWeights[i] == endWeights[best] &&
				tree.order[i] > tree.order[best])) winners[components[i]] = i;
		}
		for (final int i : winners) {
			if (i < 0) continue;
			final int row = tree.order[i];
			final int other = tree.order[ends[i]];
			if (!sets.union(row, other)) continue;
			from[count] = Math.min(row, other);
			to[count] = Math.max(row, other);
			weights[count++] = endWeights[i];
		}
	}
}
