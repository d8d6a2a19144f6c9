package sc.fiji.standout.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.item.Plane;

class ForegroundTest {

	private static Plane rectangles(final float ground, final float object, final int[]... boxes) {
		final float[] values = new float[40 * 20];
		java.util.Arrays.fill(values, ground);
		for (final int[] b : boxes) {
			for (int y = b[1]; y < b[1] + b[3]; y++) for (int x = b[0]; x < b[0] + b[2]; x++) values[y * 40 + x] = object;
		}
		return new Plane(40, 20, values, null);
	}

	@Test
	void findsABrightRectangle() {
		final Foreground found = Foreground.of(rectangles(10, 90, new int[] { 24, 6, 12, 4 }));
		assertTrue(found.bright());
		assertEquals(50, found.threshold(), 1);
		assertEquals(48 / 800.0, found.fraction(), 1e-12);
		assertEquals(48 / 800.0, found.largest(), 1e-12);
		assertEquals(1, found.objects());
		// Centre at (30, 8): 10 of 20 to the right, 2 of 10 up
		assertEquals(0.5, found.offsetX(), 1e-12);
		assertEquals(-0.2, found.offsetY(), 1e-12);
		// A full rectangle a x b has the variances a^2 / 12 and b^2 / 12
		assertEquals(Math.sqrt((144 + 16) / 12.0) / (Math.hypot(40, 20) / 2), found.spread(), 1e-12);
		assertEquals(Math.sqrt(1 - 16 / 144.0), found.eccentricity(), 1e-12);
		assertEquals(1, found.separability(), 1e-9);
		assertEquals(0, found.border());
	}

	@Test
	void findsDarkObjectsAndCountsThem() {
		final Foreground found = Foreground.of(rectangles(200, 30, new int[] { 3, 3, 5, 5 }, new int[] { 20, 5, 6, 6 },
			new int[] { 37, 17, 1, 1 }));
		assertFalse(found.bright());
		// The third is smaller than 1 % of the image
		assertEquals(2, found.objects());
		assertEquals((25 + 36 + 1) / 800.0, found.fraction(), 1e-12);
		assertEquals(36 / 800.0, found.largest(), 1e-12);
	}

	@Test
	void aFlatImageHasNoObject() {
		final Foreground found = Foreground.of(rectangles(5, 5));
		assertEquals(0, found.objects());
		assertEquals(0, found.fraction());
	}
}
