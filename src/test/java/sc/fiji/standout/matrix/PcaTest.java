package sc.fiji.standout.matrix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.standout.embedding.CancelAt;
import sc.fiji.standout.embedding.Stacks;

class PcaTest {

	/** scikit-learn 1.2.1, PCA(5, svd_solver="full"), signs by the largest loading. */
	@Test
	void agreesWithScikitLearnOnTheDigits() {
		final Matrix digits = Stacks.pixels("digits.tif");
		final Pca pca = Pca.fit(digits, 5, 42, Progress.NONE);
		assertArrayEquals(new double[] { 179.00693009797206, 163.7177468816776, 141.78843909228388, 101.10037520284797,
			69.51316559098741 }, pca.explainedVariance(), 1e-10);
		assertArrayEquals(new double[] { 0.14890593584063846, 0.13618771239635463, 0.11794593763975782,
			0.08409979421009191, 0.05782414664005522 }, pca.explainedVarianceRatio(), 1e-13);
		final Matrix scores = pca.transform(digits, Progress.NONE);
		final double[] row = new double[5];
		scores.row(0, row);
		assertArrayEquals(new double[] { -1.2594664501016093, -21.27488348073845, 9.463054617605179, -13.014188691055452,
			7.128822779243675 }, row, 1e-9);
		scores.row(1796, row);
		assertArrayEquals(new double[] { -0.34438963079507867, -6.365549193600856, -10.77370848879664, 7.726213210542198,
			3.3106153586503753 }, row, 1e-9);
	}

	/** The largest and smallest of scikit-learn 1.2.1, PCA(24, svd_solver="full"), by way of the scatter matrix. */
	@Test
	void agreesWithScikitLearnOnMnist() {
		final Matrix digits = Stacks.pixels("mnist10k.tif");
		final Pca pca = Pca.fit(digits, 24, Pca.Solver.EXACT, 42, Progress.NONE);
		assertEquals(349917.23332819, pca.explainedVariance()[0], 1e-4);
		assertEquals(39761.7203637, pca.explainedVariance()[18], 1e-2);
		assertEquals(31679.61731828, pca.explainedVariance()[23], 1e-2);
		checkOrthonormal(pca.components());
		final Pca randomized = Pca.fit(digits, 24, 42, Progress.NONE);
		for (int c = 0; c < 24; c++) assertEquals(1, randomized.explainedVariance()[c] / pca.explainedVariance()[c], 1e-5);
		checkOrthonormal(randomized.components());
	}

	/** Data with known axes, in shapes that take each of the ways; only those of the last are in floats. */
	@ParameterizedTest
	@CsvSource({ "900, 40, RANDOMIZED, 1e-11", "60, 900, RANDOMIZED, 1e-11", "1500, 560, EXACT, 1e-11",
		"520, 1400, EXACT, 1e-11", "1500, 560, RANDOMIZED, 2e-7", "520, 1400, RANDOMIZED, 2e-7" })
	void findsKnownAxesByEveryWay(final int n, final int d, final Pca.Solver solver, final double rounding) {
		final double[] spread = { 50, 20, 9 };
		final double[][] left = orthogonal(n, 3, true), right = orthogonal(d, 3, false);
		final double[] values = new double[n * d];
		for (int i = 0; i < n; i++) for (int j = 0; j < d; j++) {
			values[i * d + j] = 7 + j % 5;
			for (int c = 0; c < 3; c++) values[i * d + j] += spread[c] * left[c][i] * right[c][j];
		}
		final Matrix points = Matrix.of(values, n, d);
		final Pca pca = Pca.fit(points, 3, solver, 1, Progress.NONE);
		double total = 0;
		for (int c = 0; c < 3; c++) total += spread[c] * spread[c];
		for (int c = 0; c < 3; c++) {
			assertEquals(spread[c] * spread[c] / (n - 1), pca.explainedVariance()[c], 100 * rounding);
			assertEquals(spread[c] * spread[c] / total, pca.explainedVarianceRatio()[c], rounding);
			double dot = 0;
			int largest = 0;
			for (int j = 0; j < d; j++) {
				dot += right[c][j] * pca.components().get(c, j);
				if (Math.abs(pca.components().get(c, j)) > Math.abs(pca.components().get(c, largest))) largest = j;
			}
			assertEquals(1, Math.abs(dot), 100 * rounding);
			assertTrue(pca.components().get(c, largest) > 0);
		}
		// three components hold all there is
		final Matrix scores = pca.transform(points, Progress.NONE);
		for (int i = 0; i < n; i += 37) for (int j = 0; j < d; j += 11) {
			double back = pca.mean()[j];
			for (int c = 0; c < 3; c++) back += scores.get(i, c) * pca.components().get(c, j);
			assertEquals(points.get(i, j), back, 1000 * rounding);
		}
	}

	@Test
	void componentsWithoutVarianceAreStillOrthonormal() {
		for (final int[] shape : new int[][] { { 30, 8 }, { 8, 30 }, { 600, 520 }, { 520, 2000 } }) {
			final double[] values = new double[shape[0] * shape[1]];
			for (int i = 0; i < values.length; i++) values[i] = i / shape[1] + 100;
			final Pca pca = Pca.fit(Matrix.of(values, shape[0], shape[1]), 4, 1, Progress.NONE);
			final double rounding = Math.min(shape[0], shape[1]) > 500 ? 1e-6 : 1e-12;
			assertEquals(1, pca.explainedVarianceRatio()[0], rounding);
			assertEquals(0, pca.explainedVarianceRatio()[1], rounding);
			checkOrthonormal(pca.components());
		}
		final Pca constant = Pca.fit(Matrix.of(new double[30], 10, 3), 2, 1, Progress.NONE);
		assertArrayEquals(new double[2], constant.explainedVariance());
		assertArrayEquals(new double[2], constant.explainedVarianceRatio());
		checkOrthonormal(constant.components());
	}

	@Test
	void sameBitsTwiceAndOnOneAndTwoThreads() throws Exception {
		for (final int[] shape : new int[][] { { 900, 40 }, { 60, 900 }, { 1500, 560 }, { 520, 1400 } }) {
			final Matrix points = gaussian(shape[0], shape[1]);
			final Matrix one = Parallel.withThreads(1, () -> Pca.reduce(points, 4, 5, Progress.NONE));
			final Matrix two = Parallel.withThreads(2, () -> Pca.reduce(points, 4, 5, Progress.NONE));
			assertEquals(one, two);
			assertEquals(one, Pca.reduce(points, 4, 5, Progress.NONE));
		}
	}

	@Test
	void reducesOnlyWhenAskedTo() {
		final Matrix points = gaussian(10, 20);
		assertSame(points, Pca.reduce(points, 0, 1, Progress.NONE));
		assertSame(points, Pca.reduce(points, 20, 1, Progress.NONE));
		assertEquals(10, Pca.reduce(points, 15, 1, Progress.NONE).columns());
		assertEquals(3, Pca.reduce(points, 3, 1, Progress.NONE).columns());
		assertThrows(IllegalArgumentException.class, () -> Pca.reduce(points, -1, 1, Progress.NONE));
	}

	@Test
	void bothSolversFindSmallComponentsBesideLargeOnes() {
		final Matrix points = gaussian(700, 520);
		final double[] values = points.toDoubles();
		for (int i = 0; i < 700; i++) values[i * 520] = 1e4 * Math.sin(i);
		final Matrix uneven = Matrix.of(values, 700, 520);
		final Pca exact = Pca.fit(uneven, 8, Pca.Solver.EXACT, 1, Progress.NONE);
		final Pca randomized = Pca.fit(uneven, 8, Pca.Solver.RANDOMIZED, 1, Progress.NONE);
		for (int c = 0; c < 8; c++) assertEquals(1, randomized.explainedVariance()[c] / exact.explainedVariance()[c], 1e-4);
	}

	/** A spectrum so flat that the iteration must start again many times; the trace is known. */
	@Test
	void flatSpectraConvergeToo() {
		final Matrix points = gaussian(900, 600, 1);
		final Pca all = Pca.fit(points, 600, Pca.Solver.EXACT, 1, Progress.NONE);
		double sum = 0;
		for (final double ratio : all.explainedVarianceRatio()) sum += ratio;
		assertEquals(1, sum, 1e-10);
		final Pca exact = Pca.fit(points, 5, Pca.Solver.EXACT, 1, Progress.NONE);
		final Pca randomized = Pca.fit(points, 5, 1, Progress.NONE);
		for (int c = 0; c < 5; c++) {
			assertEquals(1, exact.explainedVariance()[c] / all.explainedVariance()[c], 1e-6);
			assertEquals(1, randomized.explainedVariance()[c] / all.explainedVariance()[c], 1e-3);
		}
	}

	@Test
	void saysWhatIsWrong() {
		final Matrix points = gaussian(10, 4);
		assertEquals("components=5 must be from 1 to 4 for 10 items with 4 features.", assertThrows(
			IllegalArgumentException.class, () -> Pca.fit(points, 5, 1, Progress.NONE)).getMessage());
		assertThrows(IllegalArgumentException.class, () -> Pca.fit(gaussian(1, 4), 1, 1, Progress.NONE));
		final Matrix broken = Matrix.of(new double[] { 1, 2, Double.NaN, 3 }, 2, 2);
		assertTrue(assertThrows(IllegalArgumentException.class, () -> Pca.fit(broken, 1, 1, Progress.NONE)).getMessage()
			.contains("feature 1"));
		final Pca pca = Pca.fit(points, 2, 1, Progress.NONE);
		assertThrows(IllegalArgumentException.class, () -> pca.transform(gaussian(3, 5), Progress.NONE));
	}

	@Test
	void stopsWhenCanceled() {
		for (final int[] shape : new int[][] { { 900, 40 }, { 60, 900 }, { 1500, 560 }, { 520, 1400 } })
			for (final double at : new double[] { 0, .03, .5 }) assertThrows(CancellationException.class, () -> Pca.fit(
				gaussian(shape[0], shape[1]), 3, 1, new CancelAt(at)));
	}

	private static void checkOrthonormal(final Matrix components) {
		for (int p = 0; p < components.rows(); p++) for (int q = 0; q <= p; q++) {
			double dot = 0;
			for (int j = 0; j < components.columns(); j++) dot += components.get(p, j) * components.get(q, j);
			assertEquals(p == q ? 1 : 0, dot, 1e-11);
		}
	}

	/** Vectors of sines, at right angles to each other and, if centred, to the constant. */
	private static double[][] orthogonal(final int length, final int count, final boolean centred) {
		final double[][] rows = new double[count][length];
		for (int c = 0; c < count; c++) for (int i = 0; i < length; i++) rows[c][i] = Math.sqrt(2. / length) * Math.cos(
			Math.PI * (c + (centred ? 1 : 2)) * (i + .5) / length);
		return rows;
	}

	private static Matrix gaussian(final int n, final int d) {
		return gaussian(n, d, d);
	}

	/** The standard deviations of the columns are 1 to {@code period}, again and again. */
	private static Matrix gaussian(final int n, final int d, final int period) {
		final Random random = new Random(n);
		final float[] values = new float[n * d];
		for (int i = 0; i < values.length; i++) values[i] = (float) (random.nextGaussian() * (1 + i % d % period));
		return Matrix.of(values, n, d);
	}
}
