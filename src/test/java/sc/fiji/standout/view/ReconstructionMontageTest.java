package sc.fiji.standout.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.study.Study;

/** Every number here is a pixel of the picture, reckoned by hand: tiles of 3 squares of 112 pixels, 4 apart. */
class ReconstructionMontageTest {

	private static final int TILE_WIDTH = 3 * 112 + 2 * 4 + 2 * 7;
	private static final int TILE_HEIGHT = 112 + 2 * 7 + 2 * 15;
	private static final int TOP = 52 + 22;
	private static final double[] ERRORS = { 0.1, 0.4, 0.2, Double.NaN, 0.3 };
	private static final int[] WORST_FIRST = { 1, 4, 2, 0, 3 };

	/** RGB items, so that all values are shown as they are: item i is red of value 50 + 30 i. */
	private static Study reds() {
		return ReconstructionFixtures.study(new SyntheticItems(ERRORS.length) {

			@Override
			public RandomAccessibleInterval<? extends RealType<?>> pixels(final int item) {
				if (closed) throw new IllegalStateException("closed");
				final byte[] values = new byte[3 * 16];
				Arrays.fill(values, 0, 16, (byte) (50 + 30 * item));
				return ArrayImgs.unsignedBytes(values, 4, 4, 3);
			}
		}, ERRORS);
	}

	@Test
	void originalReconstructionAndDifferenceLieSideBySide() {
		final BufferedImage image = render(reds(), ReconstructionOrder.WORST_FIRST, 2, 100);
		assertEquals(10 + 2 * TILE_WIDTH + 10, image.getWidth());
		assertEquals(TOP + 3 * TILE_HEIGHT + 10, image.getHeight());
		for (int t = 0; t < WORST_FIRST.length; t++) {
			final int left = 10 + t % 2 * TILE_WIDTH + 7;
			final int top = TOP + t / 2 * TILE_HEIGHT + 7;
			final int red = 50 + 30 * WORST_FIRST[t];
			for (final int x : new int[] { 0, 111 }) {
				assertEquals(red << 16, rgb(image, left + x, top + 111), "original " + t);
				assertEquals(red - 40 << 16, rgb(image, left + 116 + x, top), "reconstruction " + t);
				assertEquals(2 * 40 << 16, rgb(image, left + 232 + x, top + 50), "difference " + t);
			}
			for (final int x : new int[] { -1, 112, 115, 228, 231, 344 }) {
				assertEquals(0xffffff, rgb(image, left + x, top + 50), "gap " + t);
			}
			assertTrue(inkIn(image, left, top + 112, 112, 18), "number and label " + t);
			assertTrue(inkIn(image, left, top + 130, 112, 15), "error " + t);
		}
		for (final int x : new int[] { 17, 17 + 116, 17 + 232, 17 + TILE_WIDTH }) {
			assertTrue(inkIn(image, x, 52, 100, 20), "a name above the column at " + x);
		}
	}

	@Test
	void itemsCanBeInTheirOwnOrderAndFew() {
		final BufferedImage image = render(reds(), ReconstructionOrder.ITEMS, 3, 2);
		assertEquals(TOP + TILE_HEIGHT + 10, image.getHeight());
		assertEquals(50 << 16, rgb(image, 10 + 7 + 50, TOP + 7 + 50));
		assertEquals(80 << 16, rgb(image, 10 + TILE_WIDTH + 7 + 50, TOP + 7 + 50));
	}

	@Test
	void greyDifferencesAreWhiteAtHalfOfTheContrast() {
		final SyntheticItems items = new SyntheticItems(4) {

			@Override
			public RandomAccessibleInterval<? extends RealType<?>> pixels(final int item) {
				// 0.2 and 99.8 percent of the pixels are darker: black is 20, white is 180
				final byte[] values = new byte[16];
				for (int i = 0; i < 16; i++) values[i] = (byte) (i < 8 ? 20 : 180);
				return ArrayImgs.unsignedBytes(values, 4, 4, 1);
			}
		};
		final BufferedImage picture = new ReconstructionPictures(sc.fiji.standout.study.Reconstructions.of(
			ReconstructionFixtures.study(items, 1, 2, 3, 4))).picture(2, 16);
		assertEquals(3 * 16 + 2 * 4, picture.getWidth());
		assertEquals(16, picture.getHeight());
		assertEquals(0x000000, rgb(picture, 8, 0));
		assertEquals(0xffffff, rgb(picture, 8, 15));
		assertEquals(0x000000, rgb(picture, 20 + 8, 0));
		// (180 - 40 - 20) / 160
		assertEquals(0xbfbfbf, rgb(picture, 20 + 8, 15));
		// 20 / 80 and 40 / 80
		assertEquals(0x404040, rgb(picture, 40 + 8, 0));
		assertEquals(0x808080, rgb(picture, 40 + 8, 15));
		assertEquals(0, picture.getRGB(17, 8) >>> 24, "the gap is transparent");
	}

	@Test
	void captionsHaveNumberLabelAndError() {
		final Study study = reds();
		final Captions captions = ReconstructionMontage.captions(study, sc.fiji.standout.study.Reconstructions.of(study));
		assertEquals("4  mitotic", captions.title(3));
		assertEquals("error 0.400", captions.score(1));
		assertEquals("error 0.000123, score 2.50", captions.ofReconstructions(new double[] { 0.000123 }, new double[] { 2.5 })
			.score(0));
		assertEquals("error 1.20e-05", captions.ofReconstructions(new double[] { 1.2e-5 }, null).score(0));
		assertEquals("score 2.50", captions.ofReconstructions(null, new double[] { 2.5 }).score(0));
		assertEquals("", captions.ofReconstructions(null, null).score(0));
	}

	@Test
	void badInputIsSaidInOneSentence() {
		final Study study = reds();
		assertEquals("A montage of 0 columns cannot be drawn; it must be at least 1.", assertThrows(
			IllegalArgumentException.class, () -> render(study, ReconstructionOrder.ITEMS, 0, 10)).getMessage());
		assertThrows(IllegalArgumentException.class, () -> render(study, ReconstructionOrder.ITEMS, 3, 0));
		assertEquals("order=Best first does not exist; it must be one of Worst first, Items.", assertThrows(
			IllegalArgumentException.class, () -> ReconstructionOrder.parse("Best first")).getMessage());
		for (final ReconstructionOrder order : ReconstructionOrder.values()) {
			assertEquals(order, ReconstructionOrder.parse(order.toString()));
		}
		((SyntheticItems) study.items()).closed = true;
		assertThrows(IllegalStateException.class, () -> render(study, ReconstructionOrder.ITEMS, 3, 10));
		assertThrows(IllegalStateException.class, () -> render(new Study(study.items()), ReconstructionOrder.ITEMS, 3, 10));
	}

	@Test
	void drawingCanBeCanceled() {
		final int[] asked = { 0 };
		final Progress canceled = new Progress() {

			@Override
			public void report(final double fraction) {
				// nobody looks
			}

			@Override
			public boolean isCanceled() {
				return ++asked[0] == 3;
			}
		};
		assertThrows(CancellationException.class, () -> ReconstructionMontage.render(reds(), ReconstructionOrder.ITEMS, 3, 5,
			canceled));
		assertEquals(3, asked[0]);
	}

	// -- Helper methods --

	private static BufferedImage render(final Study study, final ReconstructionOrder order, final int columns,
		final int count)
	{
		return ReconstructionMontage.render(study, order, columns, count, Progress.NONE);
	}

	private static int rgb(final BufferedImage image, final int x, final int y) {
		return image.getRGB(x, y) & 0xffffff;
	}

	private static boolean inkIn(final BufferedImage image, final int x, final int y, final int width, final int height) {
		for (int row = y; row < y + height; row++) {
			for (int column = x; column < x + width; column++) if ((image.getRGB(column, row) & 0xff) < 150) return true;
		}
		return false;
	}
}
