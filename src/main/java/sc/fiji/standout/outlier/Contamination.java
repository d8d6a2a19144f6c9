package sc.fiji.standout.outlier;

import sc.fiji.standout.matrix.Quantile;
import sc.fiji.standout.matrix.Settings;

/**
 * Which items are flagged as outliers. The setting {@code contamination} is the fraction flagged, from 0 to 0.5:
 * flagged are the scores above the (1 - contamination) quantile of all scores, linear between neighbours, which is
 * the rule of scikit-learn's detectors. Equal scores are flagged together or not at all. 0, the default, means the
 * method's own rule.
 */
final class Contamination {

	private Contamination() {}

	/**
	 * Scores with their flags.
	 *
	 * @param scores n finite scores, higher = more outlying
	 * @param own n flags of the method's own rule
	 * @throws IllegalArgumentException when the contamination is no number from 0 to 0.5
	 */
	static Outliers flag(final double[] scores, final boolean[] own, final Settings settings) {
		final double contamination = fraction(settings);
		if (contamination == 0 || scores.length == 0) return new Outliers(scores, own);
		return new Outliers(scores, above(scores, Quantile.of(scores, 1 - contamination)));
	}

	/** The fraction asked for; to be read before the work starts, so that a wrong one is refused at once. */
	static double fraction(final Settings settings) {
		return settings.number("contamination", 0, 0, 0.5);
	}

	/** The flags that a threshold gives: whatever is above it. */
	static boolean[] above(final double[] scores, final double threshold) {
		final boolean[] flags = new boolean[scores.length];
		for (int i = 0; i < flags.length; i++) flags[i] = scores[i] > threshold;
		return flags;
	}
}
