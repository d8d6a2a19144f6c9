package sc.fiji.standout.feature;

/**
 * How a column of features came from what was measured: {@code offset + weight * compress((measured - center) / spread)}
 * with {@link Standardizer#compress}.
 *
 * @param center such as the mean of the items
 * @param spread such as their standard deviation, above 0
 * @param tail from which on values are compressed; infinite where they are not
 * @param weight above 0
 * @param offset added at the end
 */
public record ColumnScale(double center, double spread, double tail, double weight, double offset) {

	/** Of a column that is used as it was measured. */
	public static final ColumnScale SAME = of(0, 1);

	/** Of a column that is centered and divided, no more. */
	public static ColumnScale of(final double center, final double spread) {
		return new ColumnScale(center, spread, Double.POSITIVE_INFINITY, 1, 0);
	}

	/** Of a column that is scaled by this, then centered again and multiplied. */
	public ColumnScale then(final double mean, final double factor) {
		return new ColumnScale(center, spread, tail, weight * factor, (offset - mean) * factor);
	}

	/** The feature of a measured value. */
	double feature(final double measured) {
		return offset + weight * Standardizer.compress((measured - center) / spread, tail);
	}

	/** The measured value of a feature. */
	double measured(final double feature) {
		return center + spread * expand((feature - offset) / weight);
	}

	/** The inverse of compressing. */
	private double expand(final double z) {
		final double size = Math.abs(z);
		return size <= tail ? z : Math.signum(z) * tail * Math.exp(size / tail - 1);
	}
}
