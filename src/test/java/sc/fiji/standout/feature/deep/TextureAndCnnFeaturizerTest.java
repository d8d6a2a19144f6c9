package sc.fiji.standout.feature.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.feature.Features;
import sc.fiji.standout.matrix.Matrix;

/** Features side by side: both parts count the same. */
class TextureAndCnnFeaturizerTest {

	@Test
	void bothPartsHaveMeanZeroAndTotalVarianceOne() {
		// variances 2/3 and 8/3 of the first part, so a total of 10/3; 600 of the second
		final Features first = new Features("A", List.of("a", "b"), Matrix.of(new double[] { 1, 2, 2, 4, 3, 6 }, 3, 2), List
			.of());
		final Features second = new Features("B", List.of("c"), Matrix.of(new double[] { 10, 70, 40 }, 3, 1), List.of());
		final Features joined = TextureAndCnnFeaturizer.join("A + B", first, second);
		assertEquals(List.of("a", "b", "c"), joined.names());
		final double a = 1 / Math.sqrt(10 / 3.0);
		final double c = 30 / Math.sqrt(600);
		final double[][] expected = { { -a, -2 * a, -c }, { 0, 0, c }, { a, 2 * a, 0 } };
		for (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++) assertEquals(expected[i][j], joined.matrix().get(i, j), 1e-6);
	}
}
