package sc.fiji.standout.outlier;

import java.util.Arrays;

import org.scijava.plugin.Plugin;

import sc.fiji.standout.cluster.Clustering;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/**
 * The items that belong least to their cluster. The score of a member is 1 - probability, from 0 to 1; that of noise
 * is 1 + s, where s breaks the tie: the outlier score of the clustering (GLOSH, 0 to 1), or where it has none, the
 * distance to the nearest cluster center as a fraction of the largest such distance. So every noise item is above
 * every member. Own rule: noise is flagged.
 */
@Plugin(type = OutlierDetector.class, name = "Membership")
public class MembershipOutliers implements OutlierDetector {

	@Override
	public Outliers detect(final Evidence evidence, final Settings settings, final Progress progress) {
		Contamination.fraction(settings);
		final Clustering clustering = evidence.clustering();
		if (clustering == null) throw new IllegalArgumentException(
			"Membership outliers need clusters, but there are none; run a clustering such as HDBSCAN Clustering... first.");
		final int n = clustering.labels().length;
		final boolean any = Arrays.stream(clustering.labels()).anyMatch(label -> label < 0);
		final double[] ties = !any || clustering.outlierScores() != null ? clustering.outlierScores() : CenterDistances
			.relative(evidence.points(), clustering, progress);
		final double[] scores = new double[n];
		final boolean[] noise = new boolean[n];
		for (int i = 0; i < n; i++) {
			noise[i] = clustering.labels()[i] < 0;
			scores[i] = noise[i] ? 1 + ties[i] : 1 - clustering.probabilities()[i];
		}
		return Contamination.flag(scores, noise, settings);
	}
}
