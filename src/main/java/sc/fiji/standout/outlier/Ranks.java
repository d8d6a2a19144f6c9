package sc.fiji.standout.outlier;

import java.util.Arrays;

/** Ranks of scores. */
final class Ranks {

	private Ranks() {}

	/**
	 * For each score the part of the other scores that are lower, equal ones counted half: 0 for the lowest, 1 for the
	 * highest, 0.5 for a single one.
	 *
	 * @param scores n finite scores
	 */
	static double[] of(final double[] scores) {
		final double[] sorted = scores.clone();
		Arrays.sort(sorted);
		final double[] ranks = new double[scores.length];
		for (int i = 0; i < ranks.length; i++) {
			final int below = first(sorted, scores[i], false);
			final int equal = first(sorted, scores[i], true) - below;
			ranks[i] = scores.length == 1 ? 0.5 : (below + (equal - 1) / 2.0) / (scores.length - 1);
		}
		return ranks;
	}

	/** The place of the first number that is at least the score, or is above it. */
	private static int first(final double[] sorted, final double score, final boolean above) {
		int low = 0;
		int high = sorted.length;
		while (low < high) {
			final int middle = (low + high) >>> 1;
			if (sorted[middle] < score || above && sorted[middle] == score) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}
