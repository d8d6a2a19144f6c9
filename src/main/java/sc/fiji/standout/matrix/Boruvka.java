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

	/** Of each point, the rows of some of its nearest neighbours, all no farther away than its core distance. */
	private final int[] near;
	private final int nearCount;

	/** The bits of the weight of the shortest edge found so far in a round for each component. */
	private final AtomicLongArray limits;

	/** The best edge known of each point: its other end or -1, its weight (a lower bound where there is no end). */
	private final int[] ends;
	private final double[] endWeights;

	/** The point with the best edge of each component, or -1. */
	private final int[] winners;

	/**
	 * @param cores n squared core distances in the order of the leaves
	 * @param near in the order of the leaves, the rows of the first few of the neighbours of each point that lie within
	 *          its core distance; may be empty
	 */
	Boruvka(final KdTree tree, final double[] cores, final int[] near) {
		this.tree = tree;
		this.near = near;
		nearCount = tree.n == 0 ? 0 : near.length / tree.n;
		limits = new AtomicLongArray(tree.n);
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

	/**
	 * A point within the core distance that is as dense is an edge of the least weight, and the first one among the
	 * neighbours is the nearest.
	 */
	private void findNearest(final Progress progress) {
		final int[] positions = new int[nearCount == 0 ? 0 : tree.n];
		for (int i = 0; i < positions.length; i++) positions[tree.order[i]] = i;
		eachLeaf(true, progress, (search, first, last) -> {
			final int[] open = new int[last - first];
			int count = 0;
			for (int i = first; i < last; i++) {
				for (int r = 0; r < nearCount && ends[i] < 0; r++) {
					final int other = positions[near[i * nearCount + r]];
					if (cores[other] <= cores[i]) ends[i] = other;
				}
				if (ends[i] >= 0) continue;
				open[count++] = i;
				search.add(i, cores[i]);
			}
			search.walk();
			for (int s = 0; s < count; s++) ends[open[s]] = search.ends[s];
		});
	}

	private void findShortest(final Progress progress) {
		for (int i = 0; i < tree.n; i++) limits.setPlain(i, Double.doubleToRawLongBits(Double.POSITIVE_INFINITY));
		for (int i = 0; i < tree.n; i++) if (known(i)) lower(components[i], components[ends[i]], endWeights[i]);
		eachLeaf(false, progress, (search, first, last) -> {
			final int[] open = new int[last - first];
			int count = 0;
			for (int i = first; i < last; i++) {
				final double limit = limit(components[i]);
				if (known(i) || endWeights[i] > limit) continue;
				open[count++] = i;
				search.add(i, limit);
			}
			search.walk();
			for (int s = 0; s < count; s++) {
				final int i = open[s];
				ends[i] = search.ends[s];
				endWeights[i] = ends[i] < 0 ? Math.max(endWeights[i], search.weights[s]) : search.weights[s];
			}
		});
	}

	private interface Visit {

		/** Visits the points of a leaf with a search without points. */
		void visit(ComponentSearch search, int first, int last);
	}

	private void eachLeaf(final boolean nearest, final Progress progress, final Visit visit) {
		Parallel.chunks(tree.start.length - tree.firstLeaf, 1, progress, (chunk, first, last) -> {
			final int leaf = tree.firstLeaf + chunk;
			visit.visit(new ComponentSearch(this, nearest, progress), tree.start[leaf], tree.end[leaf]);
		});
	}

	/** Whether the best edge of a point is known and still leaves its component. */
	private boolean known(final int i) {
		return ends[i] >= 0 && components[ends[i]] != components[i];
	}

	/** The weight of the shortest edge found so far in this round that leaves a component. */
	double limit(final int component) {
		return Double.longBitsToDouble(limits.get(component));
	}

	/** Says how long an edge between two components is. */
	void lower(final int component, final int other, final double weight) {
		// the bits of numbers that are not negative are in the order of the numbers
		final long bits = Double.doubleToRawLongBits(weight);
		if (bits < limits.get(component)) limits.accumulateAndGet(component, bits, Math::min);
		if (bits < limits.get(other)) limits.accumulateAndGet(other, bits, Math::min);
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
