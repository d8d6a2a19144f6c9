package sc.fiji.standout.feature.texture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.item.Plane;

/** The blocks against closed forms. */
class BlocksTest {

	private static View view(final int width, final int height, final DoubleBinaryOperator painter) {
		final float[] values = new float[width * height];
		for (int i = 0; i < values.length; i++) values[i] = (float) painter.applyAsDouble(i % width, i / width);
		final Plane plane = new Plane(width, height, values, null);
		return View.of(plane, 1, List.of());
	}

	private static float[] describe(final Block block, final View view) {
		final float[] result = new float[block.columns().size()];
		block.describe(view, result, 0);
		return result;
	}

	private static double get(final Block block, final View view, final String column) {
		return describe(block, view)[block.columns().indexOf(column)];
	}

	@Test
	void binaryPatternsOfAFlatImageAreAllOnes() {
		final double[] expected = new double[10];
		expected[8] = 1;
		assertArrayEquals(expected, BinaryPatternBlock.histogram(view(9, 7, (x, y) -> 0.3).work()));
	}

	@Test
	void binaryPatternsOfAnEdgeASpotAndACheckerboard() {
		// Left half 0, right half 1, 10 wide: of the 8 inner columns one lies on the bright side of the edge; it sees 5 of
		// 8 neighbours as bright as itself. All others see none darker.
		final double[] edge = BinaryPatternBlock.histogram(view(10, 8, (x, y) -> x < 5 ? 0 : 1).work());
		assertEquals(1 / 8.0, edge[5], 1e-12);
		assertEquals(7 / 8.0, edge[8], 1e-12);
		final double[] spot = BinaryPatternBlock.histogram(view(9, 9, (x, y) -> x == 4 && y == 4 ? 1 : 0).work());
		assertEquals(1 / 49.0, spot[0], 1e-12);
		// Bright fields have their four diagonal neighbours only: eight changes, not uniform
		final double[] board = BinaryPatternBlock.histogram(view(10, 10, (x, y) -> (x + y) % 2).work());
		assertEquals(0.5, board[9], 1e-12);
		assertEquals(0.5, board[8], 1e-12);
	}

	@Test
	void cooccurrenceOfACheckerboard() {
		final CooccurrenceBlock block = new CooccurrenceBlock(32);
		final View board = view(32, 32, (x, y) -> (x + y) % 2);
		// Straight neighbours (2 * 32 * 31 pairs) are levels 0 and 15, diagonal ones (2 * 31 * 31) are equal
		final double p = 32.0 / (32 + 31);
		assertEquals(Math.log1p(p * 225), get(block, board, "distance1_contrast"), 1e-4);
		assertEquals(p / 226 + 1 - p, get(block, board, "distance1_homogeneity"), 1e-6);
		assertEquals(Math.sqrt((p * p + (1 - p) * (1 - p)) / 2), get(block, board, "distance1_energy"), 1e-6);
		assertEquals(1 - 2 * p, get(block, board, "distance1_correlation"), 1e-6);
		assertEquals(0, get(block, board, "distance2_contrast"), 1e-9);
		assertEquals(1, get(block, board, "distance2_correlation"), 1e-6);
		assertEquals(Math.log(2), get(block, board, "distance2_entropy"), 1e-6);
	}

	@Test
	void cooccurrenceOfAFlatImage() {
		final CooccurrenceBlock block = new CooccurrenceBlock(8);
		assertArrayEquals(new float[] { 0, 1, 1, 1, 0, 0 }, describe(block, view(8, 8, (x, y) -> 0.5)));
	}

	@Test
	void spectrumPeaksAtTheFrequencyOfASine() {
		final SpectrumBlock block = new SpectrumBlock(64);
		// 10 bands, log-spaced from 1/64 to 1/2
		for (final int b : new int[] { 3, 5, 8 }) {
			final double f = Math.exp(Math.log(1.0 / 64) + b * Math.log(32) / 9);
			for (final double angle : new double[] { 0, 0.7, Math.PI / 2 }) {
				final double[] bands = block.bands(view(64, 64, (x, y) -> Math.sin(2 * Math.PI * f * (x * Math.cos(angle) + y *
					Math.sin(angle)))));
				int peak = 0;
				for (int k = 0; k < bands.length; k++) if (bands[k] > bands[peak]) peak = k;
				assertEquals(b, peak);
			}
		}
	}

	@Test
	void spectrumOfWhiteNoiseIsItsVarianceEverywhere() {
		final Random random = new Random(5);
		final Spectrum spectrum = new Spectrum(view(50, 64, (x, y) -> 0.2 * random.nextGaussian()).work());
		double sum = 0;
		for (int v = 0; v < 64; v++) for (int u = 0; u < 64; u++) sum += spectrum.power(u, v);
		assertEquals(0.04, sum / (64 * 64), 0.004);
		assertEquals(Math.sqrt(2) / 2, spectrum.frequency(32, 32), 1e-12);
		assertEquals(1.0 / 64, spectrum.frequency(63, 0), 1e-12);
	}

	@Test
	void spectrumAgreesWithTheDefinition() {
		final float[] values = new float[8 * 4];
		for (int i = 0; i < values.length; i++) values[i] = (i * 13) % 7;
		final Spectrum spectrum = new Spectrum(new Plane(8, 4, values, null));
		double mean = 0;
		for (final float v : values) mean += v / 32.0;
		for (int v = 0; v < 4; v++) {
			for (int u = 0; u < 8; u++) {
				double re = 0;
				double im = 0;
				double norm = 0;
				for (int y = 0; y < 4; y++) {
					for (int x = 0; x < 8; x++) {
						final double w = Math.pow(Math.sin(Math.PI * (x + 0.5) / 8) * Math.sin(Math.PI * (y + 0.5) / 4), 2);
						final double angle = 2 * Math.PI * (u * x / 8.0 + v * y / 4.0);
						re += w * (values[y * 8 + x] - mean) * Math.cos(angle);
						im -= w * (values[y * 8 + x] - mean) * Math.sin(angle);
						norm += w * w;
					}
				}
				assertEquals((re * re + im * im) / norm, spectrum.power(u, v), 1e-9);
			}
		}
	}

	@Test
	void gradientPointsUphill() {
		final GradientBlock block = new GradientBlock();
		final View right = view(16, 16, (x, y) -> x * 0.05);
		final float[] histogram = describe(block, right);
		for (int i = 0; i < histogram.length; i++) assertTrue(i % 8 == 0 == histogram[i] > 0, block.columns().get(i));
		assertTrue(get(block, view(16, 16, (x, y) -> y * 0.05), "x1_y1_90") > 0.2);
		assertTrue(get(block, view(16, 16, (x, y) -> -x * 0.05 - y * 0.05), "x2_y2_225") > 0.2);
		for (final float v : describe(block, view(16, 16, (x, y) -> 0.4))) assertEquals(0, v);
	}

	@Test
	void ringsDoNotSeeATurn() {
		final DoubleBinaryOperator painter = (x, y) -> Math.exp(-((x - 5) * (x - 5) + (y - 9) * (y - 9)) / 30) + 0.01 * x;
		final RingBlock block = new RingBlock();
		final float[] straight = describe(block, view(24, 24, painter));
		final float[] turned = describe(block, view(24, 24, (x, y) -> painter.applyAsDouble(23 - y, x)));
		assertArrayEquals(straight, turned, 1e-5f);
	}

	@Test
	void ringsKnowOutwardsFromInwards() {
		final RingBlock block = new RingBlock();
		final View hill = view(40, 40, (x, y) -> 1 - Math.hypot(x - 19.5, y - 19.5) / 40);
		assertEquals(0, get(block, hill, "2_gradient_0"), 1e-6);
		assertEquals(Math.sqrt(1 / 40.0), get(block, hill, "2_gradient_4"), 0.01);
	}

	@Test
	void detailIsAtTheScaleOfTheStripes() {
		final DetailBlock block = new DetailBlock(32);
		final View fine = view(32, 32, (x, y) -> x % 2);
		final View coarse = view(32, 32, (x, y) -> (int) x / 2 % 2);
		// Pairs of 0 and 1 have the standard deviation 1/2
		assertEquals(Math.log10(0.501), get(block, fine, "octave0_strength"), 1e-5);
		assertEquals(-3, get(block, fine, "octave1_strength"), 1e-5);
		assertEquals(-3, get(block, coarse, "octave0_strength"), 1e-5);
		assertEquals(Math.log10(0.501), get(block, coarse, "octave1_strength"), 1e-5);
		// Equally strong everywhere: the mean square is the squared mean
		assertEquals(0, get(block, fine, "octave0_concentration"), 1e-5);
	}

	@Test
	void layoutIsAMeanOfEachField() {
		final float[] layout = describe(new LayoutBlock(), view(12, 12, (x, y) -> x + 100 * y));
		assertEquals(0.5 + 50, layout[0], 1e-4);
		assertEquals(10.5 + 1050, layout[35], 1e-3);
	}

	@Test
	void intensitiesAreQuantiles() {
		final float[] result = describe(new IntensityBlock(), view(101, 1, (x, y) -> x / 100));
		assertEquals(0.5, result[0], 1e-6);
		assertEquals(Math.sqrt((101.0 * 101 - 1) / 12) / 100, result[1], 1e-6);
		assertEquals(0, result[2], 1e-6);
		assertEquals(0.1, result[5], 1e-6);
		assertEquals(1, result[11]);
	}
}
