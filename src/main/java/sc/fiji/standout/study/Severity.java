package sc.fiji.standout.study;

import java.util.stream.IntStream;

/** By what items are ordered where the worst come first. */
public final class Severity {

	private Severity() {}

	/**
	 * The outlier scores, and above them all infinity for an item that is flagged without a score: nothing is known of it,
	 * such as of a frame of NaN, and nothing stands out more.
	 *
	 * @return n numbers, higher = worse, NaN for an item that has no score and is not flagged; null where no outliers were
	 *         looked for
	 */
	public static double[] of(final Study study) {
		final Column scores = study.column(Columns.OUTLIER_SCORE);
		if (scores == null) return null;
		final double[] flags = study.column(Columns.OUTLIER).numbers();
		return IntStream.range(0, scores.size()).mapToDouble(i -> Double.isNaN(scores.numbers()[i]) && flags[i] == 1
			? Double.POSITIVE_INFINITY : scores.numbers()[i]).toArray();
	}
}
