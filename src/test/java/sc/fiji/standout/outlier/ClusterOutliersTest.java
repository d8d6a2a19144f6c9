package sc.fiji.standout.outlier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.standout.cluster.Clustering;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

class ClusterOutliersTest {

	private static final Matrix POINTS = Matrix.of(new double[] { 0, 1, 2, 10, 11, 30, 7 }, 7, 1);

	private static final Clustering HDBSCAN = new Clustering(new int[] { 0, 0, 0, 1, 1, -1, -1 }, new double[] { 0.5, 1,
		0.25, 1, 0.75, 0, 0 }, new double[] { 0.5, 0, 0.7, 0, 0.2, 0.9, 0.6 });

	@Test
	void noiseIsAboveMembersAndOrderedByGlosh() {
		final Outliers found = detect(new MembershipOutliers(), HDBSCAN, Settings.DEFAULTS);
		assertArrayEquals(new double[] { 0.5, 0, 0.75, 0, 0.25, 1.9, 1.6 }, found.scores(), 1e-15);
		assertArrayEquals(new boolean[] { false, false, false, false, false, true, true }, found.flags());
		assertEquals(2, found.count());
	}

	@Test
	void withoutScoresNoiseIsOrderedByTheDistanceToTheNearestCenter() {
		final Outliers found = detect(new MembershipOutliers(), new Clustering(HDBSCAN.labels(), HDBSCAN.probabilities(),
			null), Settings.DEFAULTS);
		// centers at 1 and 10.5
		assertEquals(2, found.scores()[5], 1e-15);
		assertEquals(1 + 3.5 / 19.5, found.scores()[6], 1e-15);
		assertEquals(0.75, found.scores()[2]);
	}

	@Test
	void withoutScoresAndClustersTheCenterIsThatOfAllPoints() {
		final Outliers found = detect(new MembershipOutliers(), new Clustering(IntStream.generate(() -> -1).limit(7)
			.toArray(), new double[7], null), Settings.DEFAULTS);
		final double mean = 61 / 7.0;
		assertEquals(2, found.scores()[5], 1e-15);
		assertEquals(1 + mean / (30 - mean), found.scores()[0], 1e-12);
	}

	@Test
	void gloshIsTheScoreOfTheClustering() {
		final Outliers found = detect(new GloshOutliers(), HDBSCAN, Settings.DEFAULTS);
		assertArrayEquals(HDBSCAN.outlierScores(), found.scores());
		assertArrayEquals(new boolean[] { false, false, false, false, false, true, true }, found.flags());
	}

	@Test
	void contaminationFlagsTheHighestScores() {
		final int n = 1000;
		final double[] scores = IntStream.range(0, n).mapToDouble(i -> (i * 7919L) % n).toArray();
		for (final int percent : new int[] { 1, 5, 10, 33, 50 }) {
			final Outliers found = Contamination.flag(scores, new boolean[n], Settings.of("contamination", percent / 100.0));
			assertEquals(10 * percent, found.count(), percent + " %");
			for (int i = 0; i < n; i++) assertEquals(scores[i] >= n - 10 * percent, found.flags()[i]);
		}
	}

	@Test
	void equalScoresAreFlaggedTogether() {
		final Settings fifth = Settings.of("contamination", 0.2);
		assertEquals(2, Contamination.flag(new double[] { 0, 0, 0, 0, 0, 0, 0, 0, 2, 2 }, new boolean[10], fifth).count());
		assertEquals(0, Contamination.flag(new double[10], new boolean[10], fifth).count());
	}

	@ParameterizedTest
	@ValueSource(strings = { "0.6", "-0.1", "NaN", "many" })
	void contaminationOutOfRangeIsRefused(final String contamination) {
		for (final OutlierDetector detector : new OutlierDetector[] { new MembershipOutliers(), new GloshOutliers() }) {
			final String message = assertThrows(IllegalArgumentException.class, () -> detect(detector, HDBSCAN, Settings.of(
				"contamination", contamination))).getMessage();
			assertEquals("contamination=" + contamination + " must be a number from 0 to 0.5.", message);
		}
	}

	@Test
	void missingClustersAreSaid() {
		final Clustering unscored = new Clustering(HDBSCAN.labels(), HDBSCAN.probabilities(), null);
		final String membership = assertThrows(IllegalArgumentException.class, () -> detect(new MembershipOutliers(), null,
			Settings.DEFAULTS)).getMessage();
		final String glosh = assertThrows(IllegalArgumentException.class, () -> detect(new GloshOutliers(), unscored,
			Settings.DEFAULTS)).getMessage();
		assertTrue(membership.contains("HDBSCAN Clustering... first"), membership);
		assertTrue(glosh.contains("HDBSCAN Clustering... first"), glosh);
	}

	private static Outliers detect(final OutlierDetector detector, final Clustering clustering, final Settings settings) {
		return detector.detect(new Evidence(POINTS, clustering), settings, Progress.NONE);
	}
}
