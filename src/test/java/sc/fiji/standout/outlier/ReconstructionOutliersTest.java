package sc.fiji.standout.outlier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

class ReconstructionOutliersTest {

	/** Errors 1, 2, 4, ... 256 and scores the other way round; the last of each are far off. */
	private static final Evidence EVIDENCE = evidence();

	private static Evidence evidence() {
		final double[] values = new double[20];
		for (int i = 0; i < 9; i++) {
			values[2 * i] = Math.pow(2, i);
			values[2 * i + 1] = 8 - i;
		}
		values[18] = Math.pow(2, 14.1);
		values[19] = 14.4;
		return new Evidence(Matrix.of(new double[10], 10, 1), null, List.of("reconstruction_error",
			"reconstruction_score"), Matrix.of(values, 10, 2));
	}

	@Test
	void theCorrectedScoreIsTheDefault() {
		final Outliers found = detect(EVIDENCE, Settings.DEFAULTS);
		assertArrayEquals(new double[] { 8, 7, 6, 5, 4, 3, 2, 1, 0, 14.4 }, found.scores());
		// Quartiles 2.25 and 6.75: the fence is at 13.5
		assertArrayEquals(new boolean[] { false, false, false, false, false, false, false, false, false, true }, found
			.flags());
	}

	@Test
	void theErrorIsFencedOnItsLogarithm() {
		final Outliers found = detect(EVIDENCE, Settings.of("score", "Error"));
		assertEquals(256, found.scores()[8]);
		assertEquals(1, found.count());
		assertEquals(true, found.flags()[9]);
	}

	@Test
	void contaminationFlagsTheHighest() {
		final Outliers found = detect(EVIDENCE, Settings.of("contamination", 0.2));
		assertEquals(2, found.count());
		assertEquals(true, found.flags()[0]);
		assertEquals(true, found.flags()[9]);
	}

	@Test
	void whatIsMissingOrWrongIsSaid() {
		final Evidence nothing = new Evidence(Matrix.of(new double[3], 3, 1), null);
		assertEquals("Reconstruction outliers need an autoencoder, but there is none; run Autoencoder Features... first.",
			refused(nothing, Settings.DEFAULTS));
		assertEquals("score=Best does not exist; it must be Corrected or Error.", refused(EVIDENCE, Settings.of("score",
			"Best")));
		assertEquals("contamination=2 must be a number from 0 to 0.5.", refused(EVIDENCE, Settings.of("contamination", 2)));
	}

	private static String refused(final Evidence evidence, final Settings settings) {
		return assertThrows(IllegalArgumentException.class, () -> detect(evidence, settings)).getMessage();
	}

	private static Outliers detect(final Evidence evidence, final Settings settings) {
		return new ReconstructionOutliers().detect(evidence, settings, Progress.NONE);
	}
}
