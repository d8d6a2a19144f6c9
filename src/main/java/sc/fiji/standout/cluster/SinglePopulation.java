package sc.fiji.standout.cluster;

import sc.fiji.standout.matrix.Quantile;

/**
 * What HDBSCAN says of points that do not split into clusters: they are one cluster, and its noise are the points
 * that leave the tree at a distance above Tukey's upper fence, which is the third quartile plus 1.5 times the
 * interquartile range of all these distances (Tukey 1977, Exploratory Data Analysis). The probability of a member is
 * lambda / peak, as everywhere in HDBSCAN.
 */
final class SinglePopulation {

	private SinglePopulation() {}

	/** @param scores the GLOSH scores of the tree */
	static Clustering label(final CondensedTree tree, final double[] scores) {
		final int n = tree.points();
		final double[] distances = new double[n];
		double peak = 0;
		for (int i = 0; i < n; i++) {
			distances[i] = 1 / tree.pointLambda(i);
			peak = Math.max(peak, tree.peak(tree.pointCluster(i)));
		}
		final double fence = fence(distances);
		final int[] labels = new int[n];
		final double[] probabilities = new double[n];
		for (int i = 0; i < n; i++) {
			labels[i] = distances[i] > fence ? -1 : 0;
			probabilities[i] = labels[i] < 0 ? 0 : Hdbscan.relative(tree.pointLambda(i), peak);
		}
		return new Clustering(labels, probabilities, scores);
	}

	private static double fence(final double[] values) {
		final double first = Quantile.of(values, 0.25);
		final double third = Quantile.of(values, 0.75);
		return third + 1.5 * (third - first);
	}
}
