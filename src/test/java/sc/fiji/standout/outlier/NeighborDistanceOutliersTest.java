package sc.fiji.standout.outlier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

class NeighborDistanceOutliersTest {

	private static final Matrix LINE = Matrix.of(new double[] { 0, 1, 3, 7, 100 }, 5, 1);

	@Test
	void theThreeMethods() {
		assertArrayEquals(new double[] { 7, 6, 4, 7, 99 }, scores(Settings.of("neighbors", 3)), 1e-12);
		assertArrayEquals(new double[] { 11 / 3.0, 3, 3, 17 / 3.0, 289 / 3.0 }, scores(Settings.of("neighbors", 3,
			"method", "Mean")), 1e-12);
		assertArrayEquals(new double[] { 3, 2, 3, 6, 97 }, scores(Settings.of("neighbors", 3, "method", "Median")), 1e-12);
		assertArrayEquals(new double[] { 5, 4, 3.5, 6.5, 98 }, scores(Settings.of("neighbors", 4, "method", "Median")),
			1e-12);
	}

	@Test
	void moreNeighborsThanThereAreIsAll() {
		assertArrayEquals(new double[] { 100, 99, 97, 93, 100 }, scores(Settings.of("neighbors", 50)), 1e-12);
		assertArrayEquals(new double[] { 0 }, new NeighborDistanceOutliers().detect(new Evidence(Matrix.of(new double[3], 1,
			3), null), Settings.DEFAULTS, Progress.NONE).scores());
	}

	/** Median 7, median absolute deviation 1: (99 - 7) * 0.6745 is far above 3.5. */
	@Test
	void theOwnRuleIsTheModifiedZScore() {
		assertArrayEquals(new boolean[] { false, false, false, false, true }, new NeighborDistanceOutliers().detect(
			new Evidence(LINE, null), Settings.of("neighbors", 3), Progress.NONE).flags());
	}

	@Test
	void anUnknownMethodIsRefused() {
		assertEquals("method=Smallest does not exist; it must be Largest, Mean or Median.", assertThrows(
			IllegalArgumentException.class, () -> scores(Settings.of("method", "Smallest"))).getMessage());
	}

	private static double[] scores(final Settings settings) {
		return new NeighborDistanceOutliers().detect(new Evidence(LINE, null), settings, Progress.NONE).scores();
	}
}
