package sc.fiji.standout.feature.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.feature.Features;
import sc.fiji.standout.feature.Scaling;
import sc.fiji.standout.feature.Standardizer;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;

/** Features side by side: both parts count the same. */
class TextureAndCnnFeaturizerTest {

	@Test
	void bothPartsHaveMeanZeroAndTotalVarianceOne() {
		// variances 2/3 and 8/3 of the first part, so a total of 10/3; 600 of the second
		final Features first = new Features("A", List.of("a", "b"), Matrix.of(new double[] { 1, 2, 2, 4, 3, 6 }, 3, 2), List
			.of());
		final Features second = new Features("B", List.of("c"), Matrix.of(new double[] { 10, 70, 40 }, 3, 1), List.of());
		final Features joined = TextureAndCnnFeaturizer.join("A + B", Progress.NONE, first, second);
		assertEquals(List.of("a", "b", "c"), joined.names());
		final double a = 1 / Math.sqrt(10 / 3.0);
		final double c = 30 / Math.sqrt(600);
		final double[][] expected = { { -a, -2 * a, -c }, { 0, 0, c }, { a, 2 * a, 0 } };
		for (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++) assertEquals(expected[i][j], joined.matrix().get(i, j), 1e-6);
	}

	/** A network of the user's own may give NaN for an item, or a value too large for a float. */
	@Test
	void whatIsNotFiniteStaysSoAndLeavesTheOthersAlone() {
		final double[] known = { 1, 2, 2, 4, 3, 6 };
		final Features without = new Features("A", List.of("a", "b"), Matrix.of(known, 3, 2), List.of());
		final double[] values = { Double.NaN, Double.NaN, 1, 2, 2, 4, Double.POSITIVE_INFINITY, 1e300, 3, 6 };
		final Features with = new Features("A", List.of("a", "b"), Matrix.of(values, 5, 2), List.of());
		final Matrix expected = TextureAndCnnFeaturizer.join("A", Progress.NONE, without).matrix();
		final Matrix joined = TextureAndCnnFeaturizer.join("A", Progress.NONE, with).matrix();
		assertEquals(expected, joined.selectRows(1, 2, 4));
		for (final int i : new int[] { 0, 3 }) {
			for (int j = 0; j < 2; j++) assertFalse(Double.isFinite(joined.get(i, j)), i + ", " + j);
		}
	}

	/** So that other items can be brought to the scale of these. */
	@Test
	void theScaleOfBothPartsIsKept() {
		final List<String> names = List.of("a", "b");
		final Matrix measured = Matrix.of(new double[] { 1, 5, 2, 5, 3, 5, 7, 5 }, 4, 2);
		final Standardizer first = Standardizer.zscore(names, measured, Progress.NONE);
		final Features part = new Features("A", first.names(), first.matrix(), List.of()).with(first.scaling().of("A"));
		final Features other = new Features("B", List.of("c"), measured.selectColumns(0), List.of()).with(Scaling.none("B",
			List.of("c")));
		final Features joined = TextureAndCnnFeaturizer.join("A + B", Progress.NONE, part, other);
		assertEquals("A + B", joined.scaling().measure());
		final Matrix back = Scaling.none("A + B", List.of("a", "b", "c")).bring(joined.matrix(), joined.scaling(),
			Progress.NONE);
		for (int i = 0; i < 4; i++) {
			for (final int j : new int[] { 0, 2 }) assertEquals(measured.get(i, 0), back.get(i, j), 1e-5);
			assertEquals(5, back.get(i, 1));
		}
		assertNull(TextureAndCnnFeaturizer.join("A + B", Progress.NONE, part, new Features("B", List.of("c"), measured
			.selectColumns(0), List.of())).scaling());
	}

	@Test
	void reportsHowFarItIsAndIsCancelledWithinEachPass() {
		final int n = 2000;
		final Features part = new Features("A", List.of("a"), Matrix.of(new double[n], n, 1), List.of());
		final List<Double> reported = new ArrayList<>();
		final AtomicInteger checks = new AtomicInteger();
		TextureAndCnnFeaturizer.join("A + A", new Counting(checks, Integer.MAX_VALUE, reported), part, part);
		assertEquals(reported.stream().sorted().toList(), reported);
		assertTrue(reported.get(0) >= 0 && reported.get(reported.size() - 1) > 0.9, reported.toString());
		// 8 times in each of 3 passes over each of 2 parts
		assertEquals(48, checks.get());
		for (int last = 1; last < 48; last += 7) {
			final Progress progress = new Counting(new AtomicInteger(), last, new ArrayList<>());
			assertThrows(CancellationException.class, () -> TextureAndCnnFeaturizer.join("A + A", progress, part, part));
		}
	}

	/** Cancelled when asked more often than {@code most} times. */
	private record Counting(AtomicInteger checks, int most, List<Double> reported) implements Progress {

		@Override
		public void report(final double fraction) {
			reported.add(fraction);
		}

		@Override
		public boolean isCanceled() {
			return checks.incrementAndGet() > most;
		}
	}
}
