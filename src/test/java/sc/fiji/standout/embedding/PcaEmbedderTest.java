package sc.fiji.standout.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Pca;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

class PcaEmbedderTest {

	private static final Matrix POINTS = Matrix.of(new Random(50).doubles(300).toArray(), 50, 6);

	@Test
	void embedsInTheFirstComponents() {
		final Matrix layout = new PcaEmbedder().embed(POINTS, Settings.of("dimensions", 3), Progress.NONE);
		assertEquals(Pca.fit(POINTS, 3, 42, Progress.NONE).transform(POINTS, Progress.NONE), layout);
		assertEquals(2, new PcaEmbedder().embed(POINTS, Settings.DEFAULTS, Progress.NONE).columns());
	}

	@Test
	void moreDimensionsThanFeaturesAreRefused() {
		assertEquals("dimensions=7 must be from 1 to 6 for 50 items with 6 features.", assertThrows(
			IllegalArgumentException.class, () -> new PcaEmbedder().embed(POINTS, Settings.of("dimensions", 7),
				Progress.NONE)).getMessage());
	}

	@Test
	void solversAreKnownByName() {
		final Matrix wide = Matrix.of(new Random(51).doubles(510 * 600).toArray(), 600, 510);
		final Matrix layout = new PcaEmbedder().embed(wide, Settings.of("dimensions", 8, "solver", "Exact"), Progress.NONE);
		assertEquals(Pca.fit(wide, 8, Pca.Solver.EXACT, 42, Progress.NONE).transform(wide, Progress.NONE), layout);
		assertEquals("solver=Full must be Randomized or Exact.", assertThrows(IllegalArgumentException.class,
			() -> new PcaEmbedder().embed(wide, Settings.of("solver", "Full"), Progress.NONE)).getMessage());
	}
}
