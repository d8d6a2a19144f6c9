package sc.fiji.standout.cluster;

/**
 * Which cluster each item belongs to.
 *
 * @param labels n labels from 0; -1 = noise
 * @param probabilities n membership probabilities, 0 (noise) to 1 (core of its cluster)
 * @param outlierScores n scores of the method itself (GLOSH of HDBSCAN), higher = more outlying, or null
 */
public record Clustering(int[] labels, double[] probabilities, double[] outlierScores) {

	/** How many clusters there are, noise not counted. */
	public int count() {
		int max = -1;
		for (final int label : labels) max = Math.max(max, label);
		return max + 1;
	}
}
