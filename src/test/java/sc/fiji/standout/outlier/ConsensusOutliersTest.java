package sc.fiji.standout.outlier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

class ConsensusOutliersTest {

	private static final int N = 200;
	private static final Matrix POINTS = points();

	@Test
	void ranksCountEqualScoresHalf() {
		assertArrayEquals(new double[] { 0.5, 0, 1, 0.5, 0.5 }, Ranks.of(new double[] { 3, -1, 7, 3, 3 }));
		assertArrayEquals(new double[] { 0.5, 0.5 }, Ranks.of(new double[2]));
		assertArrayEquals(new double[] { 0.5 }, Ranks.of(new double[1]));
		assertArrayEquals(new double[] { 0, 1 / 3.0, 2 / 3.0, 1 }, Ranks.of(new double[] { -5, 0, 1e-9, 1e9 }));
	}

	@Test
	void theScoreIsTheMeanRankAndHalfOfTheMethodsDecide() {
		final String[] names = { "LOF", "Neighbor Distance" };
		final Outliers[] single = { detect(new LocalOutlierFactorOutliers(), Settings.DEFAULTS), detect(
			new NeighborDistanceOutliers(), Settings.DEFAULTS) };
		final Outliers both = detect(new ConsensusOutliers(), Settings.of("methods", String.join(",", names)));
		final double[] first = Ranks.of(single[0].scores());
		final double[] second = Ranks.of(single[1].scores());
		for (int i = 0; i < N; i++) {
			assertEquals((first[i] + second[i]) / 2, both.scores()[i], 1e-12);
			final boolean[] flags = { single[0].flags()[i], single[1].flags()[i] };
			assertEquals(flags[0] || flags[1], both.flags()[i]);
			assertEquals(flags[0] && flags[1] ? "LOF, Neighbor Distance" : flags[0] ? names[0] : flags[1] ? names[1] : "", both
				.reasons()[i]);
		}
		assertTrue(both.flags()[0]);
		assertEquals(1, both.scores()[0]);
	}

	@Test
	void theMethodsGetTheirSettings() {
		final Settings settings = Settings.of("methods", "LOF, Neighbor Distance", "neighbors", 3, "contamination", 0.1);
		final Outliers found = detect(new ConsensusOutliers(), settings);
		// equal mean ranks are flagged together or not at all
		assertTrue(found.count() > 10 && found.count() <= 20, found.count() + " flagged");
		final double[] lof = Ranks.of(detect(new LocalOutlierFactorOutliers(), settings).scores());
		final double[] distance = Ranks.of(detect(new NeighborDistanceOutliers(), settings).scores());
		for (int i = 0; i < N; i++) assertEquals((lof[i] + distance[i]) / 2, found.scores()[i], 1e-12);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "LOF", "LOF, LOF", "LOF, Sigma", "Consensus, LOF", "LOF,,GLOSH" })
	void wrongMethodsAreRefused(final String methods) {
		final String message = assertThrows(IllegalArgumentException.class, () -> detect(new ConsensusOutliers(), Settings.of(
			"methods", methods))).getMessage();
		assertTrue(message.startsWith("methods=" + methods + " "), message);
	}

	@Test
	void aMethodThatMissesSomethingSaysSo() {
		final String message = assertThrows(IllegalArgumentException.class, () -> detect(new ConsensusOutliers(), Settings.of(
			"methods", "LOF, Membership"))).getMessage();
		assertTrue(message.contains("HDBSCAN Clustering... first"), message);
	}

	private static Outliers detect(final OutlierDetector detector, final Settings settings) {
		return detector.detect(new Evidence(POINTS, null), settings, Progress.NONE);
	}

	/** Normal values, the first far away. */
	private static Matrix points() {
		final Random random = new Random(11);
		final double[] values = new double[4 * N];
		for (int i = 0; i < values.length; i++) values[i] = random.nextGaussian() * Math.exp(i % 4) + (i < 4 ? 200 : 0);
		return Matrix.of(values, N, 4);
	}
}
