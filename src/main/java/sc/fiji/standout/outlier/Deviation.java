package sc.fiji.standout.outlier;

import java.util.Arrays;

import sc.fiji.standout.matrix.Quantile;

/**
 * How far values of one kind lie outside of where most of them are.
 *
 * @param low up to here nothing is too low
 * @param high from here on values are too high, by {@code (x - high) / unit}
 * @param unit above 0, or 0 where any difference counts as too much
 * @param range largest less smallest value; 0 for a constant, from which nothing deviates
 */
record Deviation(double low, double high, double unit, double range) {

	/** The 0.75 quantile of the standard normal distribution, as Iglewicz and Hoaglin round it. */
	private static final double NORMAL = 0.6745;

	/**
	 * Mean and population standard deviation.
	 *
	 * @param values any number, all finite
	 */
	static Deviation zScore(final double[] values) {
		if (range(values) == 0) return new Deviation(0, 0, 0, 0);
		final double mean = Arrays.stream(values).sum() / values.length;
		double squares = 0;
		for (final double value : values) squares += (value - mean) * (value - mean);
		return new Deviation(mean, mean, Math.sqrt(squares / values.length), range(values));
	}

	/**
	 * Median and median absolute deviation / 0.6745 (Iglewicz and Hoaglin 1993, How to Detect and Handle Outliers); where
	 * more than half of the values are equal, the mean absolute deviation from the median takes its place.
	 */
	static Deviation modifiedZScore(final double[] values) {
		if (range(values) == 0) return new Deviation(0, 0, 0, 0);
		final double median = Quantile.of(values, 0.5);
		final double[] away = new double[values.length];
		for (int i = 0; i < away.length; i++) away[i] = Math.abs(values[i] - median);
		final double deviation = Quantile.of(away, 0.5);
		final double unit = (deviation > 0 ? deviation : Arrays.stream(away).sum() / away.length) / NORMAL;
		return new Deviation(median, median, unit, range(values));
	}

	/** First and third quartile (between two values: their midpoint) and the range between them (Tukey 1977). */
	static Deviation interquartile(final double[] values) {
		if (range(values) == 0) return new Deviation(0, 0, 0, 0);
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		final double first = midpoint(sorted, 0.25);
		final double third = midpoint(sorted, 0.75);
		return new Deviation(first, third, third - first, range(values));
	}

	/**
	 * How far a value deviates, as a part of what is too far: beyond 1 is too much. Negative for low values. 0 for what
	 * is not finite.
	 *
	 * @param threshold how many units are too far, above 0
	 */
	double score(final double value, final double threshold) {
		if (range == 0 || !Double.isFinite(value)) return 0;
		final double beyond = value < low ? value - low : value > high ? value - high : 0;
		if (unit > 0 || beyond == 0) return beyond == 0 ? 0 : beyond / unit / threshold;
		return Math.signum(beyond) + beyond / range;
	}

	private static double range(final double[] values) {
		if (values.length == 0) return 0;
		return Arrays.stream(values).max().getAsDouble() - Arrays.stream(values).min().getAsDouble();
	}

	private static double midpoint(final double[] sorted, final double fraction) {
		final double at = fraction * (sorted.length - 1);
		return (sorted[(int) Math.floor(at)] + sorted[(int) Math.ceil(at)]) / 2;
	}
}
