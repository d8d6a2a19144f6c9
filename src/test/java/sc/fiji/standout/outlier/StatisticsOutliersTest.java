package sc.fiji.standout.outlier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

class StatisticsOutliersTest {

	private static final double NAN = Double.NaN;

	/** Mean 6.8125, median 5, median absolute deviation 2.5, quartiles (midpoint) 3 and 8.5. */
	private static final double[] VALUES = { 3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 30 };

	/** numpy 1.24 for what is in the names of the rules. */
	@Test
	void theThreeRulesOfDataEval() {
		final Outliers z = detect(Settings.of("method", "Z-Score"), VALUES);
		assertEquals(0.86517694 / 3, z.scores()[1], 1e-8);
		assertEquals(3.54627472 / 3, z.scores()[15], 1e-8);
		final Outliers modified = detect(Settings.DEFAULTS, VALUES);
		assertEquals(1.0792 / 3.5, modified.scores()[1], 1e-12);
		assertEquals(6.745 / 3.5, modified.scores()[15], 1e-12);
		final Outliers quartiles = detect(Settings.of("method", "IQR"), VALUES);
		assertEquals(0, quartiles.scores()[4]);
		assertEquals(2 / 5.5 / 1.5, quartiles.scores()[1], 1e-12);
		assertEquals(21.5 / 5.5 / 1.5, quartiles.scores()[15], 1e-12);
		for (final Outliers found : List.of(z, modified, quartiles)) {
			assertEquals(1, found.count());
			assertTrue(found.flags()[15]);
		}
	}

	@Test
	void theThresholdScalesTheScore() {
		final Outliers found = detect(Settings.of("threshold", 1), VALUES);
		assertEquals(6.745, found.scores()[15], 1e-12);
		// 1.0792 for 1, 1 and 9, 9, 9, which are 4 from the median
		assertEquals(6, found.count());
	}

	@Test
	void whereMostAreEqualTheMeanDeviationCounts() {
		final double[] zeros = { 0, 0, 0, 0, 0, 0, 0, 1, 2, 5 };
		final double[] scores = detect(Settings.DEFAULTS, zeros).scores();
		assertEquals(0, scores[0]);
		assertEquals(0.843125 / 3.5, scores[7], 1e-12);
		assertEquals(4.215625 / 3.5, scores[9], 1e-12);
		// no room between the quartiles: whatever differs is outside
		final double[] equal = { 0, 0, 0, 0, 0, 0, 0, 0, 2, -4 };
		final Outliers quartiles = detect(Settings.of("method", "IQR"), equal);
		assertEquals(2, quartiles.count());
		assertEquals(1 + 2 / 6.0, quartiles.scores()[8], 1e-12);
		assertEquals(1 + 4 / 6.0, quartiles.scores()[9], 1e-12);
	}

	@Test
	void constantAndMissingValuesTellNothing() {
		for (final String method : new String[] { "Z-Score", "Modified Z-Score", "IQR" }) {
			final Settings settings = Settings.of("method", method);
			assertArrayEquals(new double[4], detect(settings, 0.1, 0.1, 0.1, 0.1).scores());
			assertArrayEquals(new double[3], detect(settings, NAN, NAN, NAN).scores());
			final double[] holes = { 1, 2, NAN, 3, 4, Double.POSITIVE_INFINITY };
			final double[] scores = detect(settings, holes).scores();
			assertEquals(0, scores[2]);
			assertEquals(0, scores[5]);
			assertEquals(detect(settings, 1, 2, 3, 4).scores()[3], scores[4]);
		}
	}

	@Test
	void theReasonIsWhatDeviatesMost() {
		final int n = 21;
		final double[] measured = new double[3 * n];
		for (int i = 0; i < n; i++) {
			measured[3 * i] = i % 5;
			measured[3 * i + 1] = i % 7;
			measured[3 * i + 2] = 4;
		}
		measured[3 * 4] = -100;
		measured[3 * 9] = 50;
		measured[3 * 9 + 1] = 70;
		final Evidence evidence = new Evidence(Matrix.of(new double[n], n, 1), null, List.of("mean", "sharpness", "width"),
			Matrix.of(measured, n, 3));
		final Outliers found = new StatisticsOutliers().detect(evidence, Settings.DEFAULTS, Progress.NONE);
		assertEquals(2, found.count());
		assertEquals("low mean", found.reasons()[4]);
		assertEquals("high mean, high sharpness", found.reasons()[9]);
		assertEquals("", found.reasons()[0]);
		// flagged without too much of anything: the largest alone
		final Outliers half = new StatisticsOutliers().detect(evidence, Settings.of("contamination", 0.5), Progress.NONE);
		assertTrue(half.count() > 2);
		for (int i = 0; i < n; i++) if (half.flags()[i] && i != 4 && i != 9) assertTrue(half.reasons()[i].matches(
			"(low|high) (mean|sharpness)"), half.reasons()[i]);
	}

	@Test
	void withoutMeasurementsTheFeaturesCount() {
		final Matrix features = Matrix.of(VALUES, VALUES.length, 1);
		final Outliers found = new StatisticsOutliers().detect(new Evidence(features, null, List.of(), null, features, List
			.of("energy")), Settings.DEFAULTS, Progress.NONE);
		assertEquals("high energy", found.reasons()[15]);
	}

	@Test
	void saysWhatIsWrong() {
		assertEquals("method=Sigma does not exist; it must be one of Z-Score, Modified Z-Score, IQR.", assertThrows(
			IllegalArgumentException.class, () -> detect(Settings.of("method", "Sigma"), VALUES)).getMessage());
		assertThrows(IllegalArgumentException.class, () -> detect(Settings.of("threshold", -1), VALUES));
	}

	private static Outliers detect(final Settings settings, final double... values) {
		final int n = values.length;
		return new StatisticsOutliers().detect(new Evidence(Matrix.of(new double[n], n, 1), null, List.of("mean"), Matrix.of(
			values, n, 1)), settings, Progress.NONE);
	}
}
