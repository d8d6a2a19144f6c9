package sc.fiji.standout.cluster;

import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/**
 * {@link KMeans} as a plugin. Settings: {@code k}, the number of clusters (default 8, as scikit-learn); {@code starts}
 * (default 3), {@code seed}. The membership probabilities are those of {@link CenterMembership}. There is no noise.
 */
@Plugin(type = Clusterer.class, name = "K-Means")
public class KMeansClusterer implements Clusterer {

	@Override
	public Clustering cluster(final Matrix points, final Settings settings, final Progress progress) {
		progress.message("K-means");
		final KMeans.Result result = kMeans(points.rows(), settings).run(points, progress);
		return new Clustering(result.labels(), CenterMembership.of(result.labels(), result.distances(), result
			.centers().length), null);
	}

	@Override
	public void check(final int n, final Settings settings) {
		ClusterCount.check(kMeans(n, settings).k(), n);
	}

	private static KMeans kMeans(final int n, final Settings settings) {
		return new KMeans(settings.integer("k", Math.min(8, n), 1, Integer.MAX_VALUE), settings.integer("starts", 3, 1, 1000),
			settings.seed());
	}
}
