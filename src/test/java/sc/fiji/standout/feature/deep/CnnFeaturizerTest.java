package sc.fiji.standout.feature.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.standout.feature.Features;
import sc.fiji.standout.feature.TestItems;
import sc.fiji.standout.item.ArrayItems;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.Pixels;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/** From items to features, with a network of one layer. */
class CnnFeaturizerTest {

	private final CnnFeaturizer cnn = new CnnFeaturizer();

	@TempDir
	Path folder;

	private Settings settings;

	@BeforeEach
	void writeModel() throws IOException {
		TinyOnnx.features(32).write(folder.resolve("tiny.onnx"));
		Files.writeString(folder.resolve("tiny.json"),
			"{ \"width\": 32, \"height\": 32, \"resize\": 32, \"origin\": \"Tiny\", \"licence\": \"CC0\" }");
		settings = Settings.of("file", folder.resolve("tiny.onnx"));
	}

	private Features run(final Items items, final Object... more) {
		Settings all = settings;
		for (int i = 0; i < more.length; i += 2) all = all.with((String) more[i], more[i + 1]);
		return cnn.features(items, all, Progress.NONE);
	}

	@Test
	void hasNamesAndSaysWhatItUsed() {
		final Features features = run(TestItems.blobs(9, 40, 3, 255));
		assertEquals("CNN", features.kind());
		assertEquals("8 features of the network tiny: Tiny, licence CC0.", features.notes().get(0).text());
		// A feature that is never active is dropped, and the others keep their numbers
		assertEquals(List.of("cnn_1", "cnn_2", "cnn_3", "cnn_4", "cnn_5", "cnn_6", "cnn_8"), features.names());
		assertEquals("1 of 8 features was dropped because it is constant: cnn_7.", features.notes().get(1).text());
		assertEquals(7, features.matrix().columns());
	}

	@Test
	void sameBitsOnAnyNumberOfThreadsAndForAnyBatch() throws Exception {
		final Items items = TestItems.blobs(150, 20, 1, 65535);
		final Matrix one = Parallel.withThreads(1, () -> run(items).matrix());
		for (final int threads : new int[] { 2, 3 }) assertEquals(one, Parallel.withThreads(threads, () -> run(items)
			.matrix()));
		for (final int batch : new int[] { 1, 7, 32, 512 }) assertEquals(one, run(items, "batch", batch).matrix(), "batch " +
			batch);
	}

	@Test
	void takesAllSizesTypesAndOutlines() {
		for (final int size : new int[] { 1, 2, 13, 200 }) {
			final Features features = run(TestItems.paint(5, size, size, 1, 255, (i, x, y, c) -> 40 * i));
			assertEquals(5, features.matrix().rows());
		}
		run(TestItems.blobs(9, 30, 2, 65535));
		run(TestItems.blobs(9, 30, 1, Double.POSITIVE_INFINITY));
		final List<Pixels> images = TestItems.pixels(TestItems.blobs(9, 24, 1, 255));
		images.set(3, new Pixels(24, 24, 1, images.get(0).values(), new boolean[24 * 24], 255));
		images.set(5, new Pixels(1, 1, 1, new float[] { 9 }, null, 255));
		images.set(6, new Pixels(1, 3000, 1, new float[3000], null, 255));
		assertEquals(9, run(ArrayItems.of(images)).matrix().rows());
	}

	@Test
	void whatIsOutsideAnOutlineDoesNotMatter() {
		final List<Pixels> plain = new ArrayList<>();
		final List<Pixels> soiled = new ArrayList<>();
		for (final Pixels blob : TestItems.pixels(TestItems.blobs(8, 24, 1, 65535))) {
			final boolean[] inside = new boolean[24 * 24];
			final float[] other = blob.values().clone();
			for (int k = 0; k < inside.length; k++) {
				inside[k] = Math.hypot(k % 24 - 11.5, k / 24 - 11.5) < 9;
				if (!inside[k]) other[k] = 255 - k % 50;
			}
			plain.add(new Pixels(24, 24, 1, blob.values(), inside, 65535));
			soiled.add(new Pixels(24, 24, 1, other, inside, 65535));
		}
		for (final String scaling : new String[] { "Stack", "Image" }) assertEquals(run(ArrayItems.of(plain), "scaling",
			scaling).matrix(), run(ArrayItems.of(soiled), "scaling", scaling).matrix());
	}

	@Test
	void sixteenBitsAreScaledByTheStackOrByTheImage() {
		final Items items = TestItems.blobs(60, 32, 1, 65535);
		final List<Pixels> brighter = new ArrayList<>();
		final List<Pixels> uneven = new ArrayList<>();
		for (int i = 0; i < 60; i++) {
			final Pixels blob = Pixels.read(items, i);
			final float[] scaled = blob.values().clone();
			final float[] single = blob.values().clone();
			for (int k = 0; k < scaled.length; k++) {
				scaled[k] = 100 * scaled[k] + 3000;
				single[k] = (i % 7 + 1) * 16 * single[k];
			}
			brighter.add(new Pixels(32, 32, 1, scaled, null, 65535));
			uneven.add(new Pixels(32, 32, 1, single, null, 65535));
		}
		assertClose(run(items).matrix(), run(ArrayItems.of(brighter)).matrix());
		assertClose(run(items, "scaling", "Image").matrix(), run(ArrayItems.of(uneven), "scaling", "Image").matrix());
		assertNotEquals(run(items).matrix(), run(items, "scaling", "Image").matrix());
	}

	@Test
	void brokenPixelsAreSaid() {
		final List<Pixels> images = TestItems.pixels(TestItems.blobs(10, 20, 1, Double.POSITIVE_INFINITY));
		images.get(3).values()[7] = Float.NaN;
		images.get(6).values()[0] = Float.NEGATIVE_INFINITY;
		final Features features = run(ArrayItems.of(images));
		final String last = features.notes().get(features.notes().size() - 1).text();
		assertTrue(last.startsWith("2 items have NaN or infinite pixels: items 4, 7; "), last);
		for (int j = 0; j < 8; j++) assertTrue(Double.isFinite(features.matrix().get(3, j)));
	}

	@Test
	void choosesChannels() {
		final Items four = TestItems.blobs(8, 20, 4, 65535);
		final Features first = run(four);
		assertTrue(first.notes().stream().anyMatch(note -> note.warning() && note.text().contains("4 channels")));
		assertEquals(first.matrix(), run(four, "channels", "1 2 3").matrix());
		assertNotEquals(first.matrix(), run(four, "channels", "1, 2, 4").matrix());
		assertNotEquals(run(four, "channels", "2").matrix(), run(four, "channels", "2 1").matrix());
		for (final String wrong : new String[] { "5", "0", "1 2 3 4", "red", "1.5" }) {
			final String message = assertThrows(IllegalArgumentException.class, () -> run(four, "channels", wrong)).getMessage();
			assertEquals("channels=" + wrong +
				" must be 1 to 3 numbers from 1 to 4, such as [1 2], the channels of the items.", message);
		}
	}

	@Test
	void saysWhatIsWrong() {
		final Items items = TestItems.blobs(8, 20, 1, 255);
		assertSays("batch=0", items, "batch", 0);
		assertSays("batch=513", items, "batch", 513);
		assertSays("scaling=Slice does not exist; it must be Stack or Image.", items, "scaling", "Slice");
		assertSays("file=none.onnx does not exist", items, "file", "none.onnx");
		assertSays("is a folder", items, "file", folder);
		assertSays("model=ResNet does not exist; it must be MobileNetV2, SqueezeNet or the path of a model file.", items,
			"file", "", "model", "ResNet");
		final Items alike = TestItems.paint(12, 16, 16, 1, 255, (i, x, y, c) -> x * y);
		assertEquals("All 12 items look alike: no feature differs between them, so nothing can stand out.", assertThrows(
			IllegalArgumentException.class, () -> run(alike)).getMessage());
	}

	private void assertSays(final String sentence, final Items items, final Object... more) {
		final String message = assertThrows(IllegalArgumentException.class, () -> run(items, more)).getMessage();
		assertTrue(message.contains(sentence), message);
	}

	@Test
	void canBeCanceledAtEveryStage() {
		final Items items = TestItems.blobs(60, 16, 1, 255);
		final AtomicInteger asked = new AtomicInteger();
		final int[] limit = { Integer.MAX_VALUE };
		final Progress progress = new Progress() {

			@Override
			public void report(final double fraction) {
				assertTrue(fraction >= 0 && fraction <= 1);
			}

			@Override
			public boolean isCanceled() {
				return asked.incrementAndGet() >= limit[0];
			}
		};
		cnn.features(items, settings, progress);
		final int all = asked.get();
		assertTrue(all > 120, all + " checks");
		for (int stage = 1; stage < all - 40; stage += all / 25) {
			asked.set(0);
			limit[0] = stage;
			assertThrows(CancellationException.class, () -> cnn.features(items, settings, progress), "stage " + stage);
		}
	}

	@Test
	void aRunThatNobodyWaitsForEndsByItself() throws Exception {
		final java.util.concurrent.CountDownLatch run = new java.util.concurrent.CountDownLatch(1);
		final java.util.concurrent.CountDownLatch closed = new java.util.concurrent.CountDownLatch(1);
		final Network slow = new Network() {

			@Override
			public float[] features(final java.nio.ByteBuffer images, final int count) {
				try {
					run.await();
				}
				catch (final InterruptedException e) {
					throw new IllegalStateException(e);
				}
				assertEquals(1, closed.getCount());
				return new float[1];
			}

			@Override
			public void close() {
				closed.countDown();
			}
		};
		final AtomicInteger asked = new AtomicInteger();
		final Progress progress = new Progress() {

			@Override
			public void report(final double fraction) {
				// nothing
			}

			@Override
			public boolean isCanceled() {
				return asked.incrementAndGet() > 3;
			}
		};
		final long start = System.nanoTime();
		try (CancelableNetwork network = new CancelableNetwork(slow)) {
			assertThrows(CancellationException.class, () -> network.features(null, 1, progress));
		}
		assertTrue(System.nanoTime() - start < 1_000_000_000L);
		assertEquals(1, closed.getCount());
		run.countDown();
		assertTrue(closed.await(10, java.util.concurrent.TimeUnit.SECONDS));
	}

	@Test
	void theIdentityIsThatOfTheModelAndItsUse() throws IOException {
		final String identity = cnn.identity(settings);
		assertEquals(identity, cnn.identity(settings.with("batch", 8).with("download", true)));
		assertNotEquals(identity, cnn.identity(settings.with("scaling", "Image")));
		assertNotEquals(identity, cnn.identity(settings.with("channels", "1")));
		assertNotEquals(cnn.identity(Settings.DEFAULTS), cnn.identity(Settings.of("model", "SqueezeNet")));
		Files.writeString(folder.resolve("tiny.json"), "{ \"width\": 32, \"height\": 32, \"resize\": 40 }");
		assertNotEquals(identity, cnn.identity(settings));
		assertThrows(IllegalArgumentException.class, () -> cnn.identity(settings.with("scaling", "None")));
	}

	private static void assertClose(final Matrix expected, final Matrix actual) {
		assertEquals(expected.columns(), actual.columns());
		double scale = 0;
		for (final double value : expected.toDoubles()) scale = Math.max(scale, Math.abs(value));
		for (int i = 0; i < expected.rows(); i++) {
			for (int j = 0; j < expected.columns(); j++) assertEquals(expected.get(i, j), actual.get(i, j), 1e-4 * scale);
		}
	}
}
