package sc.fiji.standout.feature.deep.autoencoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.standout.feature.Features;
import sc.fiji.standout.feature.Reconstructor;
import sc.fiji.standout.feature.TestItems;
import sc.fiji.standout.item.ArrayItems;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.Pixels;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

class AutoencoderFeaturizerTest {

	private static final Settings QUICK = Settings.of("code", 8, "epochs", 3);

	/** Keeps the curves. */
	private static final class Curves implements Progress {

		final Map<String, List<Double>> values = new TreeMap<>();

		@Override
		public void report(final double fraction) {
			assertTrue(fraction >= 0 && fraction <= 1, String.valueOf(fraction));
		}

		@Override
		public boolean isCanceled() {
			return false;
		}

		@Override
		public void point(final String curve, final double x, final double y) {
			final List<Double> curveValues = values.computeIfAbsent(curve, name -> new ArrayList<>());
			curveValues.add(y);
			assertEquals(curveValues.size(), x);
		}
	}

	@Test
	void theSameSeedGivesTheSameBitsOnAnyNumberOfThreads() throws Exception {
		final Items items = TestItems.blobs(40, 12, 1, 255);
		final Curves first = new Curves();
		final Features features = new AutoencoderFeaturizer().features(items, QUICK, first);
		final Curves second = new Curves();
		final Class<?> pytorch = Class.forName("ai.djl.pytorch.jni.JniUtils");
		pytorch.getMethod("setNumThreads", int.class).invoke(null, 2);
		final Features again = Parallel.withThreads(1, () -> new AutoencoderFeaturizer().features(items, QUICK, second));
		assertEquals(2, pytorch.getMethod("getNumThreads").invoke(null), "left as it was");
		pytorch.getMethod("setNumThreads", int.class).invoke(null, 1);
		assertEquals(first.values, second.values);
		assertEquals(features.matrix(), again.matrix());
		assertEquals(features.measured(), again.measured());
		assertEquals(3, first.values.get("Training loss").size());
		assertEquals(3, first.values.get("Validation loss").size());
		final Features other = new AutoencoderFeaturizer().features(items, QUICK.with("seed", 43), Progress.NONE);
		assertNotEquals(features.matrix(), other.matrix());
	}

	@Test
	void learningReducesTheLoss() {
		final Curves curves = new Curves();
		new AutoencoderFeaturizer().features(TestItems.blobs(60, 12, 1, 255), Settings.of("code", 16, "epochs", 12, "batch",
			8), curves);
		final List<Double> losses = curves.values.get("Training loss");
		assertTrue(losses.get(losses.size() - 1) < 0.3 * losses.get(0), losses.toString());
		final List<Double> held = curves.values.get("Validation loss");
		assertTrue(held.get(held.size() - 1) < 0.5 * held.get(0), held.toString());
	}

	@ParameterizedTest
	@CsvSource({ "7, 5, 1, 255, 8, 4", "1, 1, 1, 255, 4, 4", "300, 20, 1, 255, 64, 4", "8, 8, 3, 255, 8, 8",
		"9, 12, 1, 65535, 8, 12", "8, 8, 2, Infinity, 8, 8", "100, 100, 1, 255, 64, 64" })
	void anySizeAndType(final int width, final int height, final int channels, final double maximum, final int seenWidth,
		final int seenHeight)
	{
		final double top = Math.min(maximum, 40000);
		final Items items = TestItems.paint(7, width, height, channels, maximum, (i, x, y, c) -> top / 20 * ((i * 7 + 3 * x +
			5 * y + c + x * y) % 20));
		final Features features = new AutoencoderFeaturizer().features(items, Settings.of("code", 4, "epochs", 1),
			Progress.NONE);
		assertEquals(7, features.matrix().rows());
		assertEquals(4, features.matrix().columns());
		assertEquals("code_1", features.names().get(0));
		assertEquals(List.of("reconstruction_error", "reconstruction_score"), features.measuredNames());
		final Pixels item = Pixels.read(items, 3);
		final Reconstructor.Reconstruction shown = features.reconstructor().reconstruct(item);
		for (final Pixels pixels : List.of(shown.original(), shown.reconstructed())) {
			assertEquals(seenWidth + "x" + seenHeight + "x" + channels, pixels.width() + "x" + pixels.height() + "x" + pixels
				.channels());
			assertEquals(255, pixels.maximum());
			for (final float value : pixels.values()) assertTrue(value >= 0 && value <= 255, String.valueOf(value));
		}
		assertEquals(error(shown), features.measured().get(3, 0), 1e-5 * features.measured().get(3, 0) + 1e-9);
	}

	/** The mean squared error of what is shown, on the scale from 0 to 1, inside the mask. */
	private static double error(final Reconstructor.Reconstruction shown) {
		final Pixels original = shown.original();
		double sum = 0;
		int count = 0;
		for (int i = 0; i < original.values().length; i++) {
			if (original.inside() != null && !original.inside()[i % original.inside().length]) continue;
			sum += Math.pow((original.values()[i] - shown.reconstructed().values()[i]) / 255, 2);
			count++;
		}
		return sum / count;
	}

	@Test
	void pixelsOutsideAMaskDoNotCount() {
		final List<List<Pixels>> stacks = List.of(new ArrayList<>(), new ArrayList<>());
		for (int i = 0; i < 6; i++) {
			final Pixels image = Pixels.read(TestItems.blobs(6, 8, 1, 255), i);
			final boolean[] inside = new boolean[64];
			for (int k = 0; k < 64; k++) inside[k] = k % 8 > i % 3 && k / 8 > 1;
			for (int s = 0; s < 2; s++) {
				final float[] values = image.values().clone();
				for (int k = 0; k < 64; k++) if (!inside[k]) values[k] = 77 * s;
				stacks.get(s).add(new Pixels(8, 8, 1, values, inside, 255));
			}
		}
		final Features one = new AutoencoderFeaturizer().features(ArrayItems.of(stacks.get(0)), QUICK, Progress.NONE);
		final Features two = new AutoencoderFeaturizer().features(ArrayItems.of(stacks.get(1)), QUICK, Progress.NONE);
		assertEquals(one.matrix(), two.matrix());
		assertEquals(one.measured(), two.measured());
		assertEquals(error(one.reconstructor().reconstruct(stacks.get(0).get(2))), one.measured().get(2, 0), 1e-7);
	}

	@Test
	void brokenPixelsAreSaidAndReplaced() {
		final List<Pixels> images = TestItems.pixels(TestItems.blobs(5, 8, 1, Double.POSITIVE_INFINITY));
		images.get(1).values()[9] = Float.NaN;
		images.get(4).values()[3] = Float.NEGATIVE_INFINITY;
		final Features features = new AutoencoderFeaturizer().features(ArrayItems.of(images), QUICK, Progress.NONE);
		assertTrue(features.notes().stream().anyMatch(note -> note.warning() && note.text().startsWith(
			"2 items have NaN or infinite pixels: items 2, 5")), features.notes().toString());
		for (int i = 0; i < 5; i++) assertTrue(Double.isFinite(features.measured().get(i, 1)));
	}

	@Test
	void threeItemsAreEnoughAndTwoAreNot() {
		assertEquals(3, new AutoencoderFeaturizer().features(TestItems.blobs(3, 8, 1, 255), QUICK, Progress.NONE).matrix()
			.rows());
		assertEquals("There are 2 items; finding what stands out needs at least 3.", refused(TestItems.blobs(2, 8, 1, 255),
			QUICK));
	}

	@Test
	void itemsThatAreAllAlikeAreRefused() {
		final String message = refused(TestItems.paint(5, 8, 8, 1, 255, (i, x, y, c) -> x * y), QUICK);
		assertEquals("All 5 items look alike: no feature differs between them, so nothing can stand out.", message);
	}

	@ParameterizedTest
	@CsvSource({ "size, 3, 'size=3 must be 0 (automatic) or from 4 to 256 pixels.'",
		"size, 300, size=300 must be a whole number from 0 to 256.", "code, 0, code=0 must be a whole number from 1 to 1024.",
		"epochs, 0, epochs=0 must be a whole number from 1 to 10000.",
		"batch, 1, batch=1 must be 0 (automatic) or from 2 to 256 images.",
		"epochs, many, epochs=many must be a whole number from 1 to 10000." })
	void wrongSettingsAreRefused(final String key, final String value, final String message) {
		assertEquals(message, refused(TestItems.blobs(5, 8, 1, 255), QUICK.with(key, value)));
	}

	@Test
	void whatIsLearnedAgainHasAnIdentity() {
		final AutoencoderFeaturizer featurizer = new AutoencoderFeaturizer();
		assertEquals(featurizer.identity(QUICK), featurizer.identity(QUICK.with("batch", 0)));
		assertNotEquals(featurizer.identity(QUICK), featurizer.identity(QUICK.with("epochs", 4)));
		assertNotEquals(featurizer.identity(QUICK), featurizer.identity(QUICK.with("seed", 4)));
		assertEquals("", featurizer.identity(QUICK.with("save", "a.zip")), "the file is to be written again");
		assertFalse(featurizer.identity(QUICK).isEmpty());
	}

	private static String refused(final Items items, final Settings settings) {
		return assertThrows(IllegalArgumentException.class, () -> new AutoencoderFeaturizer().features(items, settings,
			Progress.NONE)).getMessage();
	}
}
