package sc.fiji.standout.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.item.ArrayItems;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.Pixels;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

class StatisticsTest {

	private static Features run(final Items items) {
		return new Statistics().features(items, Settings.DEFAULTS, Progress.NONE);
	}

	private static double get(final Features features, final int item, final String name) {
		final int column = features.measuredNames().indexOf(name);
		assertTrue(column >= 0, name);
		return features.measured().get(item, column);
	}

	/** Item 0 a ramp of all values from 0 to 255 once each, item 1 flat, item 2 a checkerboard, the others random. */
	private static Items known() {
		return TestItems.paint(6, 16, 16, 1, 255, (i, x, y, c) -> i == 0 ? y * 16 + x : i == 1 ? 100 : i == 2 ? (x + y) %
			2 * 200 : (i * 7919 + x * 104729 + y * 1299709) % 251);
	}

	@Test
	void aRampHasTheMomentsOfTheUniformDistribution() {
		final Features features = run(known());
		assertEquals(127.5, get(features, 0, "mean"), 1e-9);
		assertEquals(Math.sqrt((256.0 * 256 - 1) / 12), get(features, 0, "std"), 1e-9);
		assertEquals(0, get(features, 0, "min"));
		assertEquals(255, get(features, 0, "max"));
		assertEquals(127.5, get(features, 0, "median"));
		assertEquals(63.75, get(features, 0, "percentile_25"));
		assertEquals(191.25, get(features, 0, "percentile_75"));
		assertEquals(0, get(features, 0, "skewness"), 1e-12);
		assertEquals(-1.2 * (256.0 * 256 + 1) / (256.0 * 256 - 1), get(features, 0, "kurtosis"), 1e-9);
		assertEquals(Math.log(256), get(features, 0, "entropy"), 1e-12);
		assertEquals(0.25, get(features, 0, "brightness"), 1e-12);
		assertEquals(0.75, get(features, 0, "darkness"), 1e-12);
		assertEquals(2, get(features, 0, "contrast"), 1e-9);
		assertEquals(1 / 256.0, get(features, 0, "zeros"));
		assertEquals(1 / 256.0, get(features, 0, "saturated"));
		assertEquals(0, get(features, 0, "missing"));
		assertEquals(127.5 / Math.sqrt((256.0 * 256 - 1) / 12), get(features, 0, "snr"), 1e-9);
		// Slope 1 to the right and 16 down; one-sided (half) at the borders
		final double edge = (14 * 14 * Math.sqrt(257) + 2 * 14 * Math.sqrt(0.25 + 256) + 2 * 14 * Math.sqrt(1 + 64) + 4 *
			Math.sqrt(0.25 + 64)) / 256;
		assertEquals(edge, get(features, 0, "edge_strength"), 1e-9);
		assertEquals(127.5, get(features, 0, "border_mean"), 1e-9);
		assertEquals(256, get(features, 0, "area"));
	}

	@Test
	void aFlatImageHasNoSpread() {
		final Features features = run(known());
		for (final String name : List.of("std", "skewness", "kurtosis", "entropy", "contrast", "sharpness", "zeros",
			"saturated", "snr", "edge_strength", "objects", "offset")) assertEquals(0, get(features, 1, name), name);
	}

	@Test
	void aCheckerboardHasTheLargestLaplacian() {
		final Features features = run(known());
		// Inside 8 * 200 - 4 * 200 clips to 255, and -4 * 200 to 0; at mirrored borders the signs stay the same
		assertEquals(127.5, get(features, 2, "sharpness"), 1e-9);
		assertEquals(Math.log(2), get(features, 2, "entropy"), 1e-12);
		assertEquals(0.5, get(features, 2, "zeros"));
		assertEquals(-2, get(features, 2, "kurtosis"), 1e-12);
		// The stack's largest value is 255
		assertEquals(0, get(features, 2, "saturated"));
	}

	@Test
	void sixteenBitsAreRescaledByTheStack() {
		final Features features = run(TestItems.paint(4, 10, 10, 1, 65535, (i, x, y, c) -> (y * 10 + x) * 10 * (i + 1)));
		// The largest of all is 3960: 12 bits
		assertEquals(24.75 * 10 / 4095, get(features, 0, "brightness"), 1e-12);
		assertEquals(74.25 * 40 / 4095, get(features, 3, "darkness"), 1e-12);
		assertEquals(0.01, get(features, 3, "saturated"));
		assertEquals(0, get(features, 2, "saturated"));
	}

	@Test
	void brokenPixelsAreCountedAndLeftOut() {
		final List<Pixels> images = TestItems.pixels(TestItems.paint(4, 4, 4, 1, Double.POSITIVE_INFINITY, (i, x, y,
			c) -> i + x));
		images.get(2).values()[0] = Float.NaN;
		images.get(2).values()[1] = Float.POSITIVE_INFINITY;
		final Features features = run(ArrayItems.of(images));
		assertEquals(2 / 16.0, get(features, 2, "missing"));
		// Columns of 2, 3, 4, 5, less one 2 and one 3
		assertEquals((3 * 2 + 3 * 3 + 4 * 4 + 4 * 5) / 14.0, get(features, 2, "mean"), 1e-12);
		assertEquals(5, get(features, 2, "max"));
		final boolean[] left = new boolean[16];
		for (int i = 0; i < 16; i++) left[i] = i % 4 < 2;
		final List<Pixels> masked = new ArrayList<>(images);
		masked.set(1, new Pixels(4, 4, 1, images.get(1).values(), left, Double.POSITIVE_INFINITY));
		final Features inside = run(ArrayItems.of(masked));
		assertEquals(1.5, get(inside, 1, "mean"), 1e-12);
		assertEquals(8, get(inside, 1, "area"));
		assertEquals(4, get(inside, 1, "width"));
	}

	@Test
	void agreesWithScipyOnADigit() {
		// numpy and scipy on sklearn.datasets.load_digits().images[0] and [777]; scipy.ndimage.convolve, mode "reflect"
		final Features features = run(TestItems.shared("digits.tif"));
		final List<String> names = List.of("mean", "std", "skewness", "kurtosis", "entropy", "darkness", "contrast",
			"sharpness", "zeros", "saturated", "edge_strength");
		final double[][] expected = { { 4.59375, 5.183262576553497, 0.6346126115265737, -1.1002963168164914,
			2.1064023748303815, 0.03529411764705882, 2.8846153846153846, 21.485255663768584, 0.453125, 0, 4.464904099274353 },
			{ 4.171875, 6.246385673681621, 1.1006029000190316, -0.5985565432720317, 1.5784309739846252, 0.025490196078431372,
				3.5555555555555554, 17.567052067987248, 0.578125, 0.125, 3.72844551868684 } };
		for (int k = 0; k < names.size(); k++) {
			assertEquals(expected[0][k], get(features, 0, names.get(k)), 1e-9, names.get(k));
			assertEquals(expected[1][k], get(features, 777, names.get(k)), 1e-9, names.get(k));
		}
	}

	@Test
	void colorsHaveTheirOwnMeans() {
		final Features features = run(TestItems.paint(4, 6, 6, 3, 255, (i, x, y, c) -> 10 * i + 50 * c + x % 2 * 4));
		assertEquals(12, get(features, 1, "mean_red"), 1e-9);
		assertEquals(62, get(features, 1, "mean_green"), 1e-9);
		assertEquals(112, get(features, 1, "mean_blue"), 1e-9);
		assertEquals(2, get(features, 1, "std_blue"), 1e-9);
		assertEquals(62, get(features, 1, "mean"), 1e-9);
	}
}
