package sc.fiji.standout.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.embedding.CancelAt;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;

/** Features of other items on the scale of these, with values worked out by hand. */
class ScalingTest {

	private static final List<String> NAMES = List.of("a", "b", "c");

	@Test
	void aColumnIsScaledByItsFormulaAndBack() {
		final ColumnScale scale = new ColumnScale(10, 2, 5, 3, 1);
		assertEquals(1 + 3 * 4, scale.feature(18));
		// 10 deviations: 5 (1 + ln 2)
		assertEquals(1 - 3 * 5 * (1 + Math.log(2)), scale.feature(-10), 1e-12);
		for (final double measured : new double[] { -10, 0, 10, 18, 19.99, 20.01, 500 }) {
			assertEquals(measured, scale.measured(scale.feature(measured)), 1e-9);
			assertEquals((scale.feature(measured) - 7) * 0.5, scale.then(7, 0.5).feature(measured), 1e-12);
		}
		assertEquals(-3, ColumnScale.SAME.feature(-3));
	}

	/** Mean 20, deviation 10 here; mean 2, deviation 1 there. */
	@Test
	void zScoresOfOthersAreBroughtToTheScaleOfThese() {
		final Standardizer here = Standardizer.zscore(NAMES, Matrix.of(new double[] { 10, 1, 4, 30, 2, 4, 10, 1, 4, 30, 2,
			4 }, 4, 3), Progress.NONE);
		assertArrayEquals(new int[] { 0, 1 }, here.kept());
		final Standardizer there = Standardizer.zscore(NAMES, Matrix.of(new double[] { 1, 1.5, 7, 3, 1.5, 8, 1, 1.5, 9, 3,
			1.5, 9 }, 4, 3), Progress.NONE);
		assertArrayEquals(new int[] { 0, 2 }, there.kept());
		assertTrue(here.scaling().fits(there.scaling()));
		final Matrix brought = here.scaling().bring(there.matrix(), there.scaling(), Progress.NONE);
		// a is as it was measured, less 20, by 10; b is 1.5 for all, which is the mean here; c is not needed
		assertEquals(Matrix.of(new float[] { -1.9f, 0, -1.7f, 0, -1.9f, 0, -1.7f, 0 }, 4, 2), brought);
		assertEquals(here.matrix(), here.scaling().bring(here.matrix(), here.scaling(), Progress.NONE), "bits of its own");
	}

	@Test
	void robustAndJoinedScalesAreFollowedToo() {
		final double[] values = new double[60];
		for (int i = 0; i < 60; i++) values[i] = i == 7 ? 1000 : Math.sin(i) * (1 + i % 3);
		final Matrix measured = Matrix.of(values, 20, 3);
		final Standardizer robust = Standardizer.robust(NAMES, measured, Progress.NONE);
		final Scaling none = Scaling.none("", NAMES);
		final Matrix back = none.bring(robust.matrix(), robust.scaling(), Progress.NONE);
		for (int i = 0; i < 60; i++) assertEquals(values[i], back.get(i / 3, i % 3), 1e-5 * Math.max(1, Math.abs(values[i])));
		final Matrix again = robust.scaling().bring(measured, none, Progress.NONE);
		for (int i = 0; i < 60; i++) assertEquals(robust.matrix().get(i / 3, i % 3), again.get(i / 3, i % 3), 1e-5);

		final Standardizer other = Standardizer.zscore(List.of("d", "e"), Matrix.of(new double[] { 1, 5, 2, 5, 3, 5 }, 3, 2),
			Progress.NONE);
		final Scaling joined = Scaling.join(List.of(robust.scaling().of("R"), other.scaling().of("Z")));
		assertEquals("R + Z", joined.measure());
		assertEquals(List.of("a", "b", "c", "d", "e"), joined.names());
		assertArrayEquals(new int[] { 0, 1, 2, 3 }, joined.kept());
		assertEquals(5, joined.constants()[4]);
	}

	/** Dropped after scaling: what is constant is known as it was measured. */
	@Test
	void constantsAreMeasuredValues() {
		final Standardizer dropped = Standardizer.drop(List.of("a", "b"), Matrix.of(new float[] { 0, 3, 1, 3, 2, 3 }, 3, 2),
			Progress.NONE);
		final ColumnScale scale = ColumnScale.of(100, 10);
		final Scaling scaling = dropped.scaling().after("Pixels", List.of(scale, scale));
		assertTrue(Double.isNaN(scaling.constants()[0]));
		assertEquals(130, scaling.constants()[1]);
	}

	@Test
	void whatCannotBeBroughtIsSaid() {
		final double nan = Double.NaN;
		final Standardizer here = Standardizer.drop(List.of("a", "b"), Matrix.of(new double[] { 1, 2, 3, 4, 5, 6 }, 3, 2),
			Progress.NONE);
		final Standardizer there = Standardizer.drop(List.of("a", "b"), Matrix.of(new double[] { 1, nan, 3, nan, 5, 6 }, 3,
			2), Progress.NONE);
		assertEquals("The feature 'b' of these items is not finite in half of them or more; it must be finite to be compared.",
			assertThrows(IllegalArgumentException.class, () -> here.scaling().bring(there.matrix(), there.scaling(),
				Progress.NONE)).getMessage());
		assertFalse(here.scaling().fits(here.scaling().of("other")));
		assertFalse(here.scaling().fits(Scaling.none("", List.of("a"))));
		assertThrows(CancellationException.class, () -> here.scaling().bring(here.matrix(), here.scaling(), new CancelAt(0)));
	}

	@Test
	void rangesAreAlikeWithinAQuarter() {
		final StackRange range = new StackRange(new double[] { 0, 10 }, new double[] { 100, 20 });
		assertTrue(range.isLike(new StackRange(new double[] { 20, 12 }, new double[] { 110, 22 })));
		assertFalse(range.isLike(new StackRange(new double[] { 20, 13 }, new double[] { 110, 22 })));
		assertFalse(range.isLike(new StackRange(new double[] { 0 }, new double[] { 100 })));
		assertEquals("from about 0.000 to 100.0", range.toString());
	}
}
