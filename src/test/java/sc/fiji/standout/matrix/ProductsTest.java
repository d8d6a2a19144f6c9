package sc.fiji.standout.matrix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.embedding.CancelAt;

/** Checks the products and sums against the definition, one entry at a time. */
class ProductsTest {

	private static final int N = 1037, D = 70, K = 5;

	private final Random random = new Random(3);
	private final Matrix a = random(N, D);
	private final double[] mean = random(1, D).toDoubles();

	@Test
	void times() {
		final double[][] b = rows(D, K);
		final Matrix product = Products.times(a, mean, b, Progress.NONE);
		for (int i = 0; i < N; i++) for (int c = 0; c < K; c++) {
			double sum = 0;
			for (int j = 0; j < D; j++) sum += x(i, j) * b[j][c];
			assertEquals(sum, product.get(i, c), 1e-11);
		}
	}

	@Test
	void transposeTimes() {
		final double[][] b = rows(N, K);
		final double[][] product = Products.transposeTimes(a, mean, b, Progress.NONE);
		for (int j = 0; j < D; j++) for (int c = 0; c < K; c++) {
			double sum = 0;
			for (int i = 0; i < N; i++) sum += x(i, j) * b[i][c];
			assertEquals(sum, product[j][c], 1e-10);
		}
	}

	@Test
	void scatterAndGramAndTheirProducts() {
		final double[][] scatter = Scatter.of(a, mean, Progress.NONE);
		for (int p = 0; p < D; p++) for (int q = 0; q < D; q++) {
			double sum = 0;
			for (int i = 0; i < N; i++) sum += x(i, p) * x(i, q);
			assertEquals(sum, scatter[p][q], 1e-9);
		}
		final double[][] b = rows(D, K);
		final double[][] product = Products.scatterTimes(a, mean, b, Progress.NONE);
		for (int p = 0; p < D; p++) for (int c = 0; c < K; c++) {
			double sum = 0;
			for (int q = 0; q < D; q++) sum += scatter[p][q] * b[q][c];
			assertEquals(sum, product[p][c], 1e-8);
		}
		final double[][] gram = Scatter.gram(a, mean, Progress.NONE);
		for (int p = 0; p < N; p += 13) for (int q = 0; q < N; q++) {
			double sum = 0;
			for (int j = 0; j < D; j++) sum += x(p, j) * x(q, j);
			assertEquals(sum, gram[p][q], 1e-10);
		}
	}

	/** A sum of n products of rounded numbers of about 1 is off by some 1e-7 of their size. */
	@Test
	void scatterInFloats() {
		final double[][] expected = Scatter.of(a, mean, Progress.NONE);
		for (final double scale : new double[] { 1, 0x1p-3, 0x1p-40 }) {
			final double[][] found = FloatScatter.of(a, mean, scale, Progress.NONE);
			for (int p = 0; p < D; p++) for (int q = 0; q < D; q++) assertEquals(expected[p][q], found[p][q], 2e-6 * Math.sqrt(
				expected[p][p] * expected[q][q]));
		}
	}

	@Test
	void scatterTimesInFloats() {
		final double[][] b = rows(K, D);
		for (final double scale : new double[] { 1, 0x1p-3, 0x1p-20 }) {
			final double[][] found = FloatProducts.scatterTimes(a, mean, scale, b, Progress.NONE);
			final double[][] scatter = Scatter.of(a, mean, Progress.NONE);
			for (int c = 0; c < K; c++) for (int j = 0; j < D; j++) {
				double sum = 0, size = 0;
				for (int q = 0; q < D; q++) {
					sum += scatter[j][q] * b[c][q];
					size += Math.abs(scatter[j][q] * b[c][q]);
				}
				assertEquals(sum, found[c][j] / scale / scale, 2e-6 * size);
			}
		}
	}

	@Test
	void sameBitsOnOneAndTwoThreads() throws Exception {
		final double[][] b = rows(D, K);
		final double[][] one = Parallel.withThreads(1, () -> Products.scatterTimes(a, mean, b, Progress.NONE));
		final double[][] two = Parallel.withThreads(2, () -> Products.scatterTimes(a, mean, b, Progress.NONE));
		assertArrayEquals(one, two);
		assertArrayEquals(Parallel.withThreads(1, () -> FloatScatter.of(a, mean, 1, Progress.NONE)), Parallel.withThreads(3,
			() -> FloatScatter.of(a, mean, 1, Progress.NONE)));
		final double[][] c = rows(K, D);
		assertArrayEquals(Parallel.withThreads(1, () -> FloatProducts.scatterTimes(a, mean, 1, c, Progress.NONE)), Parallel
			.withThreads(3, () -> FloatProducts.scatterTimes(a, mean, 1, c, Progress.NONE)));
	}

	@Test
	void stopsWhenCanceled() {
		final Progress canceled = new CancelAt(0);
		assertThrows(CancellationException.class, () -> Products.times(a, mean, rows(D, K), canceled));
		assertThrows(CancellationException.class, () -> Scatter.of(a, mean, canceled));
		assertThrows(CancellationException.class, () -> FloatScatter.of(a, mean, 1, canceled));
		assertThrows(CancellationException.class, () -> FloatProducts.scatterTimes(a, mean, 1, rows(K, D), canceled));
	}

	@Test
	void dependentRowsBecomeOrthonormalToo() {
		final double[][] rows = rows(6, 9);
		rows[1] = rows[0].clone();
		rows[3] = new double[9];
		for (int j = 0; j < 9; j++) rows[4][j] = rows[0][j] - 1e5 * rows[2][j];
		final double[][] before = { rows[0].clone(), rows[2].clone() };
		Orthonormal.rows(rows, 0, 1, Progress.NONE);
		for (int p = 0; p < 6; p++) for (int q = 0; q < 6; q++) assertEquals(p == q ? 1 : 0, dot(rows[p], rows[q]), 1e-13);
		assertEquals(Math.sqrt(dot(before[0], before[0])), dot(before[0], rows[0]), 1e-12);
		// the third row lies in the span of the first and itself
		final double first = dot(before[1], rows[0]), third = dot(before[1], rows[2]);
		assertTrue(dot(before[1], rows[1]) * dot(before[1], rows[1]) + first * first + third * third > .999999 *
			dot(before[1], before[1]));
		assertThrows(IllegalArgumentException.class, () -> Orthonormal.rows(rows(4, 3), 0, 1, Progress.NONE));
	}

	private static double dot(final double[] a, final double[] b) {
		double sum = 0;
		for (int j = 0; j < a.length; j++) sum += a[j] * b[j];
		return sum;
	}

	private double x(final int i, final int j) {
		return a.get(i, j) - mean[j];
	}

	private Matrix random(final int n, final int d) {
		final float[] values = new float[n * d];
		for (int i = 0; i < values.length; i++) values[i] = (float) random.nextGaussian();
		return Matrix.of(values, n, d);
	}

	private double[][] rows(final int n, final int k) {
		final double[][] rows = new double[n][k];
		for (final double[] row : rows) for (int j = 0; j < k; j++) row[j] = random.nextGaussian();
		return rows;
	}
}
