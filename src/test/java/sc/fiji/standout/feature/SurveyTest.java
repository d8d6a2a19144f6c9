package sc.fiji.standout.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.item.ArrayItems;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.Pixels;
import sc.fiji.standout.matrix.Progress;

class SurveyTest {

	private static Survey of(final Items items) {
		return Survey.of(items, Progress.NONE);
	}

	@Test
	void theRangeIsThatOfTheOrdinaryItems() {
		// Ramps from 0 to 100 in steps of 1, the 1st and 99th percentile are 1 and 99; 4 of 50 are empty, 4 saturated
		final Survey survey = of(TestItems.paint(50, 101, 1, 1, 65535, (i, x, y, c) -> i < 4 ? 0 : i < 8 ? 65535 : x));
		assertArrayEquals(new double[] { 1 }, survey.low(), 1e-12);
		assertArrayEquals(new double[] { 99 }, survey.high(), 1e-12);
		assertTrue(survey.sameSize());
		assertEquals(101, survey.width());
		assertEquals(1, survey.height());
	}

	@Test
	void aFewSpecksOnBlackStillHaveARange() {
		final Survey survey = of(TestItems.paint(20, 50, 50, 1, 255, (i, x, y, c) -> i == 3 && x == 7 && y == 7 ? 90 : 0));
		assertEquals(0, survey.low()[0]);
		assertEquals(90, survey.high()[0]);
	}

	@Test
	void channelsHaveTheirOwnRangesButColorsShareOne() {
		final TestItems.Painter painter = (i, x, y, c) -> c == 0 ? 50 : 100 * c + x;
		final Survey channels = of(TestItems.paint(5, 101, 1, 3, 65535, painter));
		assertFalse(channels.rgb());
		assertArrayEquals(new double[] { 50, 101, 201 }, channels.low(), 1e-9);
		final Survey colors = of(TestItems.paint(5, 51, 1, 3, 255, (i, x, y, c) -> 80 * c + x));
		assertTrue(colors.rgb());
		assertEquals(colors.low()[0], colors.low()[2]);
		assertEquals(160 + 49.5, colors.high()[0], 1e-9);
	}

	@Test
	void sizesAreMedians() {
		final List<Pixels> images = TestItems.pixels(TestItems.blobs(3, 10, 1, 255));
		images.addAll(TestItems.pixels(TestItems.blobs(2, 90, 1, 255)));
		final Survey survey = of(ArrayItems.of(images));
		assertEquals(10, survey.width());
		assertFalse(survey.sameSize());
	}

	@Test
	void tooMuchForOneArrayIsSaid() {
		final Survey survey = of(TestItems.blobs(3, 10, 1, 255));
		final String message = assertThrows(IllegalArgumentException.class, () -> survey.rows(1 << 30)).getMessage();
		assertEquals("3 items of 1073741824 features each are too many to hold in memory; there can be at most 1 such items.",
			message);
	}

	@Test
	void quantilesAreThoseOfNumpy() {
		// numpy.quantile([4, 1, 3, 10], [0, .25, .5, .9, 1])
		final double[] values = { 4, 1, 3, 10 };
		assertEquals(1, Survey.quantile(values, 0));
		assertEquals(2.5, Survey.quantile(values, 0.25));
		assertEquals(3.5, Survey.quantile(values, 0.5));
		assertEquals(8.2, Survey.quantile(values, 0.9), 1e-12);
		assertEquals(10, Survey.quantile(values, 1));
	}
}
