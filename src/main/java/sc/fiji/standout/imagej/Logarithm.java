package sc.fiji.standout.imagej;

/**
 * The natural logarithm, rounded to the nearest double, which glibc's nearly always is. That of Java is one bit off in
 * 7 of 100 cases (StrictMath) or depends on the processor (Math), which would show in the last bit of NumPy's normal
 * deviates.
 * <p>
 * With x = m 2^e and s = (m - 1) / (m + 1): log x = e log 2 + 2 (s + s^3 / 3 + s^5 / 5 + ...), summed in pairs of
 * doubles (Dekker 1971).
 * </p>
 */
final class Logarithm {

	/** log 2, the part that a double holds and the rest. */
	private static final double LN2 = 0.6931471805599453;
	private static final double LN2_REST = 2.319046813846299558e-17;
	/** s^2 is below 0.0295, so 2^-106 is reached by 23 terms. */
	private static final int TERMS = 24;

	private Logarithm() {}

	/** @param x positive and finite, not subnormal */
	static double of(final double x) {
		int exponent = Math.getExponent(x);
		double m = Math.scalb(x, -exponent);
		if (m > 1.4142135623730951) {
			m /= 2;
			exponent++;
		}
		// m - 1 is exact; m + 1 is not
		final double[] one = sum(m, 1);
		final double[] s = divide(new double[] { m - 1, 0 }, one);
		final double[] square = multiply(s, s);
		double[] series = { 0, 0 };
		for (int k = TERMS; k >= 0; k--) {
			series = add(multiply(series, square), divide(new double[] { 1, 0 }, new double[] { 2 * k + 1, 0 }));
		}
		final double[] log = multiply(series, s);
		final double[] whole = multiply(new double[] { exponent, 0 }, new double[] { LN2, LN2_REST });
		final double[] result = add(whole, new double[] { 2 * log[0], 2 * log[1] });
		return result[0] + result[1];
	}

	private static double[] sum(final double a, final double b) {
		final double sum = a + b;
		final double part = sum - a;
		return new double[] { sum, a - (sum - part) + (b - part) };
	}

	private static double[] add(final double[] a, final double[] b) {
		final double[] high = sum(a[0], b[0]);
		final double[] low = sum(a[1], b[1]);
		final double[] first = sum(high[0], high[1] + low[0]);
		return sum(first[0], first[1] + low[1]);
	}

	private static double[] multiply(final double[] a, final double[] b) {
		final double product = a[0] * b[0];
		final double rest = Math.fma(a[0], b[0], -product) + (a[0] * b[1] + a[1] * b[0]);
		return sum(product, rest);
	}

	private static double[] divide(final double[] a, final double[] b) {
		final double first = a[0] / b[0];
		final double[] rest = add(a, multiply(new double[] { -first, 0 }, b));
		final double second = rest[0] / b[0];
		final double[] rest2 = add(rest, multiply(new double[] { -second, 0 }, b));
		return add(sum(first, second), new double[] { rest2[0] / b[0], 0 });
	}
}
