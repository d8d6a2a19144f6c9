package sc.fiji.standout.outlier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

class LocalOutlierFactorTest {

	@Test
	void all4599PointsOfThe6GoldenSetsTo1e9() {
		int count = 0;
		for (int set = 0; set < 6; set++) {
			final LofGolden golden = LofGolden.read(set);
			final Outliers found = new LocalOutlierFactorOutliers().detect(new Evidence(golden.points(), null),
				Settings.DEFAULTS, Progress.NONE);
			for (int i = 0; i < found.scores().length; i++, count++) {
				final double expected = -golden.negativeOutlierFactor()[i];
				assertEquals(expected, found.scores()[i], 1e-9, "set " + set + ", point " + i);
				assertEquals(expected > 1.5, found.flags()[i]);
			}
		}
		assertEquals(4599, count);
	}

	/** By hand, two neighbors: 0, 1 and 2 are the neighbors of each other, 1 and 2 those of 5. */
	@Test
	void fourPointsOnALine() {
		final double[] factors = LocalOutlierFactor.of(Matrix.of(new double[] { 0, 1, 2, 5 }, 4, 1), 2, Progress.NONE);
		// k-distances 2, 1, 2, 4; mean reach 1.5, 2, 1.5, 3.5
		final double[] reach = { 1.5, 2, 1.5, 3.5 };
		final int[][] neighbors = { { 1, 2 }, { 0, 2 }, { 1, 0 }, { 2, 1 } };
		for (int i = 0; i < 4; i++) assertEquals((reach[i] / reach[neighbors[i][0]] + reach[i] / reach[neighbors[i][1]]) / 2,
			factors[i], 1e-9);
	}

	@Test
	void copiesCountOnceWhereTheyWouldBeInfinitelyDense() {
		final Random random = new Random(3);
		final int distinct = 200;
		final double[] values = new double[2 * distinct];
		for (int i = 0; i < values.length; i++) values[i] = random.nextGaussian();
		final double[] withCopies = Arrays.copyOf(values, values.length + 2 * 3000);
		for (int i = distinct; i < distinct + 3000; i++) System.arraycopy(values, 10, withCopies, 2 * i, 2);
		final double[] once = LocalOutlierFactor.of(Matrix.of(values, distinct, 2), 20, Progress.NONE);
		final double[] copied = LocalOutlierFactor.of(Matrix.of(withCopies, distinct + 3000, 2), 20, Progress.NONE);
		assertArrayEquals(once, Arrays.copyOf(copied, distinct));
		for (int i = distinct; i < copied.length; i++) assertEquals(once[5], copied[i]);
		assertTrue(Arrays.stream(copied).max().getAsDouble() < 10);
	}

	/** scikit-learn 1.2.1, three neighbors. */
	@Test
	void fewCopiesAreThePointsThatTheyAre() {
		assertArrayEquals(new double[] { 1, 1, 1, 1, 1.3928571428164966, 1.456790123411797, 1.456790123411797,
			2.4947089946441126 }, LocalOutlierFactor.of(Matrix.of(new double[] { 0, 0, 0, 1, 2.5, 3, 4.25, 9 }, 8, 1), 3,
				Progress.NONE), 1e-12);
	}
}
