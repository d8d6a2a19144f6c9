package sc.fiji.standout.matrix;

/**
 * The inner loops of the matrix products. All arrays are separate and run with one index, since only then does the Java
 * compiler use vector instructions (four to eight times as fast).
 */
final class RowSums {

	private RowSums() {}

	/** Adds {@code x_0 a_0 + x_1 a_1 + ...} to the target, from entry {@code from} on. */
	static void add(final double[] target, final int from, final double[] x, final double[][] a) {
		int r = 0;
		for (; r + 3 < a.length; r += 4)
			add(target, from, x[r], a[r], x[r + 1], a[r + 1], x[r + 2], a[r + 2], x[r + 3], a[r + 3]);
		for (; r < a.length; r++) add(target, from, x[r], a[r]);
	}

	/** Four at a time, so that the target is loaded and stored less often. */
	static void add(final double[] target, final int from, final double x0, final double[] a0, final double x1,
		final double[] a1, final double x2, final double[] a2, final double x3, final double[] a3)
	{
		for (int c = from; c < target.length; c++) target[c] += x0 * a0[c] + x1 * a1[c] + (x2 * a2[c] + x3 * a3[c]);
	}

	static void add(final double[] target, final int from, final double x, final double[] a) {
		for (int c = from; c < target.length; c++) target[c] += x * a[c];
	}
}
