package sc.fiji.standout.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.feature.Features;
import sc.fiji.standout.feature.Featurizer;
import sc.fiji.standout.item.ArrayItems;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.Pixels;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/** Features are made again only when something has changed that they depend on. */
class ReuseTest {

	private static final Settings MODEL = Settings.of("model", "a", "contamination", 0.1);
	private int made;

	private final Featurizer featurizer = new Featurizer() {

		@Override
		public Features features(final Items items, final Settings settings, final Progress progress) {
			made++;
			return new Features("Test", List.of("a"), Matrix.of(new double[items.size()], items.size(), 1), List.of());
		}

		@Override
		public String identity(final Settings settings) {
			return settings.text("model", "");
		}
	};

	@Test
	void sameItemsAndModelKeepTheFeatures() {
		final Study first = features(items(7, false), MODEL, null);
		final Study second = features(items(7, false), MODEL.with("contamination", 0.2), first);
		assertEquals(1, made);
		assertSame(first.features(), second.features());
		final Study taken = new Study(items(7, false));
		taken.takeResults(second);
		features(items(7, false), MODEL, taken);
		assertEquals(1, made);
	}

	@Test
	void changedPixelsModelOrMaskMakeThemAnew() {
		final Study first = features(items(7, false), MODEL, null);
		features(items(8, false), MODEL, first);
		assertEquals(2, made);
		features(items(7, false), MODEL.with("model", "b"), first);
		assertEquals(3, made);
		features(items(7, true), MODEL, first);
		assertEquals(4, made);
	}

	@Test
	void methodsWithoutIdentityAreNeverReused() {
		final Study first = features(items(7, false), Settings.DEFAULTS, null);
		features(items(7, false), Settings.DEFAULTS, first);
		assertEquals(2, made);
	}

	@Test
	void fingerprintDependsOnOrderAndShape() {
		final Pixels wide = new Pixels(4, 1, 1, new float[] { 1, 2, 3, 4 }, null, 255);
		final Pixels high = new Pixels(1, 4, 1, new float[] { 1, 2, 3, 4 }, null, 255);
		assertEquals(print(wide, high), print(wide, high));
		assertNotEquals(print(wide, high), print(high, wide));
		assertNotEquals(print(wide, wide), print(high, high));
	}

	private static String print(final Pixels... pixels) {
		return Fingerprint.of(ArrayItems.of(List.of(pixels)), Progress.NONE);
	}

	private Study features(final Items items, final Settings settings, final Study before) {
		final Study study = new Study(items);
		Steps.features(study, featurizer, settings, before, Progress.NONE);
		return study;
	}

	/** Forty pictures of 2 x 2, the last pixel of the last one as given. */
	private static Items items(final float last, final boolean masked) {
		return ArrayItems.of(IntStream.range(0, 40).mapToObj(i -> new Pixels(2, 2, 1, new float[] { i, 1, 2, i == 39 ? last
			: 3 }, masked ? new boolean[] { true, true, false, true } : null, 255)).toList());
	}
}
