package sc.fiji.standout.feature.deep.autoencoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.feature.deep.Engines;

class NetworkTest {

	private static final Layout LAYOUT = new Layout(8, 4, 2, 3);

	/**
	 * What PyTorch in Python (float64) makes of the same numbers, with transposed convolutions (4 x 4, stride 2) in place
	 * of the sub-pixel ones.
	 */
	@Test
	void codesAndImagesAreThoseOfTransposedConvolutions() {
		final List<Layout.Parameter> parameters = LAYOUT.parameters();
		final float[][] values = new float[parameters.size()][];
		int k = 0;
		for (int p = 0; p < values.length; p++) {
			values[p] = new float[parameters.get(p).size()];
			final boolean positive = switch (parameters.get(p).kind()) {
				case SCALE, VARIANCE -> true;
				default -> false;
			};
			for (int i = 0; i < values[p].length; i++, k++) {
				values[p][i] = (float) (positive ? 1 + 0.3 * Math.sin(0.9 * k) : 0.2 * Math.sin(0.7 * k + 0.3));
			}
		}
		assertEquals(120037, k);
		final float[] images = new float[2 * LAYOUT.pixels()];
		for (int i = 0; i < images.length; i++) images[i] = (float) (0.5 + 0.5 * Math.sin(0.37 * i));
		try (Network network = new Network(LAYOUT, values)) {
			final Network.Result result = network.apply(images);
			assertArrayEquals(new float[] { -2.082576003f, -1.110668463f, 2.363612592f, -5.230543737f, 3.88178216f,
				4.866910854f }, result.codes(), 2e-5f);
			final float[] some = new float[10];
			double sum = 0;
			for (int i = 0; i < 128; i++) {
				if (i % 13 == 0) some[i / 13] = result.images()[i];
				sum += result.images()[i];
			}
			assertArrayEquals(new float[] { 0.788614431f, 0.183261361f, 0.993168812f, 0.929938935f, 0.029810806f,
				0.95651995f, 0.239299138f, 0.997409658f, 0.730455048f, 0.038735708f }, some, 2e-5f);
			assertEquals(78.26684703751125, sum, 1e-3);
		}
	}

	@Test
	void learningReducesTheErrorAndRepeats() {
		final float[] images = new float[8 * LAYOUT.pixels()];
		for (int i = 0; i < images.length; i++) images[i] = i / LAYOUT.pixels() % 2 == 0 ? 0.9f : 0.1f;
		final double[][] losses = new double[2][40];
		for (final double[] run : losses) {
			try (SingleThread thread = new SingleThread(Engines.pytorch()); Network network = new Network(LAYOUT, LAYOUT
				.initial(7)))
			{
				for (int step = 0; step < run.length; step++) run[step] = network.learn(images);
			}
		}
		assertArrayEquals(losses[0], losses[1], 0);
		assertEquals(0.16, losses[0][0], 0.05, "an image of noise around 0.5");
		assertTrue(losses[0][39] < 0.3 * losses[0][0], Arrays.toString(losses[0]));
	}

	@Test
	void parametersBeginAsInPyTorchAndRepeat() {
		final float[][] first = LAYOUT.initial(1);
		assertTrue(Arrays.deepEquals(first, LAYOUT.initial(1)));
		assertTrue(!Arrays.deepEquals(first, LAYOUT.initial(2)));
		final double bound = 1 / Math.sqrt(9 * 32);
		double square = 0;
		for (final float value : first[6]) {
			assertTrue(Math.abs(value) <= bound);
			square += value * value / first[6].length;
		}
		assertEquals(bound * bound / 3, square, 0.03 * bound * bound, "variance of a uniform distribution");
	}
}
