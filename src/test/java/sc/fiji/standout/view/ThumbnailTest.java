package sc.fiji.standout.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;

import sc.fiji.standout.item.Pixels;

class ThumbnailTest {

	private static final Contrast UNIT = new Contrast(new float[] { 0 }, new float[] { 1 });
	private static final Contrast BYTES = new Contrast(new float[3], new float[] { 255, 255, 255 });

	@Test
	void smallItemsAreEnlargedPixelByPixel() {
		final Pixels pixels = new Pixels(2, 2, 1, new float[] { 0, 1, 0.2f, 7 }, null, Double.POSITIVE_INFINITY);
		final BufferedImage image = Thumbnail.of(pixels, UNIT, 6);
		final int[] expected = { 0xff000000, 0xffffffff, 0xff333333, 0xffffffff };
		for (int y = 0; y < 6; y++) {
			for (int x = 0; x < 6; x++) assertEquals(expected[y / 3 * 2 + x / 3], image.getRGB(x, y), x + ", " + y);
		}
	}

	@Test
	void largeItemsAreAveraged() {
		final float[] values = new float[8 * 8];
		for (int i = 0; i < 64; i++) values[i] = (i + i / 8) % 2;
		final BufferedImage image = Thumbnail.of(new Pixels(8, 8, 1, values, null, 1), UNIT, 4);
		for (int y = 0; y < 4; y++) for (int x = 0; x < 4; x++) assertEquals(0xff808080, image.getRGB(x, y));
	}

	@Test
	void proportionsAreKeptAndTheRestIsTransparent() {
		final BufferedImage image = Thumbnail.of(new Pixels(4, 2, 1, new float[8], null, 1), UNIT, 8);
		assertEquals(0, image.getRGB(4, 1));
		assertEquals(0xff000000, image.getRGB(4, 2));
		assertEquals(0xff000000, image.getRGB(4, 5));
		assertEquals(0, image.getRGB(4, 6));
	}

	@Test
	void rgbIsInColorAndWhatIsOutsideIsDimmed() {
		final float[] values = { 200, 200, 100, 100, 0, 0 };
		final BufferedImage image = Thumbnail.of(new Pixels(2, 1, 3, values, new boolean[] { true, false }, 255), BYTES, 2);
		assertEquals(0xffc86400, image.getRGB(0, 0));
		assertEquals(0xff462300, image.getRGB(1, 0));
	}

	@Test
	void valuesThatAreNoNumberAreBlack() {
		final Pixels pixels = new Pixels(3, 1, 1, new float[] { Float.NaN, Float.NEGATIVE_INFINITY,
			Float.POSITIVE_INFINITY }, null, Double.POSITIVE_INFINITY);
		final BufferedImage image = Thumbnail.of(pixels, UNIT, 3);
		assertEquals(0xff000000, image.getRGB(0, 1));
		assertEquals(0xff000000, image.getRGB(1, 1));
		assertEquals(0xffffffff, image.getRGB(2, 1));
	}

	@Test
	void contrastIsThatOfTheWholeStack() {
		// item i is everywhere i, so that the percentiles 0.2 and 99.8 of 1000 items are about 2 and 998
		final Contrast contrast = Contrast.of(new SyntheticItems(1000) {

			@Override
			public RandomAccessibleInterval<? extends RealType<?>> pixels(final int item) {
				final short[] values = new short[100];
				java.util.Arrays.fill(values, (short) item);
				return ArrayImgs.unsignedShorts(values, 10, 10, 1);
			}
		});
		assertEquals(0, contrast.lower()[0], 20, "60 of the items are read");
		assertEquals(983, contrast.upper()[0], 1, "the last of the 60 is item 983");
		assertEquals(0.5f, contrast.scaled(491.5f, 0), 0.01);
		assertEquals(0f, contrast.scaled(-5, 0));
		assertEquals(1f, contrast.scaled(1e9f, 0));
	}

	@Test
	void rgbKeepsItsContrastAndAlikeItemsHaveSome() {
		final Contrast rgb = Contrast.of(new SyntheticItems(10, 8, 3));
		assertEquals(0, rgb.lower()[1]);
		assertEquals(255, rgb.upper()[1]);
		final Contrast constant = Contrast.of(new SyntheticItems(3) {

			@Override
			public RandomAccessibleInterval<? extends RealType<?>> pixels(final int item) {
				return ArrayImgs.floats(new float[] { 3, 3, 3, Float.NaN }, 2, 2, 1);
			}
		});
		assertEquals(0f, constant.scaled(3, 0));
		assertTrue(constant.upper()[0] > constant.lower()[0]);
	}

	@Test
	void picturesComeLaterFromAnotherThreadAndFewAreKept() throws Exception {
		final SyntheticItems items = new SyntheticItems(3000, 20, 1);
		try (Thumbnails thumbnails = new Thumbnails(items, 400, () -> {})) {
			assertNull(thumbnails.get(5));
			await(() -> thumbnails.isDone(5));
			assertNotNull(thumbnails.get(5));
			for (int i = 0; i < 3000; i++) thumbnails.get(i);
			// 64 MiB hold 104 pictures of 400 x 400 x 4 bytes; the last 52 wishes are read, the latest first
			await(() -> thumbnails.isDone(2999) && thumbnails.isDone(2949));
			assertTrue(thumbnails.count() <= 104, thumbnails.count() + " are kept");
			assertTrue(items.read.size() < 200, "wishes from which the user has scrolled away are dropped");
			assertEquals(0, items.readsOnEventThread.get());
		}
	}

	@Test
	void aClosedImageGivesNoPictureAndNoError() throws Exception {
		final SyntheticItems items = new SyntheticItems(5);
		items.closed = true;
		try (Thumbnails thumbnails = new Thumbnails(items, 50, () -> {})) {
			assertNull(thumbnails.get(2));
			await(() -> thumbnails.isDone(2));
			assertNull(thumbnails.get(2));
		}
	}

	@Test
	void closedStoresReadNothing() {
		final SyntheticItems items = new SyntheticItems(5);
		final Thumbnails thumbnails = new Thumbnails(items, 50, () -> {});
		thumbnails.close();
		assertNull(thumbnails.get(2));
		assertEquals(0, thumbnails.count());
		assertThrows(IllegalStateException.class, () -> {
			items.closed = true;
			Contrast.of(items);
		});
	}

	private static void await(final BooleanSupplier condition) throws InterruptedException {
		final long end = System.nanoTime() + 20_000_000_000L;
		while (!condition.getAsBoolean()) {
			assertTrue(System.nanoTime() < end, "waited 20 s in vain");
			Thread.sleep(5);
		}
	}
}
