package sc.fiji.standout.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import sc.fiji.standout.embedding.CancelAt;
import sc.fiji.standout.feature.texture.Texture;
import sc.fiji.standout.item.ArrayItems;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.Pixels;
import sc.fiji.standout.item.Place;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/** What every featurizer must do. */
class FeaturizersTest {

	/** Cancelled from the start. */
	static final Progress CANCELED = new CancelAt(0);

	static List<Featurizer> all() {
		return List.of(new PixelsFeaturizer(), new Statistics(), new Texture());
	}

	private static Features run(final Featurizer method, final Items items) {
		return method.features(items, Settings.DEFAULTS, Progress.NONE);
	}

	private static void check(final Features features, final int n) {
		final Matrix matrix = features.matrix();
		assertEquals(n, matrix.rows());
		assertEquals(features.names().size(), new HashSet<>(features.names()).size());
		for (int j = 0; j < matrix.columns(); j++) {
			boolean varies = false;
			for (int i = 0; i < n; i++) {
				assertTrue(Double.isFinite(matrix.get(i, j)), features.names().get(j));
				varies |= matrix.get(i, j) != matrix.get(0, j);
			}
			assertTrue(varies, features.names().get(j));
		}
	}

	@ParameterizedTest
	@MethodSource("all")
	void worksOnAllSizesAndTypes(final Featurizer method) {
		for (final int size : new int[] { 8, 13, 40, 200 }) check(run(method, TestItems.blobs(9, size, 1, 255)), 9);
		check(run(method, TestItems.blobs(9, 30, 3, 255)), 9);
		check(run(method, TestItems.blobs(9, 30, 2, 65535)), 9);
		check(run(method, TestItems.blobs(9, 30, 1, Double.POSITIVE_INFINITY)), 9);
	}

	@ParameterizedTest
	@MethodSource("all")
	void comparesItemsOfDifferingSizesAndOutlines(final Featurizer method) {
		final List<Pixels> images = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			final Pixels blob = TestItems.pixels(TestItems.blobs(12, 9 + 4 * i, 1, 255)).get(i);
			final boolean[] disc = new boolean[blob.values().length];
			final double r = blob.width() / 2.0;
			for (int k = 0; k < disc.length; k++) disc[k] = Math.hypot(k % blob.width() + 0.5 - r, k / blob.width() + 0.5 -
				r) < r;
			images.add(new Pixels(blob.width(), blob.height(), 1, blob.values(), disc, 255));
		}
		// An outline without a pixel and one of a single pixel
		images.set(3, new Pixels(9, 9, 1, images.get(0).values(), new boolean[81], 255));
		final boolean[] one = new boolean[81];
		one[40] = true;
		images.set(4, new Pixels(9, 9, 1, images.get(0).values(), one, 255));
		// And the smallest images there are
		images.set(5, new Pixels(1, 1, 1, new float[] { 9 }, null, 255));
		images.set(6, new Pixels(1, 30, 1, new float[30], null, 255));
		check(run(method, ArrayItems.of(images)), 12);
	}

	@ParameterizedTest
	@MethodSource("all")
	void whatIsOutsideAnOutlineDoesNotMatter(final Featurizer method) {
		final List<Pixels> plain = new ArrayList<>();
		final List<Pixels> soiled = new ArrayList<>();
		for (final Pixels blob : TestItems.pixels(TestItems.blobs(8, 24, 1, 255))) {
			final boolean[] inside = new boolean[24 * 24];
			final float[] other = blob.values().clone();
			for (int k = 0; k < inside.length; k++) {
				inside[k] = Math.hypot(k % 24 - 11.5, k / 24 - 11.5) < 9;
				if (!inside[k]) other[k] = 255 - k % 50;
			}
			plain.add(new Pixels(24, 24, 1, blob.values(), inside, 255));
			soiled.add(new Pixels(24, 24, 1, other, inside, 255));
		}
		assertEquals(run(method, ArrayItems.of(plain)).matrix(), run(method, ArrayItems.of(soiled)).matrix());
	}

	@ParameterizedTest
	@MethodSource("all")
	void sameBitsOnAnyNumberOfThreads(final Featurizer method) throws Exception {
		final Items items = TestItems.blobs(150, 20, 1, 65535);
		final Features one = Parallel.withThreads(1, () -> run(method, items));
		final Features two = Parallel.withThreads(2, () -> run(method, items));
		final Features three = Parallel.withThreads(3, () -> run(method, items));
		assertEquals(one.matrix(), two.matrix());
		assertEquals(one.matrix(), three.matrix());
		assertEquals(one.measured(), two.measured());
		assertEquals(one.notes(), two.notes());
	}

	@ParameterizedTest
	@MethodSource("all")
	void rowsFollowTheItems(final Featurizer method) {
		final List<Pixels> images = TestItems.pixels(TestItems.blobs(40, 20, 1, 255));
		final Matrix straight = run(method, ArrayItems.of(images)).matrix();
		Collections.reverse(images);
		final Matrix turned = run(method, ArrayItems.of(images)).matrix();
		assertEquals(straight.columns(), turned.columns());
		for (int i = 0; i < 40; i++) {
			for (int j = 0; j < straight.columns(); j++) assertEquals(straight.get(i, j), turned.get(39 - i, j), 1e-4);
		}
	}

	@ParameterizedTest
	@MethodSource("all")
	void twinsHaveTheSameRow(final Featurizer method) {
		final List<Pixels> images = TestItems.pixels(TestItems.blobs(10, 20, 1, 255));
		images.add(images.get(4));
		final Matrix matrix = run(method, ArrayItems.of(images)).matrix();
		for (int j = 0; j < matrix.columns(); j++) assertEquals(matrix.get(4, j), matrix.get(10, j));
	}

	@ParameterizedTest
	@MethodSource("all")
	void brokenPixelsAreSaid(final Featurizer method) {
		final List<Pixels> images = TestItems.pixels(TestItems.blobs(10, 20, 1, Double.POSITIVE_INFINITY));
		images.get(3).values()[7] = Float.NaN;
		images.get(6).values()[0] = Float.NEGATIVE_INFINITY;
		final Features features = run(method, ArrayItems.of(images));
		check(features, 10);
		final String last = features.notes().get(features.notes().size() - 1).text();
		assertTrue(last.startsWith("2 items have NaN or infinite pixels: items 4, 7; "), last);
	}

	@ParameterizedTest
	@MethodSource("all")
	void saysWhatIsWrong(final Featurizer method) {
		final Items alike = TestItems.paint(12, 16, 16, 1, 255, (i, x, y, c) -> x * y);
		assertEquals("All 12 items look alike: no feature differs between them, so nothing can stand out.", assertThrows(
			IllegalArgumentException.class, () -> run(method, alike)).getMessage());
		final Items empty = TestItems.paint(5, 16, 16, 1, 255, (i, x, y, c) -> 0);
		assertEquals("All 5 items look alike: no feature differs between them, so nothing can stand out.", assertThrows(
			IllegalArgumentException.class, () -> run(method, empty)).getMessage());
		final Items two = TestItems.blobs(2, 16, 1, 255);
		assertEquals("There are 2 items; finding what stands out needs at least 3.", assertThrows(
			IllegalArgumentException.class, () -> run(method, two)).getMessage());
		final List<Pixels> mixed = TestItems.pixels(TestItems.blobs(4, 16, 1, 255));
		mixed.set(2, TestItems.pixels(TestItems.blobs(1, 16, 3, 255)).get(0));
		assertEquals("Item 3 has 3 channels and item 1 has 1; all must have the same number.", assertThrows(
			IllegalArgumentException.class, () -> run(method, ArrayItems.of(mixed))).getMessage());
	}

	@ParameterizedTest
	@MethodSource("all")
	void readsEachItemOnceOrTwiceAndStopsWhenCanceled(final Featurizer method) {
		final AtomicInteger reads = new AtomicInteger();
		final Items items = counted(TestItems.blobs(60, 16, 1, 255), reads);
		run(method, items);
		assertTrue(reads.get() <= 2 * 60 + 1, reads + " reads");
		reads.set(0);
		final Progress stop = new Progress() {

			@Override
			public void report(final double fraction) {
				// nothing
			}

			@Override
			public boolean isCanceled() {
				return reads.get() >= 70;
			}
		};
		assertThrows(CancellationException.class, () -> method.features(items, Settings.DEFAULTS, stop));
		// What the other threads were at may end
		assertTrue(reads.get() <= 70 + Parallel.threads(), reads + " reads");
		assertThrows(CancellationException.class, () -> method.features(items, Settings.DEFAULTS, CANCELED));
	}

	private static Items counted(final Items items, final AtomicInteger reads) {
		return new Items() {

			@Override
			public int size() {
				return items.size();
			}

			@Override
			public String description() {
				return items.description();
			}

			@Override
			public Place place(final int item) {
				return items.place(item);
			}

			@Override
			public String label(final int item) {
				return items.label(item);
			}

			@Override
			public int[] dimensions(final int item) {
				return items.dimensions(item);
			}

			@Override
			public RandomAccessibleInterval<? extends RealType<?>> pixels(final int item) {
				reads.incrementAndGet();
				return items.pixels(item);
			}
		};
	}
}
