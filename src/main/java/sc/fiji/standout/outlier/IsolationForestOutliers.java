package sc.fiji.standout.outlier;

import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/**
 * What random cuts through the features separate soon from the rest, see {@link IsolationForest}; scores above 0 and up
 * to 1. Settings: {@code trees} (default {@value #TREES}), {@code samples} (the items each tree is grown from, default
 * {@value #SAMPLES}), {@code seed}. Own rule: scores above 0.5 are flagged, as in scikit-learn.
 */
@Plugin(type = OutlierDetector.class, name = "Isolation Forest")
public class IsolationForestOutliers implements OutlierDetector {

	/** With the 100 of scikit-learn, the order of the scores still changes much from seed to seed. */
	public static final int TREES = 300;

	public static final int SAMPLES = 256;

	/** Where all points are equal, all scores are 0.5, give or take rounding. */
	private static final double ROUNDING = 1e-12;

	@Override
	public Outliers detect(final Evidence evidence, final Settings settings, final Progress progress) {
		Contamination.fraction(settings);
		final int trees = settings.integer("trees", TREES, 1, 1_000_000);
		final int samples = settings.integer("samples", SAMPLES, 2, Integer.MAX_VALUE);
		progress.message("Isolation forest of " + trees + " trees");
		final double[] scores = new IsolationForest(trees, samples, settings.seed()).scores(evidence.points(), progress);
		return Contamination.flag(scores, Contamination.above(scores, 0.5 + ROUNDING), settings);
	}
}
