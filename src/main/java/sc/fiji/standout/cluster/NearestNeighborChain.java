package sc.fiji.standout.cluster;

import sc.fiji.standout.matrix.Progress;

/**
 * Agglomerative clustering by the nearest-neighbor chain (Murtagh 1985; Muellner 2011, arXiv:1109.2378), in the order
 * of SciPy's: a chain starts at the first cluster, ties go to the previous cluster of the chain and then to the first,
 * and a merged cluster keeps the number of its last part. So equal distances give the same tree, as far as they are
 * equal to the last bit in both.
 */
final class NearestNeighborChain {

	/** Clusters that are named by one of their points each. */
	interface Clusters {

		/** How many points there are. */
		int size();

		/** Whether a cluster of this name is left. */
		boolean has(int cluster);

		/**
		 * Finds the nearest other cluster, the first of those at the same distance.
		 *
		 * @param previous a cluster that is taken before all others at its distance, or -1
		 */
		Nearest nearest(int cluster, int previous);

		/** Makes one cluster of two, under the name of the second. */
		void merge(int first, int second);
	}

	/** A cluster and how far it is. */
	record Nearest(int cluster, double distance) {}

	private NearestNeighborChain() {}

	/** @throws java.util.concurrent.CancellationException when cancelled */
	static Dendrogram run(final Clusters clusters, final Progress progress) {
		final int n = clusters.size();
		final int[] from = new int[n - 1];
		final int[] to = new int[n - 1];
		final double[] distances = new double[n - 1];
		final int[] chain = new int[n];
		int length = 0;
		int first = 0;
		for (int merge = 0; merge < n - 1;) {
			progress.check();
			if (length == 0) {
				while (!clusters.has(first)) first++;
				chain[length++] = first;
			}
			final int last = chain[length - 1];
			final int previous = length > 1 ? chain[length - 2] : -1;
			final Nearest nearest = clusters.nearest(last, previous);
			if (nearest.cluster() != previous) {
				chain[length++] = nearest.cluster();
				continue;
			}
			length -= 2;
			from[merge] = Math.min(last, previous);
			to[merge] = Math.max(last, previous);
			distances[merge] = nearest.distance();
			clusters.merge(from[merge], to[merge]);
			merge++;
			// the work that is left grows with the square of the number of clusters
			if (merge % 64 == 0) progress.report(1 - Math.pow((double) (n - merge) / n, 2));
		}
		progress.report(1);
		return Dendrogram.of(from, to, distances);
	}
}
