package sc.fiji.standout.cluster;

import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/**
 * Agglomerative clustering as scikit-learn's AgglomerativeClustering, and its dendrogram. Settings:
 * <ul>
 * <li>{@code linkage}: Ward (default), Complete, Average or Single, see {@link Linkage}</li>
 * <li>{@code k}: the number of clusters, default 8</li>
 * <li>{@code distance}: the distance from which on clusters are not merged; 0 (default) = as many as {@code k}</li>
 * </ul>
 * Clusters are numbered from the largest to the smallest; there is no noise. The membership probabilities are those of
 * {@link CenterMembership}.
 */
@Plugin(type = Clusterer.class, name = "Hierarchical")
public class HierarchicalClusterer implements Clusterer {

	@Override
	public Clustering cluster(final Matrix points, final Settings settings, final Progress progress) {
		final int k = k(points.rows(), settings);
		final Linkage linkage = linkage(settings);
		final double distance = distance(settings);
		progress.message("Hierarchical clustering: " + linkage);
		final Dendrogram dendrogram = linkage.dendrogram(points, progress.part(0, 0.95));
		final int count = distance > 0 ? dendrogram.clustersAt(distance) : k;
		final int[] labels = dendrogram.cut(count);
		return new Clustering(labels, CenterMembership.of(points, labels, count, progress.part(0.95, 1)), null, dendrogram,
			null);
	}

	@Override
	public void check(final int n, final Settings settings) {
		k(n, settings);
		linkage(settings).check(n);
	}

	private static Linkage linkage(final Settings settings) {
		return Linkage.of(settings.text("linkage", Linkage.WARD.toString()));
	}

	private static double distance(final Settings settings) {
		return settings.number("distance", 0, 0, Double.MAX_VALUE);
	}

	/** How many clusters are wanted of n points, unless the distance says it. */
	private static int k(final int n, final Settings settings) {
		final int k = settings.integer("k", Math.min(8, n), 1, Integer.MAX_VALUE);
		if (distance(settings) == 0) ClusterCount.check(k, n);
		return k;
	}
}
