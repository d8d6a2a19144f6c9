package sc.fiji.standout.feature.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.feature.Features;
import sc.fiji.standout.feature.TestItems;
import sc.fiji.standout.item.ArrayItems;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.Pixels;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

class TextureTest {

	private static Features run(final Items items) {
		return new Texture().features(items, Settings.DEFAULTS, Progress.NONE);
	}

	private static double distance(final Matrix matrix, final int a, final int b) {
		double sum = 0;
		for (int j = 0; j < matrix.columns(); j++) sum += Math.pow(matrix.get(a, j) - matrix.get(b, j), 2);
		return Math.sqrt(sum);
	}

	/** Fraction of the items whose nearest other item has the same label. */
	private static double nearestNeighborAccuracy(final Matrix matrix, final Items items) {
		int right = 0;
		for (int i = 0; i < matrix.rows(); i++) {
			int best = -1;
			double nearest = Double.POSITIVE_INFINITY;
			for (int k = 0; k < matrix.rows(); k++) {
				final double d = k == i ? Double.POSITIVE_INFINITY : distance(matrix, i, k);
				if (d < nearest) {
					nearest = d;
					best = k;
				}
			}
			if (items.label(best).equals(items.label(i))) right++;
		}
		return (double) right / matrix.rows();
	}

	@Test
	void tellsHandwrittenDigitsApart() {
		final Items digits = TestItems.shared("digits.tif");
		final double accuracy = nearestNeighborAccuracy(run(digits).matrix(), digits);
		assertTrue(accuracy >= 0.96, "leave-one-out 1-nearest-neighbour accuracy " + accuracy);
	}

	@Test
	void contrastOfTheWholeStackDoesNotMatter() {
		final List<Pixels> scaled = new ArrayList<>();
		final Items items = TestItems.blobs(30, 32, 1, 255);
		for (final Pixels p : TestItems.pixels(items)) {
			final float[] values = p.values().clone();
			for (int i = 0; i < values.length; i++) values[i] = 37.5f * values[i] + 1234;
			scaled.add(new Pixels(32, 32, 1, values, null, Double.POSITIVE_INFINITY));
		}
		final Features plain = run(items);
		final Features changed = run(ArrayItems.of(scaled));
		assertEquals(plain.names(), changed.names());
		for (int i = 0; i < 30; i++) {
			for (int j = 0; j < plain.names().size(); j++) assertEquals(plain.matrix().get(i, j), changed.matrix().get(i, j),
				2e-3, plain.names().get(j));
		}
	}

	@Test
	void brightnessOfOneItemDoesMatter() {
		for (final double factor : new double[] { 0.2, 3 }) {
			final List<Pixels> images = TestItems.pixels(TestItems.blobs(40, 32, 1, 65535));
			final Pixels p = images.get(17);
			final float[] values = p.values().clone();
			for (int i = 0; i < values.length; i++) values[i] = Math.round(values[i] * factor);
			images.set(17, new Pixels(32, 32, 1, values, null, 65535));
			assertEquals(17, mostOutlying(run(ArrayItems.of(images)).matrix()));
		}
	}

	@Test
	void blurredEmptyAndShiftedItemsStandOut() {
		for (int kind = 0; kind < 3; kind++) {
			final List<Pixels> images = TestItems.pixels(TestItems.blobs(40, 32, 1, 255));
			final int odd = kind;
			images.set(11, TestItems.pixels(TestItems.paint(1, 32, 32, 1, 255, (i, x, y, c) -> odd == 0 ? 20 + 140 * Math.exp(
				-(Math.pow(x - 16, 2) + Math.pow(y - 16, 2)) / 300) : odd == 1 ? 20 + (x * 7 + y * 13) % 11 : 20 + 140 * Math
					.exp(-(Math.pow(x - 4, 2) + Math.pow(y - 26, 2)) / 50) + (x * 7 + y * 13) % 20)).get(0));
			assertEquals(11, mostOutlying(run(ArrayItems.of(images)).matrix()));
		}
	}

	@Test
	void aColorCastStandsOut() {
		final List<Pixels> images = TestItems.pixels(TestItems.blobs(30, 24, 3, 255));
		final float[] values = images.get(8).values().clone();
		// Red and blue change places; the luminance keeps its pattern
		System.arraycopy(images.get(8).values(), 0, values, 2 * 576, 576);
		System.arraycopy(images.get(8).values(), 2 * 576, values, 0, 576);
		images.set(8, new Pixels(24, 24, 3, values, null, 255));
		final Features features = run(ArrayItems.of(images));
		assertTrue(features.names().contains("color_hue_0"));
		assertEquals(8, mostOutlying(features.matrix()));
	}

	@Test
	void everyBlockCountsByItsWeight() {
		final Features features = run(TestItems.blobs(60, 32, 1, 255));
		double gradient = 0;
		double lbp = 0;
		for (int j = 0; j < features.names().size(); j++) {
			double sum = 0;
			for (final double v : features.matrix().column(j)) sum += v * v / 60;
			if (features.names().get(j).startsWith("gradient_")) gradient += sum;
			if (features.names().get(j).startsWith("lbp_")) lbp += sum;
		}
		// Tails are compressed, so a little less than the weights
		assertEquals(3, gradient, 0.1);
		assertEquals(1, lbp, 0.1);
	}

	@Test
	void theColumnsDependOnTheTypicalItemOnly() {
		final List<Pixels> images = TestItems.pixels(TestItems.blobs(7, 48, 1, 255));
		images.set(2, TestItems.pixels(TestItems.blobs(1, 5, 1, 255)).get(0));
		images.set(3, TestItems.pixels(TestItems.blobs(1, 500, 1, 255)).get(0));
		final Features features = run(ArrayItems.of(images));
		assertTrue(features.names().contains("shape_area"));
		assertTrue(features.names().contains("lbp_scale4_0"));
		assertEquals(7, features.matrix().rows());
	}

	private static int mostOutlying(final Matrix matrix) {
		int best = -1;
		double farthest = -1;
		for (int i = 0; i < matrix.rows(); i++) {
			double nearest = Double.POSITIVE_INFINITY;
			for (int k = 0; k < matrix.rows(); k++) if (k != i) nearest = Math.min(nearest, distance(matrix, i, k));
			if (nearest > farthest) {
				farthest = nearest;
				best = i;
			}
		}
		return best;
	}
}
