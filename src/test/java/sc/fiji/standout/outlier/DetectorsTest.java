package sc.fiji.standout.outlier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.plugin.Plugin;

import sc.fiji.standout.embedding.CancelAt;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/** What holds for every detector that needs no clusters. */
class DetectorsTest {

	static Stream<OutlierDetector> detectors() {
		return Stream.of(new IsolationForestOutliers(), new LocalOutlierFactorOutliers(), new NeighborDistanceOutliers(),
			new PcaResidualOutliers(), new StatisticsOutliers(), new ConsensusOutliers());
	}

	@ParameterizedTest
	@MethodSource("detectors")
	void scoresAreFiniteForEveryInput(final OutlierDetector detector) {
		final Map<String, Matrix> inputs = new LinkedHashMap<>();
		inputs.put("one point", Matrix.of(new double[] { 1, 2, 3 }, 1, 3));
		inputs.put("two points", Matrix.of(new double[] { 1, 2, 3, 4 }, 2, 2));
		inputs.put("fewer points than neighbors", gaussian(4, 3));
		inputs.put("one dimension", gaussian(300, 1));
		inputs.put("more dimensions than points", gaussian(12, 40));
		inputs.put("all equal", Matrix.of(filled(5000 * 3, 0.1), 5000, 3));
		inputs.put("huge values", scaled(gaussian(100, 3), 1e30));
		inputs.put("tiny values", scaled(gaussian(100, 3), 1e-30));
		final double[] constant = gaussian(100, 3).toDoubles();
		for (int i = 0; i < 100; i++) constant[3 * i + 1] = 7;
		inputs.put("a constant column", Matrix.of(constant, 100, 3));
		final double[] copies = Arrays.copyOf(gaussian(60, 3).toDoubles(), 3 * 4060);
		inputs.put("4000 copies", Matrix.of(copies, 4060, 3));
		inputs.forEach((name, points) -> {
			for (final double contamination : new double[] { 0, 0.1 }) {
				final Outliers found = detect(detector, points, Settings.of("contamination", contamination));
				assertEquals(points.rows(), found.scores().length);
				assertEquals(points.rows(), found.flags().length);
				for (final double score : found.scores()) assertTrue(Double.isFinite(score) && Math.abs(score) < 1e80, name +
					": " + score);
				if (name.equals("all equal")) assertEquals(0, found.count());
			}
		});
	}

	@ParameterizedTest
	@MethodSource("detectors")
	void contaminationIsTheFractionFlagged(final OutlierDetector detector) {
		final Matrix points = gaussian(1000, 6);
		final Outliers found = detect(detector, points, Settings.of("contamination", 0.05));
		assertEquals(50, found.count());
		final double[] scores = found.scores().clone();
		Arrays.sort(scores);
		for (int i = 0; i < 1000; i++) assertEquals(found.scores()[i] >= scores[950], found.flags()[i]);
		for (final Object wrong : new Object[] { 0.6, -0.1, "many" }) assertThrows(IllegalArgumentException.class,
			() -> detect(detector, points, Settings.of("contamination", wrong)));
	}

	/** 10 of 1000 points lie 20 standard deviations off, each in a direction of its own. */
	@ParameterizedTest
	@MethodSource("detectors")
	void theOwnRuleFindsWhatIsFarAway(final OutlierDetector detector) {
		final double[] values = gaussian(1000, 12).toDoubles();
		for (int i = 0; i < 10; i++) for (int j = 0; j < 12; j++) values[12 * i + j] += (i * 37 >> j % 5 & 1) == 0 ? 6 : -6;
		final Outliers found = detect(detector, Matrix.of(values, 1000, 12), Settings.of("components", 2));
		for (int i = 0; i < 10; i++) assertTrue(found.flags()[i], "point " + i);
		assertTrue(found.count() < 60, found.count() + " flagged");
	}

	@ParameterizedTest
	@MethodSource("detectors")
	void sameBitsTwiceAndOnAnyThreads(final OutlierDetector detector) throws Exception {
		final Matrix points = gaussian(2500, 5);
		final double[] one = Parallel.withThreads(1, () -> detect(detector, points, Settings.DEFAULTS).scores());
		assertArrayEquals(one, Parallel.withThreads(2, () -> detect(detector, points, Settings.DEFAULTS).scores()));
		assertArrayEquals(one, Parallel.withThreads(5, () -> detect(detector, points, Settings.DEFAULTS).scores()));
	}

	@ParameterizedTest
	@MethodSource("detectors")
	void stopsWhenCanceled(final OutlierDetector detector) {
		for (final double at : new double[] { 0, 0.1, 0.4 }) assertThrows(CancellationException.class, () -> detector.detect(
			new Evidence(gaussian(3000, 40), null), Settings.DEFAULTS, new CancelAt(at)));
	}

	@ParameterizedTest
	@MethodSource("detectors")
	void isAPluginWithANameAndNeedsNoClusters(final OutlierDetector detector) {
		assertFalse(detector.getClass().getAnnotation(Plugin.class).name().isBlank());
		assertFalse(detector.needsClustering());
	}

	private static Outliers detect(final OutlierDetector detector, final Matrix points, final Settings settings) {
		return detector.detect(new Evidence(points, null), settings, Progress.NONE);
	}

	private static double[] filled(final int length, final double value) {
		final double[] values = new double[length];
		Arrays.fill(values, value);
		return values;
	}

	private static Matrix scaled(final Matrix points, final double factor) {
		return Matrix.of(Arrays.stream(points.toDoubles()).map(x -> factor * x).toArray(), points.rows(), points.columns());
	}

	private static Matrix gaussian(final int n, final int d) {
		final Random random = new Random(n + d);
		final double[] values = new double[n * d];
		for (int i = 0; i < values.length; i++) values[i] = random.nextGaussian();
		return Matrix.of(values, n, d);
	}
}
