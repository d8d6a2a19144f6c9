package sc.fiji.standout.item;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

class PlaneTest {

	@Test
	void shrinkingAverages() {
		final Plane plane = new Plane(4, 2, new float[] { 1, 3, 5, 7, 2, 4, 6, 8 }, null);
		assertArrayEquals(new float[] { 2.5f, 6.5f }, plane.resize(2, 1).values(), 1e-6f);
		// 3 pixels to 2: each new one covers one and a half old ones
		assertArrayEquals(new float[] { (1 + 0.5f * 4) / 1.5f, (0.5f * 4 + 10) / 1.5f }, new Plane(3, 1, new float[] { 1,
			4, 10 }, null).resize(2, 1).values(), 1e-6f);
	}

	@Test
	void growingInterpolates() {
		final Plane plane = new Plane(2, 1, new float[] { 0, 4 }, null);
		assertArrayEquals(new float[] { 0, 1, 3, 4 }, plane.resize(4, 1).values(), 1e-6f);
		assertArrayEquals(new float[] { 7, 7, 7, 7 }, new Plane(1, 1, new float[] { 7 }, null).resize(2, 2).values());
	}

	@Test
	void anyResizeKeepsAConstantAndTheMeanOfAShrunkOne() {
		final float[] values = new float[17 * 23];
		double mean = 0;
		for (int i = 0; i < values.length; i++) mean += values[i] = (i * 37) % 101;
		final Plane small = new Plane(17, 23, values, null).resize(5, 9);
		double smallMean = 0;
		for (final float v : small.values()) smallMean += v;
		assertEquals(mean / values.length, smallMean / 45, 1e-4);
		java.util.Arrays.fill(values, 3);
		for (final float v : new Plane(17, 23, values, null).resize(31, 11).values()) assertEquals(3, v, 1e-5);
	}

	@Test
	void aMaskIsResizedAndFilled() {
		final boolean[] left = { true, true, false, false };
		final Plane plane = new Plane(4, 1, new float[] { 2, 4, 100, 200 }, left);
		assertArrayEquals(new float[] { 2, 4, 3, 3 }, plane.fillOutside().values());
		assertArrayEquals(new boolean[] { true, false }, plane.resize(2, 1).inside());
		assertEquals(2, plane.area());
		assertArrayEquals(new float[] { 2, 4 }, plane.insideValues());
	}

	@Test
	void luminanceIsThatOfTelevision() {
		final Pixels rgb = new Pixels(1, 1, 3, new float[] { 100, 200, 50 }, null, 255);
		assertEquals(0.299 * 100 + 0.587 * 200 + 0.114 * 50, Plane.luminance(rgb).values()[0], 1e-4);
		assertEquals(200, Plane.channel(rgb, 1).values()[0]);
	}

	@Test
	void brokenPixelsGetTheMedianOfTheirChannel() {
		final float inf = Float.POSITIVE_INFINITY;
		final Pixels pixels = new Pixels(4, 1, 2, new float[] { 1, Float.NaN, 5, 3, 10, inf, -inf, 10 }, null, inf);
		assertEquals(3, pixels.nonFinite());
		assertArrayEquals(new float[] { 1, 3, 5, 3, 10, 10, 10, 10 }, pixels.finite().values());
	}

	@Test
	void arrayItemsGiveBackWhatWasPutIn() {
		final Pixels bytes = new Pixels(2, 1, 1, new float[] { 0, 255 }, new boolean[] { true, false }, 255);
		final Pixels shorts = new Pixels(1, 2, 1, new float[] { 300, 65535 }, null, 65535);
		final Pixels floats = new Pixels(1, 1, 2, new float[] { -1.5f, 1e9f }, null, Double.POSITIVE_INFINITY);
		final Items items = ArrayItems.of(List.of(bytes, shorts, floats), List.of("a", "b", "c"));
		for (int i = 0; i < 3; i++) {
			final Pixels expected = List.of(bytes, shorts, floats).get(i);
			final Pixels read = Pixels.read(items, i);
			assertArrayEquals(expected.values(), read.values());
			assertArrayEquals(expected.inside(), read.inside());
			assertEquals(expected.maximum(), read.maximum());
			assertArrayEquals(new int[] { expected.width(), expected.height(), expected.channels() }, items.dimensions(i));
		}
		assertEquals("b", items.label(1));
		assertThrows(IllegalArgumentException.class, () -> ArrayItems.of(List.of(bytes), List.of("a", "b")));
	}

	@Test
	void cropsTheMiddleOfWhatResizingGives() {
		final float[] values = new float[13 * 7];
		for (int i = 0; i < values.length; i++) values[i] = (float) Math.sin(i * i);
		final Plane plane = new Plane(13, 7, values, null);
		for (final int[] size : new int[][] { { 13, 7 }, { 40, 21 }, { 6, 5 }, { 9, 30 } }) {
			final Plane whole = plane.resize(size[0], size[1]);
			final Plane middle = plane.resizeAndCrop(size[0], size[1], 5, 4);
			for (int y = 0; y < 4; y++) for (int x = 0; x < 5; x++) assertEquals(whole.values()[(y + (size[1] - 4) / 2) *
				size[0] + x + (size[0] - 5) / 2], middle.values()[y * 5 + x]);
		}
		assertThrows(IllegalArgumentException.class, () -> plane.resizeAndCrop(4, 9, 5, 4));
	}
}
