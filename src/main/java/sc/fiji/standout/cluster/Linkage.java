package sc.fiji.standout.cluster;

import java.util.Arrays;
import java.util.stream.Collectors;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.MinimumSpanningTree;
import sc.fiji.standout.matrix.Progress;

/** How far two clusters are from each other, as scikit-learn's AgglomerativeClustering has it. */
public enum Linkage {

	/** By how much the sum of squared distances to the centers grows when they merge. */
	WARD("Ward"),
	/** The distance of their farthest points. */
	COMPLETE("Complete"),
	/** The mean distance of their points. */
	AVERAGE("Average"),
	/** The distance of their nearest points. */
	SINGLE("Single");

	private static final int MOST_BY_PRIM = 10_000;

	private final String label;

	Linkage(final String label) {
		this.label = label;
	}

	/** @throws IllegalArgumentException when there is none of this name */
	public static Linkage of(final String name) {
		for (final Linkage linkage : values()) if (linkage.label.equals(name)) return linkage;
		throw new IllegalArgumentException("linkage=" + name + " does not exist; it must be one of " + Arrays.stream(
			values()).map(Linkage::toString).collect(Collectors.joining(", ")) + ".");
	}

	/**
	 * Merges points until all are one cluster. Ward and Single take memory for n x d numbers, Complete and Average for the
	 * n (n - 1) / 2 distances of all pairs as floats. All take time of n x n, but Single above {@value #MOST_BY_PRIM} points
	 * with few columns. Up to there, merges at equal distances are in the order of scikit-learn.
	 *
	 * @param points n x d, all finite, n at least 1
	 * @throws IllegalArgumentException when the memory is not enough
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	public Dendrogram dendrogram(final Matrix points, final Progress progress) {
		if (points.rows() == 0) throw new IllegalArgumentException(
			"There are 0 points; hierarchical clustering needs at least 1.");
		if (this == SINGLE) return points.rows() <= MOST_BY_PRIM ? PrimTree.dendrogram(points, progress) : Dendrogram.of(
			MinimumSpanningTree.euclidean(points, progress));
		if (this == WARD) return NearestNeighborChain.run(new WardClusters(points, progress), progress);
		final DistanceClusters clusters = new DistanceClusters(points, label, this == COMPLETE ? DistanceClusters.COMPLETE
			: DistanceClusters.AVERAGE, progress.part(0, 0.3));
		return NearestNeighborChain.run(clusters, progress.part(0.3, 1));
	}

	/**
	 * Refuses more points than there is memory for, before anything is computed.
	 *
	 * @param n how many points there are
	 * @throws IllegalArgumentException when the memory is not enough
	 */
	public void check(final int n) {
		if (this == COMPLETE || this == AVERAGE) DistanceClusters.requireMemory(n, label);
	}

	@Override
	public String toString() {
		return label;
	}
}
