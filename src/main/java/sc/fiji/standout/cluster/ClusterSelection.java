package sc.fiji.standout.cluster;

import java.util.Arrays;

/**
 * Which clusters of the condensed tree of HDBSCAN are taken, as hdbscan of scikit-learn-contrib chooses them.
 *
 * @param method how they are chosen
 * @param epsilon clusters that split off at a smaller distance (cluster_selection_epsilon) give way to the nearest
 *          one above that did not; 0 = all are taken as they are (Malzer and Baum 2020, arXiv:1911.02282)
 * @param single whether the root may be taken (allow_single_cluster)
 */
record ClusterSelection(Method method, double epsilon, boolean single) {

	/** How clusters are chosen. */
	enum Method {
			/** Excess of mass: those whose stability is not below the sum of those within. */
			EOM,
			/** Those that do not split any more. */
			LEAF
	}

	static final ClusterSelection DEFAULT = new ClusterSelection(Method.EOM, 0, false);

	ClusterSelection {
		if (!(epsilon >= 0)) throw new IllegalArgumentException("epsilon=" + epsilon + " must be a number of at least 0.");
	}

	/** Of each cluster of the tree: whether it is taken. */
	boolean[] of(final CondensedTree tree) {
		final boolean[] taken = method == Method.EOM ? byExcessOfMass(tree) : leaves(tree);
		final boolean rootAlone = method == Method.EOM && taken[0];
		return epsilon == 0 || rootAlone || tree.count() == 1 ? taken : merged(tree, taken);
	}

	private boolean[] byExcessOfMass(final CondensedTree tree) {
		final int count = tree.count();
		final double[] childMass = new double[count];
		final boolean[] taken = new boolean[count];
		for (int c = count - 1; c >= (single ? 0 : 1); c--) {
			// a tie is the parent's
			taken[c] = childMass[c] <= tree.stability(c);
			if (c > 0) childMass[tree.parent(c)] += taken[c] ? tree.stability(c) : childMass[c];
		}
		return topmost(tree, taken);
	}

	/** A tree that never splits has none, since its root is no leaf of it. */
	private static boolean[] leaves(final CondensedTree tree) {
		final boolean[] taken = new boolean[tree.count()];
		Arrays.fill(taken, 1, taken.length, true);
		for (int c = 1; c < taken.length; c++) taken[tree.parent(c)] = false;
		return taken;
	}

	/** Replaces clusters that are too near to others by what they come from. */
	private boolean[] merged(final CondensedTree tree, final boolean[] taken) {
		final boolean[] merged = new boolean[taken.length];
		for (int c = 1; c < taken.length; c++) {
			if (!taken[c]) continue;
			merged[1 / tree.birth(c) < epsilon ? above(tree, c) : c] = true;
		}
		return merged;
	}

	/** The nearest cluster above that split off at a larger distance than epsilon, or else the one below the root. */
	private int above(final CondensedTree tree, final int cluster) {
		int top = cluster;
		while (true) {
			final int parent = tree.parent(top);
			if (parent == 0) return single ? 0 : top;
			if (1 / tree.birth(parent) > epsilon) return parent;
			top = parent;
		}
	}

	/** Only the topmost of clusters that lie in each other. */
	private static boolean[] topmost(final CondensedTree tree, final boolean[] taken) {
		final boolean[] within = new boolean[taken.length];
		final boolean[] topmost = new boolean[taken.length];
		for (int c = 0; c < taken.length; c++) {
			within[c] = c > 0 && (within[tree.parent(c)] || topmost[tree.parent(c)]);
			topmost[c] = taken[c] && !within[c];
		}
		return topmost;
	}
}
