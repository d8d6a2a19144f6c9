package sc.fiji.standout.feature.deep.autoencoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

class HabitTest {

	@Test
	void partsAreTheFormulasOfTheModel() {
		// Codes (1, 0), (-1, 0), (0, 2), (0, -2): mean 0, variances 0.5 and 2, of which the mean is 1.25
		final float[] codes = { 1, 0, -1, 0, 0, 2, 0, -2 };
		final float[] images = { 1, 1, 1, 1, 1, 1, 1, 1 };
		// Mean absolute errors 0.5 and 0.1
		final float[] reproduced = { 0.5f, 0.9f, 0.5f, 0.9f, 0.5f, 0.9f, 0.5f, 0.9f };
		final Habit.Builder builder = new Habit.Builder(2, 2);
		builder.add(images, reproduced, codes);
		final Habit habit = builder.build();
		final double floor = 0.05 * 0.3;
		final double[] parts = habit.parts(images, reproduced, codes, 2, null);
		assertEquals(Math.log((0.5 / (0.5 + floor) + 0.1 / (0.1 + floor)) / 2), parts[0], 1e-6);
		assertEquals(Math.log(4 / (2 + 1.25)), parts[1], 1e-9);
		final double[] inside = habit.parts(images, reproduced, codes, 0, new boolean[] { false, true });
		assertEquals(Math.log(0.1 / (0.1 + floor)), inside[0], 1e-6);
		assertEquals(Math.log(1 / (0.5 + 1.25)), inside[1], 1e-9);
	}

	@Test
	void correlatedCodesAreMeasuredAlongTheirAxes() {
		final Random random = new Random(5);
		final int n = 20000;
		final float[] codes = new float[2 * n];
		for (int i = 0; i < n; i++) {
			final double a = 3 * random.nextGaussian();
			final double b = random.nextGaussian();
			codes[2 * i] = (float) (10 + (a + b) / Math.sqrt(2));
			codes[2 * i + 1] = (float) (-4 + (a - b) / Math.sqrt(2));
		}
		final Habit.Builder builder = new Habit.Builder(1, 2);
		builder.add(new float[n], new float[n], codes);
		final Habit habit = builder.build();
		// Variances 9 and 1 along the diagonals, and 5 added to each
		final float[] along = { 10 + 5, -4 + 5, 10 + 5, -4 - 5 };
		assertEquals(Math.log(50 / 14.0), habit.parts(new float[2], new float[2], along, 0, null)[1], 0.03);
		assertEquals(Math.log(50 / 6.0), habit.parts(new float[2], new float[2], along, 1, null)[1], 0.03);
	}

	@Test
	void theMedianItemIsAtZeroAndTheLargerPartCounts() {
		final double[][] parts = new double[101][];
		for (int i = 0; i <= 100; i++) parts[i] = new double[] { i, -2 * i };
		final Habit habit = new Habit(new double[] { 1 }, new double[] { 0 }, new double[] { 1 }, new double[4]).typicalOf(
			parts);
		assertEquals(0, habit.score(new double[] { 50, -100 }), 1e-12);
		assertEquals(1.2815515655446004, habit.score(new double[] { 90, -100 }), 1e-12);
		assertEquals(1.2815515655446004, habit.score(new double[] { 50, -20 }), 1e-12);
		assertEquals(2 * 1.2815515655446004, habit.score(new double[] { 130, 0 }), 1e-12);
	}

	@Test
	void itemsWithoutAnyErrorOrDifferenceAreFinite() {
		final Habit.Builder builder = new Habit.Builder(3, 4);
		builder.add(new float[9], new float[9], new float[12]);
		final Habit habit = builder.build();
		final double[] parts = habit.parts(new float[9], new float[9], new float[12], 1, null);
		assertTrue(Double.isFinite(habit.typicalOf(new double[][] { parts, parts }).score(parts)));
	}
}
