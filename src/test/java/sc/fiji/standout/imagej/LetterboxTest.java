package sc.fiji.standout.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.Rectangle;
import java.io.File;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import sc.fiji.standout.imagej.picture.Header;
import sc.fiji.standout.imagej.picture.Picture;
import sc.fiji.standout.imagej.picture.PixelType;

class LetterboxTest {

	/** Pictures of these sizes: width, height, width, height, ... */
	private static List<Picture> pictures(final int... sizes) {
		final Picture[] pictures = new Picture[sizes.length / 2];
		for (int i = 0; i < pictures.length; i++) pictures[i] = new Picture(new File("."), i + ".png", new Header(sizes[2 *
			i], sizes[2 * i + 1], PixelType.GREY8, 1));
		return Arrays.asList(pictures);
	}

	@Test
	void theCanvasIsJustLargeEnough() {
		assertEquals(new Letterbox(100, 100, 75), Letterbox.of(pictures(400, 300, 40, 20), 100));
		assertEquals(new Letterbox(100, 100, 100), Letterbox.of(pictures(400, 300, 300, 400), 100));
		assertEquals(new Letterbox(100, 100, 1), Letterbox.of(pictures(3000, 1), 100));
	}

	@Test
	void theAutomaticSizeIsTheMedianOfTheLongerSides() {
		assertEquals(new Letterbox(30, 30, 30), Letterbox.of(pictures(10, 20, 30, 30, 4000, 10), 0));
		assertEquals(new Letterbox(28, 28, 28), Letterbox.of(pictures(28, 28, 28, 28, 28, 28), 0));
		assertEquals(new Letterbox(512, 512, 384), Letterbox.of(pictures(4000, 3000, 2000, 1500), 0));
		assertEquals(new Letterbox(1, 1, 1), Letterbox.of(pictures(1, 1), 0));
	}

	@Test
	void picturesAreCentred() {
		final Letterbox box = new Letterbox(100, 100, 80);
		assertEquals(new Rectangle(0, 15, 100, 50), box.place(600, 300));
		assertEquals(new Rectangle(20, 0, 60, 80), new Letterbox(80, 100, 80).place(3, 4));
		assertEquals(new Rectangle(0, 39, 100, 1), box.place(1000, 1));
		assertEquals(new Rectangle(1, 0, 3, 5), new Letterbox(5, 6, 5).place(3, 5), "3 left over: 1 before, 2 behind");
	}

	@Test
	void pixelsLieWhereTheyShould() {
		final ImageProcessor picture = new ByteProcessor(4, 2);
		for (int i = 0; i < 8; i++) picture.set(i, 100 + i);
		final ImageProcessor canvas = new Letterbox(4, 4, 4).draw(picture);
		for (int y = 0; y < 4; y++) for (int x = 0; x < 4; x++) {
			assertEquals(y == 0 || y == 3 ? 0 : 100 + 4 * (y - 1) + x, canvas.get(x, y));
		}
		assertSame(picture, new Letterbox(4, 4, 2).draw(picture), "nothing to do");
	}

	@Test
	void smallerPicturesAreMeansOfWhatTheyCover() {
		final ImageProcessor picture = new ByteProcessor(16, 16);
		for (int y = 0; y < 16; y++) for (int x = 0; x < 16; x++) picture.set(x, y, x < 8 ? 40 + 10 * (x % 2) : 200);
		final ImageProcessor canvas = new Letterbox(4, 4, 4).draw(picture);
		for (int y = 0; y < 4; y++) {
			assertEquals(45, canvas.get(0, y), 1);
			assertEquals(200, canvas.get(3, y));
			assertEquals(245, canvas.get(1, y) + canvas.get(2, y), 2, "the edge in the middle is symmetric");
		}
	}

	@Test
	void allTypesAndTheSmallestSizesCanBeDrawn() {
		for (final ImageProcessor type : new ImageProcessor[] { new ByteProcessor(1, 1), new ShortProcessor(1, 1),
			new FloatProcessor(1, 1), new ColorProcessor(1, 1) })
		{
			for (final int[] size : new int[][] { { 1, 1 }, { 1, 300 }, { 300, 1 }, { 2, 3 }, { 700, 500 } }) {
				final ImageProcessor canvas = new Letterbox(64, 64, 64).draw(type.createProcessor(size[0], size[1]));
				assertEquals(64 * 64, canvas.getWidth() * canvas.getHeight());
				assertEquals(type.getBitDepth(), canvas.getBitDepth());
			}
		}
	}

	@Test
	void beside32BitPicturesItIsAsDarkAsTheirDarkestPixel() {
		final ImageProcessor picture = new FloatProcessor(2, 4, new float[] { -900, 50, 3, 4, 5, 6, 7, 8 });
		final ImageProcessor canvas = new Letterbox(4, 4, 4).draw(picture);
		assertEquals(-900, canvas.getf(0, 2));
		assertEquals(50, canvas.getf(2, 0));
	}

	@Test
	void anotherSizeIsRefused() {
		for (final int size : new int[] { -1, 1, 15, 4097 }) {
			assertEquals("size=" + size + " must be from 16 to 4096 pixels, or 0 for automatic.", assertThrows(
				IllegalArgumentException.class, () -> Letterbox.checkSize(size)).getMessage());
		}
	}
}
