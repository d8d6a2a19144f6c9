package sc.fiji.standout.evaluate;

import java.util.HashMap;
import java.util.Map;

/**
 * How often each pair of a class and a cluster occurs, and how well the two divisions of the same items agree.
 *
 * @param counts classes x clusters numbers of items
 */
public record Contingency(long[][] counts) {

	/**
	 * Counts pairs.
	 *
	 * @param classes n numbers from 0
	 * @param clusters n numbers from 0
	 */
	public static Contingency of(final int[] classes, final int[] clusters) {
		if (classes.length != clusters.length) throw new IllegalArgumentException(classes.length + " classes for " +
			clusters.length + " clusters; there must be one of each for every item.");
		int rows = 0;
		int columns = 0;
		for (int i = 0; i < classes.length; i++) {
			rows = Math.max(rows, classes[i] + 1);
			columns = Math.max(columns, clusters[i] + 1);
		}
		final long[][] counts = new long[rows][columns];
		for (int i = 0; i < classes.length; i++) counts[classes[i]][clusters[i]]++;
		return new Contingency(counts);
	}

	/** Numbers for texts, from 0 in the order in which they first occur. */
	public static int[] numbers(final String[] texts) {
		final Map<String, Integer> names = new HashMap<>();
		final int[] numbers = new int[texts.length];
		for (int i = 0; i < texts.length; i++) numbers[i] = names.computeIfAbsent(texts[i], text -> names.size());
		return numbers;
	}

	/**
	 * The adjusted Rand index (Hubert and Arabie 1985, doi:10.1007/BF01908075): 1 where the divisions are the same, about 0
	 * where they have nothing to do with each other; 1 too where both are trivial in the same way, as in scikit-learn.
	 */
	public double adjustedRandIndex() {
		double same = 0;
		double rowPairs = 0;
		double columnPairs = 0;
		for (final long[] row : counts) for (final long count : row) same += pairs(count);
		for (final long sum : rowSums()) rowPairs += pairs(sum);
		for (final long sum : columnSums()) columnPairs += pairs(sum);
		final double all = pairs(total());
		final double expected = all == 0 ? 0 : rowPairs * columnPairs / all;
		final double most = (rowPairs + columnPairs) / 2;
		return most == expected ? 1 : (same - expected) / (most - expected);
	}

	/**
	 * The mutual information of the divisions divided by the arithmetic mean of their entropies, 0 to 1 (Strehl and Ghosh
	 * 2002), as scikit-learn's normalized_mutual_info_score; 1 where both have one part only, 0 where just one has.
	 */
	public double normalizedMutualInformation() {
		final long[] rows = rowSums();
		final long[] columns = columnSums();
		final double n = total();
		if (n == 0 || parts(rows) == 1 && parts(columns) == 1) return 1;
		double information = 0;
		for (int r = 0; r < rows.length; r++) {
			for (int c = 0; c < columns.length; c++) {
				final long count = counts[r][c];
				if (count > 0) information += count / n * Math.log(count * n / ((double) rows[r] * columns[c]));
			}
		}
		final double mean = (entropy(rows, n) + entropy(columns, n)) / 2;
		return information <= 0 ? 0 : Math.min(1, information / mean);
	}

	private static double entropy(final long[] sums, final double n) {
		double entropy = 0;
		for (final long sum : sums) if (sum > 0) entropy -= sum / n * Math.log(sum / n);
		return entropy;
	}

	private static int parts(final long[] sums) {
		int parts = 0;
		for (final long sum : sums) if (sum > 0) parts++;
		return parts;
	}

	private static double pairs(final long count) {
		return count * (count - 1.0) / 2;
	}

	private long total() {
		long total = 0;
		for (final long sum : rowSums()) total += sum;
		return total;
	}

	private long[] rowSums() {
		final long[] sums = new long[counts.length];
		for (int r = 0; r < sums.length; r++) for (final long count : counts[r]) sums[r] += count;
		return sums;
	}

	private long[] columnSums() {
		final long[] sums = new long[counts.length == 0 ? 0 : counts[0].length];
		for (final long[] row : counts) for (int c = 0; c < sums.length; c++) sums[c] += row[c];
		return sums;
	}
}
