package sc.fiji.standout.evaluate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How often each pair of a class and a cluster occurs, and how well the two divisions of the same items agree. Only the
 * pairs that occur are kept, of which there are at most as many as items, however many classes and clusters there are.
 *
 * @param classes p numbers from 0, ascending: the class of each pair that occurs
 * @param clusters p numbers from 0, ascending for one class: its cluster
 * @param counts p numbers of items, each at least 1
 */
public record Contingency(int[] classes, int[] clusters, long[] counts) {

	/**
	 * Counts pairs.
	 *
	 * @param classes n numbers from 0
	 * @param clusters n numbers from 0
	 * @throws IllegalArgumentException when there is not one of each for every item
	 */
	public static Contingency of(final int[] classes, final int[] clusters) {
		if (classes.length != clusters.length) throw new IllegalArgumentException(classes.length + " classes for " +
			clusters.length + " clusters; there must be one of each for every item.");
		final long[] pairs = new long[classes.length];
		for (int i = 0; i < pairs.length; i++) pairs[i] = (long) classes[i] << 32 | clusters[i];
		// equal pairs come to stand next to each other
		Arrays.sort(pairs);
		final int[] rows = new int[pairs.length];
		final int[] columns = new int[pairs.length];
		final long[] counts = new long[pairs.length];
		int p = -1;
		for (int i = 0; i < pairs.length; i++) {
			if (i == 0 || pairs[i] != pairs[i - 1]) {
				rows[++p] = (int) (pairs[i] >>> 32);
				columns[p] = (int) pairs[i];
			}
			counts[p]++;
		}
		return new Contingency(Arrays.copyOf(rows, p + 1), Arrays.copyOf(columns, p + 1), Arrays.copyOf(counts, p + 1));
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
		for (final long count : counts) same += pairs(count);
		for (final long sum : sums(classes)) rowPairs += pairs(sum);
		for (final long sum : sums(clusters)) columnPairs += pairs(sum);
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
		final long[] rows = sums(classes);
		final long[] columns = sums(clusters);
		final double n = total();
		if (n == 0 || parts(rows) == 1 && parts(columns) == 1) return 1;
		double information = 0;
		for (int p = 0; p < counts.length; p++) {
			information += counts[p] / n * Math.log(counts[p] * n / ((double) rows[classes[p]] * columns[clusters[p]]));
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
		return Arrays.stream(counts).sum();
	}

	/** How many items each class or each cluster has. */
	private long[] sums(final int[] parts) {
		final long[] sums = new long[Arrays.stream(parts).max().orElse(-1) + 1];
		for (int p = 0; p < counts.length; p++) sums[parts[p]] += counts[p];
		return sums;
	}
}
