package sc.fiji.standout.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ViewportTest {

	private static final Viewport VIEW = new Viewport(60, 20, 400, 300, -5, 15, 100, 130);

	@Test
	void cornersLieAtTheCorners() {
		assertEquals(60, VIEW.screenX(-5), 1e-12);
		assertEquals(460, VIEW.screenX(15), 1e-12);
		assertEquals(20, VIEW.screenY(130), 1e-12);
		assertEquals(320, VIEW.screenY(100), 1e-12);
	}

	@Test
	void thereAndBack() {
		for (double v = -7; v < 20; v += 0.37) {
			assertEquals(v, VIEW.dataX(VIEW.screenX(v)), 1e-12);
			assertEquals(v + 110, VIEW.dataY(VIEW.screenY(v + 110)), 1e-11);
		}
	}

	@Test
	void transformedLikeTheScreen() {
		final Viewport twice = VIEW.transformed(2, 2, 7, -3);
		assertEquals(2 * VIEW.screenX(3.3) + 7, twice.screenX(3.3), 1e-9);
		assertEquals(2 * VIEW.screenY(111) - 3, twice.screenY(111), 1e-9);
	}

	@Test
	void zoomKeepsThePointUnderTheCursor() {
		final DataRange range = new DataRange(0, 10, 0, 20);
		final DataRange near = range.zoomed(0.25, 2, 15);
		assertEquals(2.5, near.width(), 1e-12);
		assertEquals(5, near.height(), 1e-12);
		assertEquals((2 - range.minX()) / range.width(), (2 - near.minX()) / near.width(), 1e-12);
		assertEquals((15 - range.minY()) / range.height(), (15 - near.minY()) / near.height(), 1e-12);
	}

	@Test
	void zoomStopsWhereDoublesEnd() {
		DataRange range = new DataRange(1, 2, 1, 2);
		for (int i = 0; i < 1000; i++) range = range.zoomed(0.5, 1.5, 1.5);
		assertTrue(range.width() > 1e-13);
		assertSame(range, range.zoomed(0.5, 1.5, 1.5));
		for (int i = 0; i < 5000; i++) range = range.zoomed(2, 1.5, 1.5);
		assertTrue(Double.isFinite(range.width()));
	}

	@Test
	void equalUnitsContainTheRange() {
		final DataRange range = new DataRange(0, 10, 0, 10).withEqualUnits(400, 200);
		assertEquals(-5, range.minX(), 1e-12);
		assertEquals(15, range.maxX(), 1e-12);
		assertEquals(0, range.minY(), 1e-12);
		assertEquals(10, range.maxY(), 1e-12);
	}
}
