package sc.fiji.standout.cluster;

/**
 * Which cluster each item belongs to.
 *
 * @param labels n labels from 0; -1 = noise
 * @param probabilities n membership probabilities, 0 (noise) to 1 (core of its cluster)
 * @param outlierScores n scores of the method itself (GLOSH of HDBSCAN), higher = more outlying, or null
 * @param dendrogram the tree of merges that the clusters were cut from, or null
 * @param findings what the method says of single items beyond their clusters, or null
 */
public record Clustering(int[] labels, double[] probabilities, double[] outlierScores, Dendrogram dendrogram,
	Findings findings)
{

	/** Clusters of a method that has neither a dendrogram nor findings. */
	public Clustering(final int[] labels, final double[] probabilities, final double[] outlierScores) {
		this(labels, probabilities, outlierScores, null, null);
	}

	/** How many clusters there are, noise not counted. */
	public int count() {
		int max = -1;
		for (final int label : labels) max = Math.max(max, label);
		return max + 1;
	}
}
