package sc.fiji.standout.matrix;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * All eigenvalues and eigenvectors of a small symmetric matrix, by Householder's reduction to tridiagonal form and the
 * QL method with implicit shifts (Golub and Van Loan, Matrix Computations, chapter 8). Takes m^3 steps for m x m.
 *
 * @param values m eigenvalues, largest first
 * @param vectors m rows of m; row i is the unit eigenvector of {@code values[i]}
 */
public record SymmetricEigen(double[] values, double[][] vectors) {

	private static final int SWEEPS = 60;

	/**
	 * @param matrix m rows of m; only its lower triangle is read
	 * @throws IllegalStateException when the matrix holds NaN or infinities
	 */
	public static SymmetricEigen of(final double[][] matrix, final Progress progress) {
		final int m = matrix.length;
		// a power of two, so that scaling is exact, and tiny or huge values neither underflow nor overflow when squared
		double largest = 0;
		for (int i = 0; i < m; i++) for (int j = 0; j <= i; j++) largest = Math.max(largest, Math.abs(matrix[i][j]));
		final int exponent = largest == 0 ? 0 : Math.max(-1000, Math.min(1000, Math.getExponent(largest)));
		final double scale = Math.scalb(1.0, -exponent);
		final double[][] a = new double[m][m];
		for (int i = 0; i < m; i++) for (int j = 0; j <= i; j++) a[i][j] = a[j][i] = matrix[i][j] * scale;

		final double[] off = new double[m];
		final double[][] basis = tridiagonalize(a, off, progress.part(0, .5));
		final double[] diagonal = new double[m];
		for (int i = 0; i < m; i++) diagonal[i] = a[i][i];
		for (int low = 0; low < m; low++) {
			progress.check();
			progress.report(.5 + .5 * low / m);
			isolate(low, basis, diagonal, off);
		}
		final int[] order = IntStream.range(0, m).boxed().sorted(Comparator.comparingDouble(i -> -diagonal[i])).mapToInt(
			Integer::intValue).toArray();
		final double[] values = new double[m];
		final double[][] vectors = new double[m][];
		for (int i = 0; i < m; i++) {
			values[i] = diagonal[order[i]] / scale;
			vectors[i] = basis[order[i]];
		}
		return new SymmetricEigen(values, vectors);
	}

	/**
	 * Reflects each row, from the last on, onto the entry before its diagonal. Afterwards the diagonal of a is that of the
	 * tridiagonal matrix, and {@code off[i]} couples i and i + 1.
	 *
	 * @return the basis in which the matrix is tridiagonal, as rows
	 */
	private static double[][] tridiagonalize(final double[][] a, final double[] off, final Progress progress) {
		final int m = a.length;
		final double[][] reflectors = new double[m][];
		final double[] halves = new double[m];
		for (int i = m - 1; i > 1; i--) {
			progress.check();
			progress.report((double) (m - i) / m);
			final double[] u = Arrays.copyOf(a[i], i);
			final double pivot = u[i - 1];
			final double norm = Math.sqrt(Orthonormal.dot(u, u));
			off[i - 1] = pivot > 0 ? -norm : norm;
			// half the squared length of u once its last entry is changed
			final double half = norm * (norm + Math.abs(pivot));
			if (half == 0) continue;
			u[i - 1] -= off[i - 1];
			reflect(a, u, half);
			reflectors[i] = u;
			halves[i] = half;
		}
		if (m > 1) off[0] = a[1][0];
		return basis(reflectors, halves, progress);
	}

	/** {@code (1 - u u'/half) a (1 - u u'/half)} on the leading part of a that u spans. */
	private static void reflect(final double[][] a, final double[] u, final double half) {
		final int i = u.length;
		final double[] p = new double[i];
		for (int j = 0; j < i; j++) RowSums.add(p, 0, u[j] / half, a[j]);
		final double q = Orthonormal.dot(u, p) / (2 * half);
		for (int j = 0; j < i; j++) p[j] -= q * u[j];
		for (int j = 0; j < i; j++) subtract(a[j], u[j], p, p[j], u);
	}

	private static void subtract(final double[] row, final double x, final double[] p, final double y,
		final double[] u)
	{
		for (int k = 0; k < u.length; k++) row[k] -= x * p[k] + y * u[k];
	}

	/** Multiplies the reflections together, smallest first, so that each touches only what the ones before it filled. */
	private static double[][] basis(final double[][] reflectors, final double[] halves, final Progress progress) {
		final int m = reflectors.length;
		final double[][] basis = new double[m][m];
		for (int i = 0; i < m; i++) {
			basis[i][i] = 1;
			final double[] u = reflectors[i];
			if (u == null) continue;
			progress.check();
			for (int j = 0; j < i; j++) subtract(basis[j], Orthonormal.dot(u, basis[j]) / halves[i], u);
		}
		return basis;
	}

	private static void subtract(final double[] row, final double x, final double[] u) {
		for (int k = 0; k < u.length; k++) row[k] -= x * u[k];
	}

	/** Rotates until nothing couples {@code low} with what follows it, which makes it an eigenvalue. */
	private static void isolate(final int low, final double[][] basis, final double[] diagonal, final double[] off) {
		final int m = diagonal.length;
		for (int sweep = 0; sweep < SWEEPS; sweep++) {
			int high = low;
			while (high < m - 1 && !(Math.abs(off[high]) <= Math.ulp(Math.abs(diagonal[high]) + Math.abs(diagonal[high +
				1])))) high++;
			if (high == low) return;
			sweep(low, high, basis, diagonal, off);
		}
		throw new IllegalStateException("The eigenvalues of a " + m + " x " + m +
			" matrix did not converge, so it must hold a value that is not finite.");
	}

	/** One implicitly shifted QL step on the entries {@code low} to {@code high}. */
	private static void sweep(final int low, final int high, final double[][] basis, final double[] diagonal,
		final double[] off)
	{
		final double half = (diagonal[low + 1] - diagonal[low]) / (2 * off[low]);
		double g = diagonal[high] - diagonal[low] + off[low] / (half + Math.copySign(Math.hypot(half, 1), half));
		double sine = 1, cosine = 1, shift = 0;
		for (int i = high - 1; i >= low; i--) {
			final double f = sine * off[i];
			final double b = cosine * off[i];
			final double r = Math.hypot(f, g);
			off[i + 1] = r;
			if (r == 0) {
				diagonal[i + 1] -= shift;
				off[high] = 0;
				return;
			}
			sine = f / r;
			cosine = g / r;
			g = diagonal[i + 1] - shift;
			final double t = (diagonal[i] - g) * sine + 2 * cosine * b;
			shift = sine * t;
			diagonal[i + 1] = g + shift;
			g = cosine * t - b;
			rotate(basis[i], basis[i + 1], cosine, sine);
		}
		diagonal[low] -= shift;
		off[low] = g;
		off[high] = 0;
	}

	private static void rotate(final double[] a, final double[] b, final double cosine, final double sine) {
		for (int k = 0; k < a.length; k++) {
			final double x = a[k], y = b[k];
			b[k] = sine * x + cosine * y;
			a[k] = cosine * x - sine * y;
		}
	}
}
