package sc.fiji.standout.outlier;

import org.scijava.plugin.Plugin;

import sc.fiji.standout.cluster.Clustering;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/**
 * The global-local outlier score from hierarchies that HDBSCAN found (Campello et al. 2015, doi:10.1145/2733381),
 * from 0 to 1: how much less dense the surroundings of an item are than the densest place of the cluster that it left
 * last. Own rule: noise is flagged.
 */
@Plugin(type = OutlierDetector.class, name = "GLOSH")
public class GloshOutliers implements OutlierDetector {

	@Override
	public Outliers detect(final Evidence evidence, final Settings settings, final Progress progress) {
		Contamination.fraction(settings);
		final Clustering clustering = evidence.clustering();
		if (clustering == null || clustering.outlierScores() == null) throw new IllegalArgumentException(
			"GLOSH outliers need the scores of HDBSCAN, but there are none; run HDBSCAN Clustering... first.");
		final boolean[] noise = new boolean[clustering.labels().length];
		for (int i = 0; i < noise.length; i++) noise[i] = clustering.labels()[i] < 0;
		return Contamination.flag(clustering.outlierScores(), noise, settings);
	}
}
