package sc.fiji.standout.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

class SymmetricEigenTest {

	/** The second difference matrix has the eigenvalues 2 - 2 cos(i pi / (m + 1)). */
	@Test
	void findsTheKnownEigenvaluesOfTheSecondDifference() {
		final int m = 60;
		final double[][] a = new double[m][m];
		for (int i = 0; i < m; i++) {
			a[i][i] = 2;
			if (i > 0) a[i][i - 1] = a[i - 1][i] = -1;
		}
		final double[] values = SymmetricEigen.of(a, Progress.NONE).values();
		for (int i = 0; i < m; i++) assertEquals(2 - 2 * Math.cos((m - i) * Math.PI / (m + 1)), values[i], 1e-13);
	}

	@Test
	void eigenvectorsAreOrthonormalAndRebuildTheMatrix() {
		for (final int m : new int[] { 1, 2, 3, 17, 80 }) {
			checkRebuilt(symmetric(m, 1), 1e-12 * m);
			checkRebuilt(symmetric(m, 1e-180), 1e-192 * m);
			checkRebuilt(symmetric(m, 1e200), 1e188 * m);
		}
		checkRebuilt(new double[5][5], 0);
		final double[][] ones = new double[20][20];
		for (final double[] row : ones) Arrays.fill(row, 1);
		checkRebuilt(ones, 1e-13);
		assertEquals(20, SymmetricEigen.of(ones, Progress.NONE).values()[0], 1e-12);
	}

	@Test
	void saysThatAValueIsNotFinite() {
		final double[][] a = symmetric(4, 1);
		a[2][1] = Double.NaN;
		assertThrows(IllegalStateException.class, () -> SymmetricEigen.of(a, Progress.NONE));
	}

	private static double[][] symmetric(final int m, final double scale) {
		final Random random = new Random(m);
		final double[][] a = new double[m][m];
		for (int i = 0; i < m; i++) for (int j = 0; j <= i; j++) a[i][j] = a[j][i] = random.nextGaussian() * scale;
		return a;
	}

	private static void checkRebuilt(final double[][] a, final double tolerance) {
		final int m = a.length;
		final SymmetricEigen eigen = SymmetricEigen.of(a, Progress.NONE);
		final double[][] v = eigen.vectors();
		for (int i = 0; i < m; i++) for (int j = 0; j < m; j++) {
			double rebuilt = 0, dot = 0;
			for (int c = 0; c < m; c++) {
				rebuilt += eigen.values()[c] * v[c][i] * v[c][j];
				dot += v[i][c] * v[j][c];
			}
			assertEquals(a[i][j], rebuilt, tolerance);
			assertEquals(i == j ? 1 : 0, dot, 1e-13 * m);
			if (j == i && i > 0) assertTrue(eigen.values()[i] <= eigen.values()[i - 1]);
		}
	}
}
