package sc.fiji.standout.cluster;

import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/**
 * {@link KMeans} as a plugin. Settings: {@code k}, the number of clusters (default 8, as scikit-learn); {@code starts}
 * (default 3), {@code seed}. The membership probability is 1 - distance / largest distance in the cluster, both to the
 * center, as DataEval's clusterer has it: 1 at the center, 0 for the farthest member; 1 for all where all members are
 * alike. There is no noise.
 */
@Plugin(type = Clusterer.class, name = "K-Means")
public class KMeansClusterer implements Clusterer {

	@Override
	public Clustering cluster(final Matrix points, final Settings settings, final Progress progress) {
		final int k = settings.integer("k", Math.min(8, points.rows()), 1, Integer.MAX_VALUE);
		final int starts = settings.integer("starts", 3, 1, 1000);
		progress.message("K-means");
		final KMeans.Result result = new KMeans(k, starts, settings.seed()).run(points, progress);
		final int[] labels = result.labels();
		final double[] farthest = new double[result.centers().length];
		for (int i = 0; i < labels.length; i++) farthest[labels[i]] = Math.max(farthest[labels[i]], result.distances()[i]);
		final double[] probabilities = new double[labels.length];
		for (int i = 0; i < labels.length; i++) {
			probabilities[i] = farthest[labels[i]] == 0 ? 1 : 1 - result.distances()[i] / farthest[labels[i]];
		}
		return new Clustering(labels, probabilities, null);
	}
}
