package sc.fiji.standout.cluster;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * The condensed tree of HDBSCAN (Campello et al. 2015, doi:10.1145/2733381; reference package: hdbscan of
 * scikit-learn-contrib): going down the dendrogram from its root, a split into two parts of at least the minimum
 * cluster size makes two clusters; a smaller part falls out of the cluster, which lives on. The level is lambda = 1 /
 * distance.
 * <p>
 * Cluster 0 is the root, and a child has a higher number than its parent. Points that are so close that lambda is
 * infinite are never split; together they fall out at infinity.
 * </p>
 */
final class CondensedTree {

	private final Dendrogram dendrogram;
	private final int minClusterSize;

	/** How many clusters there are, the root counted. */
	private int count;

	/** Of each cluster: its parent (-1 for the root), the lambda of its birth, its stability. */
	private int[] parents = new int[16];
	private double[] births = new double[16];
	private double[] stabilities = new double[16];

	/** Of each cluster: the largest finite lambda at which something left it; 0 where nothing did. */
	private double[] peaks = new double[16];

	/** Of each point: the cluster that it fell out of and the lambda at which it did. */
	private final int[] pointClusters;
	private final double[] pointLambdas;

	private CondensedTree(final Dendrogram dendrogram, final int minClusterSize) {
		this.dendrogram = dendrogram;
		this.minClusterSize = minClusterSize;
		pointClusters = new int[dendrogram.points()];
		pointLambdas = new double[dendrogram.points()];
		final Deque<int[]> open = new ArrayDeque<>();
		open.add(new int[] { dendrogram.root(), birth(-1, 0) });
		while (!open.isEmpty()) {
			final int[] next = open.remove();
			follow(next[0], next[1], open);
		}
	}

	/** @param minClusterSize at least 2 */
	static CondensedTree of(final Dendrogram dendrogram, final int minClusterSize) {
		return new CondensedTree(dendrogram, minClusterSize);
	}

	int count() {
		return count;
	}

	int parent(final int cluster) {
		return parents[cluster];
	}

	/** The lambda at which a cluster split off; 0 for the root. */
	double birth(final int cluster) {
		return births[cluster];
	}

	/** The sum over what left the cluster of (lambda - lambda of birth) times points; may be infinite. */
	double stability(final int cluster) {
		return stabilities[cluster];
	}

	double peak(final int cluster) {
		return peaks[cluster];
	}

	int points() {
		return pointClusters.length;
	}

	int pointCluster(final int point) {
		return pointClusters[point];
	}

	double pointLambda(final int point) {
		return pointLambdas[point];
	}

	/** Follows one cluster down from its first node until it splits or is gone. */
	private void follow(final int first, final int cluster, final Deque<int[]> open) {
		final int n = dendrogram.points();
		int node = first;
		while (node >= n) {
			final double lambda = 1 / dendrogram.distances()[node - n];
			final int left = dendrogram.left()[node - n];
			final int right = dendrogram.right()[node - n];
			final boolean keepLeft = dendrogram.size(left) >= minClusterSize && lambda < Double.POSITIVE_INFINITY;
			final boolean keepRight = dendrogram.size(right) >= minClusterSize && lambda < Double.POSITIVE_INFINITY;
			if (keepLeft && keepRight) {
				for (final int child : new int[] { left, right }) {
					open.add(new int[] { child, birth(cluster, lambda) });
					leave(cluster, lambda, dendrogram.size(child));
				}
				return;
			}
			if (!keepLeft) fallOut(left, cluster, lambda);
			if (!keepRight) fallOut(right, cluster, lambda);
			if (!keepLeft && !keepRight) return;
			node = keepLeft ? left : right;
		}
		// only a stack of one item, whose root is a point
		fallOut(node, cluster, Double.POSITIVE_INFINITY);
	}

	private int birth(final int parent, final double lambda) {
		if (count == parents.length) {
			parents = Arrays.copyOf(parents, 2 * count);
			births = Arrays.copyOf(births, 2 * count);
			stabilities = Arrays.copyOf(stabilities, 2 * count);
			peaks = Arrays.copyOf(peaks, 2 * count);
		}
		parents[count] = parent;
		births[count] = lambda;
		return count++;
	}

	private void leave(final int cluster, final double lambda, final int size) {
		stabilities[cluster] += (lambda - births[cluster]) * size;
		if (lambda < Double.POSITIVE_INFINITY) peaks[cluster] = Math.max(peaks[cluster], lambda);
	}

	private void fallOut(final int top, final int cluster, final double lambda) {
		final int n = dendrogram.points();
		final Deque<Integer> open = new ArrayDeque<>();
		open.push(top);
		while (!open.isEmpty()) {
			final int node = open.pop();
			if (node < n) {
				pointClusters[node] = cluster;
				pointLambdas[node] = lambda;
				leave(cluster, lambda, 1);
			}
			else {
				open.push(dendrogram.right()[node - n]);
				open.push(dendrogram.left()[node - n]);
			}
		}
	}
}
