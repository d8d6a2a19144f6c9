package sc.fiji.standout.feature.deep.autoencoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.standout.feature.Features;
import sc.fiji.standout.feature.TestItems;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/** Cancelling, and ending early, at every stage. */
class InterruptedLearningTest {

	private static final Items ITEMS = TestItems.blobs(30, 8, 1, 255);
	private static final Settings SETTINGS = Settings.of("code", 4, "epochs", 4, "batch", 8);

	/** Counts the questions, and says yes to those from {@code at} on, once an epoch is over if so asked. */
	private static class Questions implements Progress {

		final AtomicInteger asked = new AtomicInteger();
		final int at;
		int epochs;

		Questions(final int at) {
			this.at = at;
		}

		@Override
		public void report(final double fraction) {
			// nobody listens
		}

		@Override
		public boolean isCanceled() {
			return asked.incrementAndGet() > at;
		}

		@Override
		public void point(final String curve, final double x, final double y) {
			epochs = (int) x;
		}
	}

	@TempDir
	Path folder;

	@Test
	void cancellingStopsAtEveryQuestion() {
		final Questions all = new Questions(Integer.MAX_VALUE);
		new AutoencoderFeaturizer().features(ITEMS, SETTINGS, all);
		final int count = all.asked.get();
		assertTrue(count > 50, "asked " + count + " times");
		for (int at = 0; at < count; at += Math.max(1, count / 25)) {
			final Questions questions = new Questions(at);
			assertThrows(CancellationException.class, () -> new AutoencoderFeaturizer().features(ITEMS, SETTINGS, questions));
			// Both threads may have asked before the first heard the answer
			assertTrue(questions.asked.get() <= at + 4, "went on after " + at + ": " + questions.asked.get());
		}
	}

	@Test
	void whatWasLearnedIsSavedAllTheSameWhenCancelled() throws Exception {
		final Path early = folder.resolve("early.zip");
		assertThrows(CancellationException.class, () -> new AutoencoderFeaturizer().features(ITEMS, SETTINGS.with("save",
			early), new Questions(3)));
		assertFalse(Files.exists(early));
		final Path late = folder.resolve("late.zip");
		final Questions afterTwo = new Questions(0) {

			@Override
			public boolean isCanceled() {
				return epochs >= 2;
			}
		};
		assertThrows(CancellationException.class, () -> new AutoencoderFeaturizer().features(ITEMS, SETTINGS.with("save",
			late), afterTwo));
		try (var files = Files.list(folder)) {
			assertEquals(1, files.count(), "nothing else is left");
		}
		assertTrue(AutoencoderFile.read(late.toString()).training().epochs() <= 2);
		assertEquals(30, new AutoencoderFeaturizer().features(ITEMS, Settings.of("model", late), Progress.NONE).matrix()
			.rows());
	}

	@Test
	void enoughEndsLearningAndUsesTheBestSoFar() {
		final Questions enough = new Questions(Integer.MAX_VALUE) {

			@Override
			public boolean isEnough() {
				return epochs >= 2;
			}
		};
		final Features features = new AutoencoderFeaturizer().features(ITEMS, SETTINGS, enough);
		assertEquals(2, enough.epochs);
		// The same as if two epochs had been asked for
		final Features two = new AutoencoderFeaturizer().features(ITEMS, SETTINGS.with("epochs", 2), Progress.NONE);
		assertEquals(two.matrix(), features.matrix());
		assertEquals(two.measured(), features.measured());
	}

	@Test
	void enoughAtOnceStillGivesFeatures() {
		final Questions enough = new Questions(Integer.MAX_VALUE) {

			@Override
			public boolean isEnough() {
				return true;
			}
		};
		assertEquals(30, new AutoencoderFeaturizer().features(ITEMS, SETTINGS, enough).matrix().rows());
		assertEquals(1, enough.epochs);
	}
}
