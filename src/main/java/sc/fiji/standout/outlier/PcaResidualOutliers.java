package sc.fiji.standout.outlier;

import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Pca;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/**
 * What the first principal components of all features do not explain: the score is the squared reconstruction error
 * (the squared prediction error of Jackson and Mudholkar 1979, doi:10.1080/00401706.1979.10489779). Settings:
 * {@code components}, how many explain; 0 (default), or so many that they would explain everything, is automatic:
 * {@value #COMPONENTS}, but at most one for {@value #ITEMS} items and one for {@value #FEATURES} features; {@code seed}
 * of the random start where both items and features are many. Own rule: flagged are scores far above the median, see
 * {@link ModifiedZScore}.
 */
@Plugin(type = OutlierDetector.class, name = "PCA Residual")
public class PcaResidualOutliers implements OutlierDetector {

	/** The best fixed number for planted outliers, and better than as many as explain a part of the variance. */
	private static final int COMPONENTS = 24;

	/** With one component for 5 items or fewer, the components begin to describe single outliers, which then are usual. */
	private static final int ITEMS = 10;

	private static final int FEATURES = 3;

	private static final int ROWS = 256;

	/** A residual that is smaller than this part of the whole is rounding. */
	private static final double ROUNDING = 1e-12;

	@Override
	public Outliers detect(final Evidence evidence, final Settings settings, final Progress progress) {
		Contamination.fraction(settings);
		final Matrix features = evidence.features();
		final int asked = settings.integer("components", 0, 0, Integer.MAX_VALUE);
		final int most = Math.min(features.rows() - 1, features.columns());
		final int components = asked == 0 || asked >= most ? automatic(features) : asked;
		progress.message("What " + components + " principal components do not explain");
		final double[] scores = residuals(features, components, settings.seed(), progress);
		return Contamination.flag(scores, ModifiedZScore.high(scores), settings);
	}

	@Override
	public boolean needsAllFeatures() {
		return true;
	}

	/** At least one, unless that would explain everything. */
	private static int automatic(final Matrix features) {
		final int n = features.rows();
		final int d = features.columns();
		return n < 3 || d < 2 ? 0 : Math.max(1, Math.min(COMPONENTS, Math.min(n / ITEMS, d / FEATURES)));
	}

	/** Squared distances to the plane of the components through the mean. */
	private static double[] residuals(final Matrix features, final int components, final int seed,
		final Progress progress)
	{
		final int n = features.rows();
		final int d = features.columns();
		// the mean, even if no component is wanted
		if (n < 2) return new double[n];
		final Pca pca = Pca.fit(features, Math.max(1, components), seed, progress.part(0, 0.8));
		final Matrix explained = pca.transform(features, progress.part(0.8, 0.95));
		final double[] residuals = new double[n];
		Parallel.chunks(n, ROWS, progress.part(0.95, 1), (chunk, from, to) -> {
			final double[] row = new double[d];
			for (int i = from; i < to; i++) {
				features.row(i, row);
				double whole = 0;
				for (int j = 0; j < d; j++) whole += (row[j] - pca.mean()[j]) * (row[j] - pca.mean()[j]);
				double rest = whole;
				for (int c = 0; c < components; c++) rest -= explained.get(i, c) * explained.get(i, c);
				residuals[i] = rest > ROUNDING * whole ? rest : 0;
			}
		});
		return residuals;
	}
}
