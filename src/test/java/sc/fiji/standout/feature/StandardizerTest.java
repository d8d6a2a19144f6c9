package sc.fiji.standout.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;

class StandardizerTest {

	private static final List<String> NAMES = List.of("a", "b", "c", "d");

	@Test
	void zscoreIsThatOfTheTextbook() {
		final Matrix values = Matrix.of(new double[] { 1, 5, 0, 1, 2, 5, Double.NaN, 1e9, 3, 5, Double.NEGATIVE_INFINITY, 1, 6,
			5, 0, 1 }, 4, 4);
		final Standardizer result = Standardizer.zscore(NAMES, values, Progress.NONE);
		assertEquals(List.of("a", "d"), result.names());
		assertArrayEquals(new int[] { 0, 3 }, result.kept());
		// Mean 3, population variance (4 + 1 + 0 + 9) / 4
		final double sd = Math.sqrt(3.5);
		assertArrayEquals(new double[] { -2 / sd, -1 / sd, 0, 3 / sd }, result.matrix().column(0), 1e-6);
		// One of four at a, the others at b: z = sqrt(3) and -1/sqrt(3)
		assertArrayEquals(new double[] { -1 / Math.sqrt(3), Math.sqrt(3), -1 / Math.sqrt(3), -1 / Math.sqrt(3) }, result
			.matrix().column(1), 1e-6);
		assertEquals(List.of("1 of 4 features was dropped because it is constant: b.",
			"1 of 4 features was dropped because it is not finite: c."), result.notes().stream().map(Note::text).toList());
	}

	/** As numpy's nanmean and nanstd have it. */
	@Test
	void aFewValuesThatAreNotFiniteStaySoAndDoNotCount() {
		final double[] values = { 1, 2, Double.NaN, 4, 5, Double.POSITIVE_INFINITY, 3 };
		for (final boolean robust : new boolean[] { false, true }) {
			final Matrix column = Matrix.of(values.clone(), 7, 1);
			final double[] scaled = (robust ? Standardizer.robust(List.of("a"), column, Progress.NONE) : Standardizer.zscore(List
				.of("a"), column, Progress.NONE)).matrix().column(0);
			// 1 to 5: mean and median 3, variance 2, deviations 2 1 1 2 0 from the median
			final double scale = robust ? 1.4826 : Math.sqrt(2);
			assertArrayEquals(new double[] { -2 / scale, -1 / scale, 1 / scale, 2 / scale, 0 }, new double[] { scaled[0],
				scaled[1], scaled[3], scaled[4], scaled[6] }, 1e-6);
			assertTrue(!Double.isFinite(scaled[2]) && !Double.isFinite(scaled[5]));
		}
	}

	@Test
	void robustUsesMedianAndDeviationsFromIt() {
		final Matrix values = Matrix.of(new double[] { 1, 0, 2, 0, 3, 0, 4, 0, 100, 5 }, 5, 2);
		final Standardizer result = Standardizer.robust(List.of("a", "b"), values, Progress.NONE);
		// Median 3, deviations 2 1 0 1 97, their median 1
		final double[] a = result.matrix().column(0);
		assertEquals(-2 / 1.4826, a[0], 1e-6);
		assertEquals(5 * (1 + Math.log(97 / 1.4826 / 5)), a[4], 1e-5);
		// More than half are equal: mean absolute deviation 1
		assertEquals(5 / 1.2533, result.matrix().column(1)[4], 1e-5);
	}

	@Test
	void nearlyConstantIsConstant() {
		final Matrix values = Matrix.of(new double[] { 1e6, 1, 1e6 + 0.5, 2, 1e6, 3 }, 3, 2);
		assertEquals(List.of("b"), Standardizer.drop(List.of("a", "b"), values, Progress.NONE).names());
	}

	@Test
	void saysWhatIsWrong() {
		final String alike = assertThrows(IllegalArgumentException.class, () -> Standardizer.drop(List.of("a"), Matrix.of(
			new float[] { 2, 2, 2, 2 }, 4, 1), Progress.NONE)).getMessage();
		assertEquals("All 4 items look alike: no feature differs between them, so nothing can stand out.", alike);
		final String broken = assertThrows(IllegalArgumentException.class, () -> Standardizer.zscore(List.of("a"), Matrix
			.of(new float[] { 2, Float.NaN, Float.NaN }, 3, 1), Progress.NONE)).getMessage();
		assertTrue(broken.contains("1 have values that are NaN"), broken);
		final String few = assertThrows(IllegalArgumentException.class, () -> Standardizer.zscore(List.of("a"), Matrix.of(
			new float[] { 2, 1 }, 2, 1), Progress.NONE)).getMessage();
		assertEquals("There are 2 items; finding what stands out needs at least 3.", few);
	}

	@Test
	void canBeCancelled() {
		assertThrows(CancellationException.class, () -> Standardizer.zscore(List.of("a"), Matrix.of(new float[] { 1, 2, 3 },
			3, 1), FeaturizersTest.CANCELED));
	}

	@Test
	void dropsWithinTheArrayThatIsGiven() {
		final float[] values = new float[6 * 5];
		for (int i = 0; i < values.length; i++) values[i] = i % 5 == 1 || i % 5 == 4 ? 7 : (float) Math.sin(i);
		values[2] = values[7] = values[17] = Float.NaN;
		final List<String> names = List.of("a", "b", "c", "d", "e");
		final Standardizer copied = Standardizer.drop(names, Matrix.of(values.clone(), 6, 5), Progress.NONE);
		final Standardizer within = Standardizer.dropWithin(names, values, 6, Progress.NONE);
		assertEquals(List.of("a", "d"), within.names());
		assertEquals(copied.matrix(), within.matrix());
		assertEquals(copied.matrix().hashCode(), within.matrix().hashCode());
		assertArrayEquals(copied.matrix().toDoubles(), within.matrix().toDoubles());
		assertEquals(copied.notes(), within.notes());
		assertEquals(Math.sin(25), within.matrix().get(5, 0), 1e-7);
	}
}
