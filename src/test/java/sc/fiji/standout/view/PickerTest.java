package sc.fiji.standout.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Ellipse2D;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.study.Study;

class PickerTest {

	private static final Viewport VIEW = new Viewport(60, 20, 400, 300, -3, 3, -3, 3);

	@Test
	void nearestIsNearestByBruteForce() {
		final PlotData data = data(2000);
		final Random random = new Random(9);
		int hits = 0;
		for (int click = 0; click < 2000; click++) {
			final double x = 60 + 400 * random.nextDouble();
			final double y = 20 + 300 * random.nextDouble();
			int expected = -1;
			double least = Double.MAX_VALUE;
			for (int i = 0; i < data.size(); i++) {
				// 6 units are 400 pixels wide and 300 high; y points down
				final double screenX = 60 + (data.x()[i] + 3) * 400 / 6;
				final double screenY = 320 - (data.y()[i] + 3) * 300 / 6;
				if (screenX < 60 || screenX > 460 || screenY < 20 || screenY > 320) continue;
				final double distance = Math.hypot(screenX - x, screenY - y);
				if (distance <= 8 && distance < least) {
					least = distance;
					expected = i;
				}
			}
			if (expected >= 0) hits++;
			assertEquals(expected, Picker.nearest(data, VIEW, x, y), x + ", " + y);
		}
		assertTrue(hits > 500);
	}

	@Test
	void ofTwoAtOnePlaceTheTopmostIsPicked() {
		final Study study = new Study(new SyntheticItems(3));
		study.setEmbedding(Matrix.of(new double[] { 0, 0, 0, 0, 2, 2 }, 3, 2));
		final PlotData data = PlotData.of(study, "embedding_x", "embedding_y", "");
		assertEquals(1, Picker.nearest(data, VIEW, 260, 170));
	}

	@Test
	void insideIsAllThatIsSeenInTheRegion() {
		final PlotData data = data(5000);
		final Ellipse2D ellipse = new Ellipse2D.Double(20, 50, 300, 200);
		final int[] expected = IntStream.range(0, data.size()).filter(i -> {
			final double x = 60 + (data.x()[i] + 3) * 400 / 6;
			final double y = 320 - (data.y()[i] + 3) * 300 / 6;
			return x >= 60 && ellipse.contains(x, y);
		}).toArray();
		assertTrue(expected.length > 500);
		assertArrayEquals(expected, Picker.inside(data, VIEW, ellipse::contains));
	}

	@Test
	void aRectangleMayBeDrawnFromAnyCorner() {
		final Region region = Region.rectangle(10, 30, 5, 2);
		assertTrue(region.contains(5, 2) && region.contains(10, 30) && region.contains(7, 20));
		assertTrue(!region.contains(4.9, 20) && !region.contains(7, 31));
	}

	private static PlotData data(final int n) {
		final Random random = new Random(5);
		final double[] xy = random.doubles(2L * n, -3.5, 3.5).toArray();
		xy[10] = Double.NaN;
		final Study study = new Study(new SyntheticItems(n));
		study.setEmbedding(Matrix.of(xy, n, 2));
		return PlotData.of(study, "embedding_x", "embedding_y", "");
	}
}
