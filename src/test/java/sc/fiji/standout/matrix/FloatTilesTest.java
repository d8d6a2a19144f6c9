package sc.fiji.standout.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks squares and products against the definition, in doubles. */
class FloatTilesTest {

	private static final int N = 300;

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 7, 8, 40, 70 })
	void squaresAndProducts(final int d) {
		final Random random = new Random(d);
		final double[] values = new double[N * d];
		for (int i = 0; i < values.length; i++) values[i] = 1e6 + 1000 * random.nextGaussian();
		final Matrix points = Matrix.of(values, N, d);
		final FloatTiles tiles = FloatTiles.of(points, Progress.NONE);
		double sum = 0;
		for (int i = 0; i < values.length; i++) sum += Math.pow(values[i] - mean(points, i % d), 2);
		assertEquals(sum / values.length, tiles.meanVariance(), 1e-9 * sum);
		final double[] first = new double[d];
		final double[] second = new double[d];
		points.row(0, first);
		points.row(1, second);
		// the scale is the same for all
		final double scale = Math.pow(norm(tiles.place(first)) / norm(first, points), 2);
		for (int tile = 0; tile * FloatTiles.SIZE < N; tile++) {
			final float[] squares = new float[FloatTiles.SIZE];
			tiles.squares(tile, tiles.place(first), squares);
			final float[][] products = new float[2][FloatTiles.SIZE];
			tiles.addProducts(tile, new float[][] { tiles.place(first), tiles.place(second) }, products);
			for (int i = 0; i < tiles.size(tile); i++) {
				final int row = tile * FloatTiles.SIZE + i;
				assertEquals(points.square(row, first) * scale, squares[i], 1e-5 * d);
				assertEquals(product(points, row, first) * scale, products[0][i], 1e-5 * d);
				assertEquals(product(points, row, second) * scale, products[1][i], 1e-5 * d);
			}
		}
	}

	private static double product(final Matrix points, final int row, final double[] point) {
		double sum = 0;
		for (int j = 0; j < point.length; j++) sum += (points.get(row, j) - mean(points, j)) * (point[j] - mean(points, j));
		return sum;
	}

	private static double norm(final double[] point, final Matrix points) {
		double sum = 0;
		for (int j = 0; j < point.length; j++) sum += Math.pow(point[j] - mean(points, j), 2);
		return Math.sqrt(sum);
	}

	private static double norm(final float[] placed) {
		double sum = 0;
		for (final float value : placed) sum += value * value;
		return Math.sqrt(sum);
	}

	private static double mean(final Matrix points, final int j) {
		double sum = 0;
		for (int i = 0; i < N; i++) sum += points.get(i, j);
		return sum / N;
	}
}
