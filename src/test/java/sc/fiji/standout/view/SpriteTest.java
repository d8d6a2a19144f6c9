package sc.fiji.standout.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpriteTest {

	@ParameterizedTest
	@ValueSource(doubles = { 1, 1.75, 2.5, 3.5, 6.2 })
	void aDiscCoversItsAreaAroundItsCenter(final double radius) {
		final double[] center = { 12.0, 12.13, 12.49, 12.99 };
		for (final double c : center) {
			final int[] pixels = new int[30 * 30];
			Sprite.disc(radius).stamp(pixels, 30, 30, c, 15.5, 0xffffff, 256);
			double mass = 0;
			double moment = 0;
			for (int i = 0; i < pixels.length; i++) {
				final double alpha = (pixels[i] >>> 24) / 255.0;
				mass += alpha;
				moment += alpha * (i % 30 + 0.5);
			}
			assertEquals(Math.PI * radius * radius, mass, 0.04 * Math.PI * radius * radius + 0.15);
			assertEquals(c, moment / mass, 0.15, "positions are kept to a quarter of a pixel");
		}
	}

	@Test
	void aRingLeavesItsInsideFree() {
		final int[] pixels = new int[30 * 30];
		Sprite.ring(5, 7).stamp(pixels, 30, 30, 15.5, 15.5, 0x123456, 256);
		assertEquals(0, pixels[15 * 30 + 15]);
		assertEquals(0xff123456, pixels[15 * 30 + 21]);
		assertEquals(0, pixels[15 * 30 + 24]);
	}

	@Test
	void atTheBorderAMarkIsCut() {
		final Random random = new Random(1);
		final Sprite sprite = Sprite.disc(3.3);
		for (int round = 0; round < 300; round++) {
			final double x = 20 * random.nextDouble() - 5;
			final double y = 20 * random.nextDouble() - 5;
			final int[] small = new int[10 * 10];
			final int[] large = new int[40 * 40];
			sprite.stamp(small, 10, 10, x, y, 0xabcdef, 200);
			sprite.stamp(large, 40, 40, x + 15, y + 15, 0xabcdef, 200);
			final int[] cut = new int[10 * 10];
			for (int row = 0; row < 10; row++) System.arraycopy(large, (row + 15) * 40 + 15, cut, row * 10, 10);
			assertArrayEquals(cut, small, x + ", " + y);
		}
	}

	@Test
	void farAwayNothingHappens() {
		final int[] pixels = new int[100];
		for (final double far : new double[] { 1e300, -1e300, Double.NaN, Double.POSITIVE_INFINITY, 1e10 }) {
			Sprite.disc(3).stamp(pixels, 10, 10, far, 5, 0xffffff, 256);
			Sprite.disc(3).stamp(pixels, 10, 10, 5, far, 0xffffff, 256);
		}
		assertArrayEquals(new int[100], pixels);
	}

	@Test
	void halfOpaqueOverOpaqueIsTheMean() {
		final int[] pixels = { 0xff00ff40 };
		Sprite.disc(3).stamp(pixels, 1, 1, 0.5, 0.5, 0xff0080, 128);
		assertEquals(0xff, pixels[0] >>> 24, 2);
		assertEquals(0x80, pixels[0] >> 16 & 0xff, 2);
		assertEquals(0x80, pixels[0] >> 8 & 0xff, 2);
		assertEquals(0x60, pixels[0] & 0xff, 2);
	}
}
