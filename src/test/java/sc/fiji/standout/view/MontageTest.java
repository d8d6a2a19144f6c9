package sc.fiji.standout.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;

import sc.fiji.standout.outlier.Outliers;
import sc.fiji.standout.study.Study;

class MontageTest {

	/** Item i is red of value 20 (i + 1), so that its place in a montage can be seen. */
	private static Study reds(final double[] scores, final boolean[] flags) {
		final Study study = new Study(new SyntheticItems(scores.length) {

			@Override
			public RandomAccessibleInterval<? extends RealType<?>> pixels(final int item) {
				if (closed) throw new IllegalStateException("closed");
				final byte[] values = new byte[3 * 16];
				Arrays.fill(values, 0, 16, (byte) (20 * (item + 1)));
				return ArrayImgs.unsignedBytes(values, 4, 4, 3);
			}
		});
		study.setOutliers(new Outliers(scores, flags));
		return study;
	}

	private static final double[] SCORES = { 0.3, 0.9, 0.5, Double.NaN, 0.9, 0.7, 0.95 };
	private static final boolean[] FLAGS = { true, true, false, true, true, true, false };
	/** Flagged ones without a score first, the others by descending score, equal ones in their order. */
	private static final int[] WORST_FIRST = { 3, 1, 4, 5, 0 };

	@Test
	void onlyOutliersWorstFirst() {
		final Study study = reds(SCORES, FLAGS);
		assertArrayEquals(WORST_FIRST, Shown.OUTLIERS.items(study));
		assertArrayEquals(new int[] { 3, 6, 1, 4, 5, 2, 0 }, Shown.ALL.items(study));
		study.selection().set(new int[] { 0, 2, 6 }, this);
		assertArrayEquals(new int[] { 6, 2, 0 }, Shown.PICKED.items(study));
		// without a score, and not flagged either
		assertArrayEquals(new int[] { 6, 1, 4, 5, 2, 0, 3 }, Shown.ALL.items(reds(SCORES, new boolean[7])));
	}

	@Test
	void everyTileShowsItsItem() {
		final BufferedImage image = Montage.render(reds(SCORES, FLAGS), 3, 100);
		final int wide = new TilePainter(112).width();
		final int high = new TilePainter(112).height();
		for (int t = 0; t < WORST_FIRST.length; t++) {
			final int rgb = image.getRGB(10 + t % 3 * wide + wide / 2, 52 + t / 3 * high + 60);
			assertEquals(20 * (WORST_FIRST[t] + 1) << 16, rgb & 0xffffff, "tile " + t);
			assertTrue(inkIn(image, 10 + t % 3 * wide, 52 + t / 3 * high + 119, wide, 15), "caption of tile " + t);
		}
		assertEquals(0xffffff, image.getRGB(10 + 2 * wide + wide / 2, 52 + high + 60) & 0xffffff, "no sixth tile");
		assertTrue(inkIn(image, 0, 0, image.getWidth(), 45), "title");
	}

	@Test
	void atMostSoManyAreShown() {
		final BufferedImage image = Montage.render(reds(SCORES, FLAGS), 2, 2);
		assertEquals(52 + new TilePainter(112).height() + 10, image.getHeight());
	}

	@Test
	void whereThereAreNoneItSaysSo() {
		final Study none = reds(SCORES, new boolean[7]);
		assertTrue(inkIn(Montage.render(none, 3, 10), 0, 30, 420, 15));
		assertEquals("None of the 7 items is an outlier.", Shown.OUTLIERS.whyNone(none));
		final Study unknown = new Study(new SyntheticItems(7));
		assertEquals("No outliers were looked for yet; run one of the Outliers commands first.", assertThrows(
			IllegalStateException.class, () -> Montage.render(unknown, 3, 10)).getMessage());
	}

	@Test
	void badInputIsSaidInOneSentence() {
		final Study study = reds(SCORES, FLAGS);
		assertEquals("A montage of 0 columns cannot be drawn; it must be at least 1.", assertThrows(
			IllegalArgumentException.class, () -> Montage.render(study, 0, 10)).getMessage());
		assertThrows(IllegalArgumentException.class, () -> Montage.render(study, 3, -1));
		((SyntheticItems) study.items()).closed = true;
		assertThrows(IllegalStateException.class, () -> Montage.render(study, 3, 10));
	}

	@Test
	void tooLargeAPictureIsRefusedBeforeItIsMade() {
		final int n = 50_000;
		final boolean[] flags = new boolean[n];
		Arrays.fill(flags, true);
		final Study study = reds(new double[n], flags);
		final Exception thrown = assertThrows(IllegalArgumentException.class, () -> Montage.render(study, 100, n));
		final String message = thrown.getMessage();
		assertTrue(message.startsWith("A montage of 50000 images in 100 columns would have "), message);
	}

	@Test
	void scoresAreWrittenShortly() {
		assertEquals("0.912", Captions.number(0.91234));
		assertEquals("12.3", Captions.number(12.34));
		assertEquals("1.20e-05", Captions.number(0.000012));
		assertEquals("3.00e+12", Captions.number(3e12));
		assertEquals("0.000", Captions.number(0));
		assertEquals("-4.50", Captions.number(-4.5));
		assertEquals("NaN", Captions.number(Double.NaN));
	}

	private static boolean inkIn(final BufferedImage image, final int x, final int y, final int width, final int height) {
		for (int row = y; row < y + height; row++) {
			for (int column = x; column < x + width; column++) {
				if ((image.getRGB(column, row) & 0xff) < 150) return true;
			}
		}
		return false;
	}
}
