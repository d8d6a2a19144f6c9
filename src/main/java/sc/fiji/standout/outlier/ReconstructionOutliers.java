package sc.fiji.standout.outlier;

import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Quantile;
import sc.fiji.standout.matrix.Settings;

/**
 * The items that an autoencoder does not reproduce well (Hawkins et al. 2002, doi:10.1007/3-540-46145-0_17), by what
 * Autoencoder Features... has measured.
 * <p>
 * Setting {@code score}: {@code Corrected} (default), how far an item is from what is usual in its errors, pixel by pixel,
 * and in its code; or {@code Error}, the plain mean squared error, which favours smooth images. Own rule: scores (of the
 * error the logarithms, since errors are skewed) above the third quartile + 1.5 times the interquartile range (Tukey 1977).
 * </p>
 */
@Plugin(type = OutlierDetector.class, name = "Reconstruction")
public class ReconstructionOutliers implements OutlierDetector {

	private static final String CORRECTED = "Corrected";
	private static final String ERROR = "Error";

	@Override
	public Outliers detect(final Evidence evidence, final Settings settings, final Progress progress) {
		Contamination.fraction(settings);
		final String score = settings.text("score", CORRECTED);
		if (!score.equals(CORRECTED) && !score.equals(ERROR)) throw new IllegalArgumentException("score=" + score +
			" does not exist; it must be Corrected or Error.");
		final boolean plain = score.equals(ERROR);
		final double[] scores = evidence.measured(plain ? "reconstruction_error" : "reconstruction_score");
		if (scores == null) throw new IllegalArgumentException(
			"Reconstruction outliers need an autoencoder, but there is none; run Autoencoder Features... first.");
		return Contamination.flag(scores, strange(scores, plain), settings);
	}

	private static boolean[] strange(final double[] scores, final boolean logarithmic) {
		final double[] values = scores.clone();
		if (logarithmic) for (int i = 0; i < values.length; i++) values[i] = Math.log(Math.max(values[i], 1e-12));
		final double upper = Quantile.of(values, 0.75);
		return Contamination.above(values, upper + 1.5 * (upper - Quantile.of(values, 0.25)));
	}
}
