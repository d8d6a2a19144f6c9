package sc.fiji.standout.outlier;

import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/**
 * What lies less densely than its neighbours do, see {@link LocalOutlierFactor}. The setting {@code neighbors} (default
 * {@value #NEIGHBORS}) should be more than the outliers that are alike. Own rule: factors above 1.5 are flagged, as in
 * scikit-learn.
 */
@Plugin(type = OutlierDetector.class, name = "LOF")
public class LocalOutlierFactorOutliers implements OutlierDetector {

	/** Planted outliers are found by 100 components nearly as well as by all features, and clearly worse by 24. */
	private static final int COMPONENTS = 100;

	public static final int NEIGHBORS = 20;

	private static final double THRESHOLD = 1.5;

	@Override
	public int components(final int asked) {
		return asked == 0 ? 0 : Math.max(asked, COMPONENTS);
	}

	@Override
	public Outliers detect(final Evidence evidence, final Settings settings, final Progress progress) {
		Contamination.fraction(settings);
		final int neighbors = settings.integer("neighbors", NEIGHBORS, 1, Integer.MAX_VALUE);
		progress.message("Local outlier factor of " + neighbors + " neighbors");
		final double[] factors = LocalOutlierFactor.of(evidence.points(), neighbors, progress);
		return Contamination.flag(factors, Contamination.above(factors, THRESHOLD), settings);
	}
}
