package sc.fiji.standout.matrix;

import java.util.Arrays;

/** Quantiles of values. */
public final class Quantile {

	private Quantile() {}

	/**
	 * One quantile, linear between neighbours, as numpy's default.
	 *
	 * @param values at least one, all finite, in any order
	 * @param fraction from 0 (the smallest) to 1 (the largest)
	 */
	public static double of(final double[] values, final double fraction) {
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		final double at = fraction * (sorted.length - 1);
		final int below = (int) at;
		final int above = Math.min(below + 1, sorted.length - 1);
		return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
	}
}
