package sc.fiji.standout.matrix;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Cuts the rows of a matrix into the nodes of a complete binary tree: each node is halved at the median of its widest
 * column, rows of the same value by their index, so that even identical rows are cut.
 */
final class KdSplit {

	private static final int CHECKED = 1024;

	/** The rows, those of one leaf side by side. */
	final int[] order;
	final int[] start;
	final int[] end;
	final int firstLeaf;

	private final Matrix matrix;
	private final double[] keys;

	/** @throws java.util.concurrent.CancellationException when cancelled */
	KdSplit(final Matrix matrix, final int leafSize, final Progress progress) {
		this.matrix = matrix;
		final int n = matrix.rows();
		int leaves = 1;
		while ((long) leaves * leafSize < n) leaves *= 2;
		firstLeaf = leaves - 1;
		start = new int[2 * leaves - 1];
		end = new int[2 * leaves - 1];
		order = IntStream.range(0, n).toArray();
		keys = new double[n];
		end[0] = n;
		for (int level = 1; level < leaves; level *= 2) {
			final int first = level - 1;
			Parallel.chunks(level, 1, progress.quiet(), (chunk, from, to) -> halve(first + chunk, progress));
		}
	}

	/** The columns, those of large variance first. */
	int[] axesByVariance(final Progress progress) {
		final int n = matrix.rows();
		final int d = matrix.columns();
		final double[] variances = new double[d];
		final double[] means = new double[d];
		final double[] row = new double[d];
		for (int i = 0; i < n; i++) {
			if (i % CHECKED == 0) progress.check();
			matrix.row(i, row);
			for (int j = 0; j < d; j++) means[j] += row[j] / n;
		}
		for (int i = 0; i < n; i++) {
			if (i % CHECKED == 0) progress.check();
			matrix.row(i, row);
			for (int j = 0; j < d; j++) variances[j] += (row[j] - means[j]) * (row[j] - means[j]);
		}
		return IntStream.range(0, d).boxed().sorted(Comparator.comparingDouble(j -> -variances[j])).mapToInt(j -> j)
			.toArray();
	}

	private void halve(final int node, final Progress progress) {
		final int from = start[node];
		final int to = end[node];
		final int middle = (from + to) >>> 1;
		final int axis = widest(from, to, progress);
		for (int i = from; i < to; i++) keys[i] = axis < 0 ? 0 : matrix.get(order[i], axis);
		select(from, to - 1, middle);
		start[2 * node + 1] = from;
		end[2 * node + 1] = middle;
		start[2 * node + 2] = middle;
		end[2 * node + 2] = to;
	}

	private int widest(final int from, final int to, final Progress progress) {
		final int d = matrix.columns();
		final double[] row = new double[d];
		final double[] low = new double[d];
		final double[] high = new double[d];
		Arrays.fill(low, Double.POSITIVE_INFINITY);
		Arrays.fill(high, Double.NEGATIVE_INFINITY);
		for (int i = from; i < to; i++) {
			if ((i - from) % CHECKED == 0) progress.check();
			matrix.row(order[i], row);
			for (int j = 0; j < d; j++) {
				if (row[j] < low[j]) low[j] = row[j];
				if (row[j] > high[j]) high[j] = row[j];
			}
		}
		int widest = -1;
		for (int j = 0; j < d; j++) if (widest < 0 || high[j] - low[j] > high[widest] - low[widest]) widest = j;
		return widest;
	}

	/** Quickselect by key, then row: what comes before position {@code k} is smaller than what comes after. */
	private void select(final int first, final int last, final int k) {
		int from = first;
		int to = last;
		while (from < to) {
			final int middle = (from + to) >>> 1;
			final double key = keys[middle];
			final int row = order[middle];
			int i = from;
			int j = to;
			while (i <= j) {
				while (keys[i] < key || keys[i] == key && order[i] < row) i++;
				while (keys[j] > key || keys[j] == key && order[j] > row) j--;
				if (i <= j) swap(i++, j--);
			}
			if (k <= j) to = j;
			else if (k >= i) from = i;
			else return;
		}
	}

	private void swap(final int i, final int j) {
		final double key = keys[i];
		keys[i] = keys[j];
		keys[j] = key;
		final int row = order[i];
		order[i] = order[j];
		order[j] = row;
	}
}
