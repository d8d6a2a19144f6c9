package sc.fiji.standout.evaluate;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How well scores put the items that are outliers before those that are not.
 *
 * @param scores n numbers, higher = more outlying; NaN counts as the lowest
 * @param positive n flags: is it an outlier?
 */
public record Ranking(double[] scores, boolean[] positive) {

	public Ranking {
		if (scores.length != positive.length) throw new IllegalArgumentException(scores.length + " scores for " +
			positive.length + " items; there must be one for each.");
	}

	/**
	 * The area under the ROC curve: the probability that an outlier has a higher score than another item, half for equal
	 * ones (Hanley and McNeil 1982). NaN where all or none are outliers.
	 */
	public double rocAuc() {
		final int[] order = order();
		double above = 0;
		double positives = 0;
		double negatives = 0;
		for (int from = 0; from < order.length;) {
			final int to = end(order, from);
			final double hits = hits(order, from, to);
			// those of the same score count half
			above += (to - from - hits) * (positives + hits / 2);
			positives += hits;
			negatives += to - from - hits;
			from = to;
		}
		return above / (positives * negatives);
	}

	/**
	 * Average precision, as scikit-learn has it: the mean over the outliers of the fraction of outliers among all items
	 * whose score is not lower. NaN where none is an outlier.
	 */
	public double averagePrecision() {
		final int[] order = order();
		double sum = 0;
		double positives = 0;
		for (int from = 0; from < order.length;) {
			final int to = end(order, from);
			final double hits = hits(order, from, to);
			positives += hits;
			sum += hits * positives / to;
			from = to;
		}
		return sum / positives;
	}

	/** The items, the highest score first. */
	private int[] order() {
		return IntStream.range(0, scores.length).boxed().sorted(Comparator.comparingDouble(i -> -value(i))).mapToInt(i -> i)
			.toArray();
	}

	private double value(final int item) {
		// 0.0 turns -0.0 into 0.0, which is the same score
		return Double.isNaN(scores[item]) ? Double.NEGATIVE_INFINITY : scores[item] + 0.0;
	}

	/** The end of the run of equal scores that starts here. */
	private int end(final int[] order, final int from) {
		int to = from + 1;
		while (to < order.length && value(order[to]) == value(order[from])) to++;
		return to;
	}

	private double hits(final int[] order, final int from, final int to) {
		int hits = 0;
		for (int i = from; i < to; i++) if (positive[order[i]]) hits++;
		return hits;
	}
}
