package sc.fiji.standout.cluster;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.MinimumSpanningTree;
import sc.fiji.standout.matrix.Progress;

/**
 * HDBSCAN* (Campello, Moulavi, Zimek and Sander 2015, doi:10.1145/2733381) as the reference package hdbscan of
 * scikit-learn-contrib computes it: exact spanning tree, clusters selected by excess of mass, unless told otherwise
 * never the root.
 * <p>
 * Probabilities are min(lambda, peak) / peak, where lambda is the level at which the point left the tree and peak
 * the highest level at which anything left its cluster; the outlier scores are GLOSH, (peak - lambda) / peak with the
 * highest peak at or below the cluster that the point left. Tied edges are taken as the reference takes them, see
 * {@link MinimumSpanningTree}. One difference: points that are identical down to an infinite lambda have probability 1
 * and score 0 without counting as peak, where the reference gives all others in their cluster the probability 0 and no
 * score.
 * </p>
 *
 * @param minClusterSize the fewest points that are a cluster, at least 2
 * @param minSamples which neighbour's distance, the point itself not counted, is the core distance; at least 1; cut to
 *          n - 1
 * @param selection which clusters of the tree are taken
 */
record Hdbscan(int minClusterSize, int minSamples, ClusterSelection selection) {

	Hdbscan(final int minClusterSize, final int minSamples) {
		this(minClusterSize, minSamples, ClusterSelection.DEFAULT);
	}

	Hdbscan {
		if (minClusterSize < 2) throw new IllegalArgumentException("A minimum cluster size of " + minClusterSize +
			" is too small; it must be at least 2.");
		if (minSamples < 1) throw new IllegalArgumentException("A number of samples of " + minSamples +
			" is too small; it must be at least 1.");
	}

	/**
	 * Clusters points. Where nothing splits into two clusters, all points are noise, and the scores still rank them.
	 *
	 * @param points n x d, all finite
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	Clustering cluster(final Matrix points, final Progress progress) {
		return label(condense(points, progress), selection);
	}

	CondensedTree condense(final Matrix points, final Progress progress) {
		if (points.rows() == 0) throw new IllegalArgumentException("There are 0 points; HDBSCAN needs at least 1.");
		final MinimumSpanningTree tree = MinimumSpanningTree.mutualReachability(points, minSamples, progress);
		progress.check();
		return CondensedTree.of(Dendrogram.of(tree), minClusterSize);
	}

	static Clustering label(final CondensedTree tree, final ClusterSelection selection) {
		final boolean[] taken = selection.of(tree);
		final int[] names = new int[taken.length];
		final int[] clusters = new int[taken.length];
		int count = 0;
		for (int c = 0; c < taken.length; c++) {
			names[c] = taken[c] ? count : c == 0 ? -1 : names[tree.parent(c)];
			if (taken[c]) clusters[count++] = c;
		}
		final double rootCore = !taken[0] ? 0 : count > 1 ? Double.NaN : rootCore(tree, selection.epsilon());
		final int n = tree.points();
		final int[] labels = new int[n];
		final double[] probabilities = new double[n];
		for (int i = 0; i < n; i++) {
			labels[i] = names[tree.pointCluster(i)];
			// what is in no other cluster than the root must be in its core
			if (labels[i] >= 0 && clusters[labels[i]] == 0 && !(tree.pointLambda(i) >= rootCore)) labels[i] = -1;
			probabilities[i] = labels[i] < 0 ? 0 : relative(tree.pointLambda(i), tree.peak(clusters[labels[i]]));
		}
		return new Clustering(labels, probabilities, glosh(tree));
	}

	/** The lambda from which on points belong to the root, where it is the only cluster. */
	private static double rootCore(final CondensedTree tree, final double epsilon) {
		if (epsilon > 0) return 1 / epsilon;
		double most = 0;
		for (int i = 0; i < tree.points(); i++) if (tree.pointCluster(i) == 0) most = Math.max(most, tree.pointLambda(i));
		for (int c = 1; c < tree.count(); c++) if (tree.parent(c) == 0) most = Math.max(most, tree.birth(c));
		return most;
	}

	private static double[] glosh(final CondensedTree tree) {
		final double[] peaks = new double[tree.count()];
		for (int c = tree.count() - 1; c >= 0; c--) {
			peaks[c] = Math.max(peaks[c], tree.peak(c));
			if (c > 0) peaks[tree.parent(c)] = Math.max(peaks[tree.parent(c)], peaks[c]);
		}
		final double[] scores = new double[tree.points()];
		for (int i = 0; i < scores.length; i++) {
			final double peak = peaks[tree.pointCluster(i)];
			final double lambda = tree.pointLambda(i);
			scores[i] = peak == 0 || Double.isInfinite(lambda) ? 0 : (peak - lambda) / peak;
		}
		return scores;
	}

	/** A level as a fraction of the peak, 1 where it is infinite or there is no peak. */
	static double relative(final double lambda, final double peak) {
		return peak == 0 || Double.isInfinite(lambda) ? 1 : Math.min(lambda, peak) / peak;
	}
}
