package sc.fiji.standout.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Path2D;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LassoTest {

	/** Paths of whole numbers, as the mouse draws them, and of others; simple and crossing themselves. */
	@ParameterizedTest
	@CsvSource({ "3, true, 1", "5, false, 2", "40, true, 3", "40, false, 4", "200, true, 5", "200, false, 6" })
	void equalsThePathOn100000Points(final int corners, final boolean whole, final int seed) {
		for (final int winding : new int[] { Path2D.WIND_NON_ZERO, Path2D.WIND_EVEN_ODD }) {
			final Random random = new Random(seed);
			final Path2D path = path(random, corners, whole, winding);
			final Lasso lasso = new Lasso(path);
			int inside = 0;
			for (int i = 0; i < 100_000; i++) {
				// every third point lies on the grid that the corners lie on
				final double x = i % 3 == 0 ? random.nextInt(900) - 50 : 900 * random.nextDouble() - 50;
				final double y = i % 3 == 0 ? random.nextInt(700) - 50 : 700 * random.nextDouble() - 50;
				final boolean expected = path.contains(x, y);
				if (expected) inside++;
				if (expected != lasso.contains(x, y)) assertEquals(expected, lasso.contains(x, y), x + ", " + y);
			}
			assertTrue(inside > 1000, "the test needs points inside, but has " + inside);
		}
	}

	@Test
	void pointsOnEdgesAndCornersAreAsInThePath() {
		final Random random = new Random(7);
		final Path2D path = path(random, 60, true, Path2D.WIND_NON_ZERO);
		final Lasso lasso = new Lasso(path);
		final double[] at = new double[6];
		double lastX = 0;
		double lastY = 0;
		for (final var i = path.getPathIterator(null); !i.isDone(); i.next()) {
			i.currentSegment(at);
			for (double t = 0; t <= 1; t += 1.0 / 64) {
				final double x = lastX + t * (at[0] - lastX);
				final double y = lastY + t * (at[1] - lastY);
				for (double d = -1; d <= 1; d += 0.5) {
					assertEquals(path.contains(x + d, y), lasso.contains(x + d, y), x + ", " + y);
				}
			}
			lastX = at[0];
			lastY = at[1];
		}
	}

	@Test
	void aDotAndALineHoldNothing() {
		final Path2D path = new Path2D.Double();
		path.moveTo(5, 5);
		assertFalse(new Lasso(path).contains(5, 5));
		path.lineTo(50, 5);
		assertFalse(new Lasso(path).contains(20, 5));
		assertFalse(new Lasso(path).contains(Double.NaN, 5));
		assertFalse(new Lasso(path).contains(1e300, 5));
	}

	@Test
	void aHugePathNeedsNoHugeMask() {
		final Path2D path = new Path2D.Double();
		path.moveTo(-1e6, -1e6);
		path.lineTo(1e6, -1e6);
		path.lineTo(0, 1e6);
		path.closePath();
		final Lasso lasso = new Lasso(path);
		final Random random = new Random(3);
		for (int i = 0; i < 20_000; i++) {
			final double x = 3e6 * (random.nextDouble() - 0.5);
			final double y = 3e6 * (random.nextDouble() - 0.5);
			assertEquals(path.contains(x, y), lasso.contains(x, y), x + ", " + y);
		}
	}

	private static Path2D path(final Random random, final int corners, final boolean whole, final int winding) {
		final Path2D path = new Path2D.Double(winding);
		for (int c = 0; c < corners; c++) {
			double x = 800 * random.nextDouble();
			double y = 600 * random.nextDouble();
			if (whole) {
				x = Math.rint(x);
				y = Math.rint(y);
			}
			if (c == 0) path.moveTo(x, y);
			else path.lineTo(x, y);
		}
		path.closePath();
		return path;
	}
}
