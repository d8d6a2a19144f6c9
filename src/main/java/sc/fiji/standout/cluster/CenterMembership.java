package sc.fiji.standout.cluster;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;

/**
 * How much points belong to clusters that have a center: 1 - distance / largest distance in the cluster, both to the
 * center, as DataEval's clusterer has it. 1 at the center, 0 for the farthest member; 1 for all where all members are
 * alike.
 */
final class CenterMembership {

	private static final int CHUNK = 1024;

	private CenterMembership() {}

	/**
	 * @param labels n labels from 0 to k - 1
	 * @param distances n distances to the own center
	 * @return n probabilities
	 */
	static double[] of(final int[] labels, final double[] distances, final int k) {
		final double[] farthest = new double[k];
		for (int i = 0; i < labels.length; i++) farthest[labels[i]] = Math.max(farthest[labels[i]], distances[i]);
		final double[] probabilities = new double[labels.length];
		for (int i = 0; i < labels.length; i++) {
			probabilities[i] = farthest[labels[i]] == 0 ? 1 : 1 - distances[i] / farthest[labels[i]];
		}
		return probabilities;
	}

	/** The same, where the centers are the means of the clusters. */
	static double[] of(final Matrix points, final int[] labels, final int k, final Progress progress) {
		final double[][] means = ClusterMeans.of(points, labels, k, progress.part(0, 0.5));
		final double[] distances = new double[labels.length];
		Parallel.chunks(labels.length, CHUNK, progress.part(0.5, 1), (chunk, from, to) -> {
			final double[] row = new double[points.columns()];
			for (int i = from; i < to; i++) {
				points.row(i, row);
				distances[i] = Lloyd.distance(row, means[labels[i]]);
			}
		});
		return of(labels, distances, k);
	}
}
