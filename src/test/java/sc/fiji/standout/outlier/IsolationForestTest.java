package sc.fiji.standout.outlier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.embedding.Stacks;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

class IsolationForestTest {

	@Test
	void averagePathsAreThoseOfThePaper() {
		assertEquals(0, IsolationTree.averagePath(0));
		assertEquals(0, IsolationTree.averagePath(1));
		assertEquals(1, IsolationTree.averagePath(2));
		assertEquals(2 * (Math.log(255) + 0.5772156649) - 2 * 255 / 256.0, IsolationTree.averagePath(256), 1e-14);
	}

	/** The root cuts between 0 and 1 in one tree of ten, and so on: the expected paths are 1.9, 2 and 1.1. */
	@Test
	void threePointsOnALine() {
		final double[] scores = new IsolationForest(20_000, 256, 1).scores(Matrix.of(new double[] { 0, 1, 10 }, 3, 1),
			Progress.NONE);
		final double average = 2 * (Math.log(2) + 0.5772156649) - 4 / 3.0;
		assertEquals(Math.pow(2, -1.9 / average), scores[0], 0.003);
		assertEquals(Math.pow(2, -2 / average), scores[1], 1e-12);
		assertEquals(Math.pow(2, -1.1 / average), scores[2], 0.003);
	}

	/** The mean of two forests of 5000 trees of scikit-learn 1.2.1, which differ by up to 0.0053. */
	@Test
	void twelveScoresOfScikitLearnWithin1Percent() {
		final double[] expected = { 0.5366, 0.4262, 0.4744, 0.414, 0.4245, 0.5528, 0.4532, 0.4618, 0.4527, 0.5212, 0.4364,
			0.4744 };
		final double[] scores = new IsolationForest(5000, 256, 7).scores(LofGolden.read(2).points(), Progress.NONE);
		for (int i = 0; i < expected.length; i++) assertEquals(expected[i], scores[31 * i], 0.01, "point " + 31 * i);
	}

	/** Forests of 300 trees of scikit-learn itself agree to 0.975 to 0.979 with its 5000 (make.py), and differ by up to 0.024. */
	@Test
	void threeHundredTreesRankTheDigitsAsScikitLearnDoes() throws Exception {
		final Matrix digits = Stacks.pixels("digits.tif");
		final double[] expected;
		try (InputStream in = getClass().getResourceAsStream("/forest/digits.csv")) {
			expected = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().mapToDouble(Double::parseDouble).toArray();
		}
		final double[] found = detect(digits, Settings.DEFAULTS).scores();
		assertEquals(1, correlation(ranks(expected), ranks(found)), 0.03);
		for (int i = 0; i < expected.length; i++) assertEquals(expected[i], found[i], 0.03, "item " + i);
	}

	private static double[] ranks(final double[] scores) {
		final Integer[] order = new Integer[scores.length];
		Arrays.setAll(order, i -> i);
		Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
		final double[] ranks = new double[scores.length];
		for (int r = 0; r < order.length; r++) ranks[order[r]] = r;
		return ranks;
	}

	/** Of two orders of the same numbers. */
	private static double correlation(final double[] a, final double[] b) {
		final double n = a.length;
		double squares = 0;
		for (int i = 0; i < a.length; i++) squares += (a[i] - b[i]) * (a[i] - b[i]);
		return 1 - 6 * squares / (n * (n * n - 1));
	}

	@Test
	void equalPointsAreNotFlagged() {
		final Outliers found = detect(Matrix.of(new double[600], 200, 3), Settings.DEFAULTS);
		for (final double score : found.scores()) assertEquals(0.5, score, 1e-12);
		assertEquals(0, found.count());
	}

	@Test
	void whatIsFarAwayComesFirst() {
		final Matrix points = gaussian(500, 3, 100);
		final Outliers found = detect(points, Settings.of("contamination", 0.002));
		assertEquals(1, found.count());
		assertTrue(found.flags()[0]);
		assertTrue(found.scores()[0] > 0.7);
	}

	@Test
	void theSeedDecidesAndTheThreadsDoNot() throws Exception {
		final Matrix points = gaussian(3000, 5, 1);
		final double[] one = Parallel.withThreads(1, () -> detect(points, Settings.of("seed", 5)).scores());
		assertArrayEquals(one, Parallel.withThreads(3, () -> detect(points, Settings.of("seed", 5)).scores()));
		assertFalse(Arrays.equals(one, detect(points, Settings.of("seed", 6)).scores()));
	}

	@Test
	void saysWhatIsWrong() {
		final Matrix points = gaussian(10, 2, 1);
		assertEquals("trees=0 must be a whole number from 1 to 1000000.", assertThrows(IllegalArgumentException.class,
			() -> detect(points, Settings.of("trees", 0))).getMessage());
		assertEquals("samples=1 must be a whole number of at least 2.", assertThrows(IllegalArgumentException.class,
			() -> detect(points, Settings.of("samples", 1))).getMessage());
	}

	private static Outliers detect(final Matrix points, final Settings settings) {
		return new IsolationForestOutliers().detect(new Evidence(points, null), settings, Progress.NONE);
	}

	/** Normal values; the first point is so many times farther out. */
	private static Matrix gaussian(final int n, final int d, final double first) {
		final Random random = new Random(n);
		final double[] values = new double[n * d];
		for (int i = 0; i < values.length; i++) values[i] = random.nextGaussian() + (i < d ? first : 0);
		return Matrix.of(values, n, d);
	}
}
