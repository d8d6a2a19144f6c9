package sc.fiji.standout.embedding.umap;

/**
 * The curve {@code 1 / (1 + a x^(2 b))} by which UMAP turns a distance x of the layout into a membership: fitted to 1 up
 * to the minimum distance and an exponential decay from there, as umap-learn does.
 */
record Curve(double a, double b) {

	private static final int SAMPLES = 300;
	private static final int MAX_STEPS = 500;

	/**
	 * Least squares by the method of Levenberg and Marquardt.
	 *
	 * @param minDistance from 0 to the spread
	 * @param spread above 0
	 */
	static Curve fit(final double minDistance, final double spread) {
		if (!(spread > 0) || !(minDistance >= 0) || minDistance > spread) throw new IllegalArgumentException("distance=" +
			minDistance + " must be from 0 to " + spread + ".");
		double a = 1, b = 1, damping = 1e-3;
		double error = error(a, b, minDistance, spread);
		for (int step = 0; step < MAX_STEPS && damping < 1e12; step++) {
			double aa = 0, ab = 0, bb = 0, ga = 0, gb = 0;
			for (int i = 1; i < SAMPLES; i++) {
				final double x = x(i, spread);
				final double power = Math.pow(x, 2 * b);
				final double value = 1 / (1 + a * power);
				final double residual = wanted(x, minDistance, spread) - value;
				final double byA = -power * value * value;
				final double byB = byA * 2 * a * Math.log(x);
				aa += byA * byA;
				ab += byA * byB;
				bb += byB * byB;
				ga += byA * residual;
				gb += byB * residual;
			}
			aa *= 1 + damping;
			bb *= 1 + damping;
			final double determinant = aa * bb - ab * ab;
			final double nextA = a + (bb * ga - ab * gb) / determinant;
			final double nextB = b + (aa * gb - ab * ga) / determinant;
			final double nextError = nextA > 0 && nextB > 0 ? error(nextA, nextB, minDistance, spread) : Double.NaN;
			if (nextError <= error) {
				final boolean done = Math.abs(nextA - a) <= 1e-12 * a && Math.abs(nextB - b) <= 1e-12 * b;
				a = nextA;
				b = nextB;
				error = nextError;
				damping /= 10;
				if (done) break;
			}
			else damping *= 10;
		}
		return new Curve(a, b);
	}

	private static double error(final double a, final double b, final double minDistance, final double spread) {
		double sum = 0;
		for (int i = 1; i < SAMPLES; i++) {
			final double x = x(i, spread);
			final double residual = wanted(x, minDistance, spread) - 1 / (1 + a * Math.pow(x, 2 * b));
			sum += residual * residual;
		}
		return sum;
	}

	/** From 0 to three spreads; at 0 the curve is 1 whatever a and b are. */
	private static double x(final int i, final double spread) {
		return 3 * spread * i / (SAMPLES - 1);
	}

	private static double wanted(final double x, final double minDistance, final double spread) {
		return x < minDistance ? 1 : Math.exp(-(x - minDistance) / spread);
	}
}
