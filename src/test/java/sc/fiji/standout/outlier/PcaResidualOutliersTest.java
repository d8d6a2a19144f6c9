package sc.fiji.standout.outlier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

class PcaResidualOutliersTest {

	private static final int N = 96;

	/** The residual of k components is the sum of squares of the coordinates from the k-th on. */
	@Test
	void whatTheAxesFromTheKthOnHold() {
		final int d = 6;
		for (int k = 1; k < d; k++) {
			final double[] expected = new double[N];
			for (int i = 0; i < N; i++) for (int c = k; c < d; c++) expected[i] += Math.pow(coordinate(i, c), 2);
			assertArrayEquals(expected, detect(points(d), Settings.of("components", k)).scores(), 1e-9, k + " components");
		}
	}

	@Test
	void automaticLeavesSomethingUnexplained() {
		// 6 features: a third of 6
		assertArrayEquals(detect(points(6), Settings.of("components", 2)).scores(), detect(points(6), Settings.DEFAULTS)
			.scores());
		// as many as there are features, or more
		for (final int many : new int[] { 6, 24 }) assertArrayEquals(detect(points(6), Settings.DEFAULTS).scores(), detect(
			points(6), Settings.of("components", many)).scores());
		// 96 items: one component for 10
		assertArrayEquals(detect(points(90), Settings.of("components", 9)).scores(), detect(points(90), Settings.DEFAULTS)
			.scores());
		// one dimension: the squared distance to the mean
		final double[] expected = new double[N];
		for (int i = 0; i < N; i++) expected[i] = Math.pow(coordinate(i, 0), 2);
		assertArrayEquals(expected, detect(points(1), Settings.DEFAULTS).scores(), 1e-9);
	}

	@Test
	void ofReducedPointsAllFeaturesAreSeen() {
		final Matrix all = points(6);
		final Evidence evidence = new Evidence(all.selectColumns(0, 1), null, List.of(), null, all, List
			.of("a", "b", "c", "d", "e", "f"));
		final PcaResidualOutliers method = new PcaResidualOutliers();
		assertArrayEquals(detect(all, Settings.DEFAULTS).scores(), method.detect(evidence, Settings.DEFAULTS, Progress.NONE)
			.scores());
		assertTrue(method.needsAllFeatures());
	}

	@Test
	void sameBitsOnAnyThreads() throws Exception {
		final Settings settings = Settings.of("components", 3);
		assertArrayEquals(Parallel.withThreads(1, () -> detect(points(6), settings).scores()), Parallel.withThreads(3,
			() -> detect(points(6), settings).scores()));
	}

	@Test
	void explainedPointsHaveNoResidual() {
		final double[] line = new double[3 * N];
		for (int i = 0; i < line.length; i++) line[i] = 0.1 + i / 3 * (i % 3);
		final Outliers found = detect(Matrix.of(line, N, 3), Settings.of("components", 1));
		assertArrayEquals(new double[N], found.scores());
		assertEquals(0, found.count());
	}

	/** Cosines, at right angles to each other and to the constant, the first the largest. */
	private static double coordinate(final int i, final int c) {
		return 10 / (1.0 + c) * Math.cos(Math.PI * (c + 1) * (i + 0.5) / N);
	}

	/** Points of these coordinates, mirrored in space and moved. */
	private static Matrix points(final int d) {
		final double[] values = new double[N * d];
		for (int i = 0; i < N; i++) {
			double sum = 0;
			for (int c = 0; c < d; c++) sum += coordinate(i, c);
			for (int c = 0; c < d; c++) values[i * d + c] = 3 + coordinate(i, c) - 2 * sum / d;
		}
		return Matrix.of(values, N, d);
	}

	private static Outliers detect(final Matrix points, final Settings settings) {
		return new PcaResidualOutliers().detect(new Evidence(points, null), settings, Progress.NONE);
	}
}
