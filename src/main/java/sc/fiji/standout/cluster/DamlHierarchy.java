package sc.fiji.standout.cluster;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The clusters of the DAML clusterer at all levels: what each merge of a single-linkage dendrogram makes. Two points
 * make a new cluster at level 0. A point that joins a cluster, and a cluster that joins another, make the next level of
 * the older one; in the second case of the higher of the two levels, and the cluster of fewer levels stands still in
 * those between.
 * <p>
 * The points of a cluster are kept in the order in which they joined, in lists that grow at the end and are shared by
 * the levels: memory is n log n. Distances are rounded to floats, as in the reference of later versions; those of
 * the first version were 16-bit floats.
 * </p>
 */
final class DamlHierarchy {

	/** What counts as the standard deviation of one distance. */
	private static final double SINGLE_DEVIATION = 1e-5;

	/** How many merges there are, one for each row below. */
	final int rows;

	/** Of each row: the level, and the cluster from 0. */
	final int[] levels;
	final int[] clusters;

	/** Of each row: the cluster that joined this one, or -1. */
	final int[] inner;

	/** Of each row: the last level at which the cluster stands still after this row; its own level where it does not. */
	final int[] lasting;

	/** Of each row: mean and standard deviation of the distances of the merges so far. */
	final double[] means;
	final double[] deviations;

	/** Of each row: the distance of this merge. */
	final double[] distances;

	/** Of each row: the row of the same cluster before it, or -1. */
	final int[] before;

	/** Of each cluster: its first and its last row. */
	final int[] firsts;
	final int[] tops;

	/** Of each row: the points, of which the first so many count. */
	private final int[][] lists;
	private final int[] counts;

	/** Of each row: the mean before rounding, and the sum of squared deviations from it. */
	private final double[] centers;
	private final double[] squares;
	private int clusterCount;
	private int levelCount = 1;

	DamlHierarchy(final Dendrogram dendrogram) {
		this(dendrogram, value -> (float) value);
	}

	/** @param rounding to the numbers in which the reference keeps distances, their means and standard deviations */
	DamlHierarchy(final Dendrogram dendrogram, final DoubleUnaryOperator rounding) {
		rows = dendrogram.left().length;
		levels = new int[rows];
		clusters = new int[rows];
		inner = new int[rows];
		lasting = new int[rows];
		means = new double[rows];
		deviations = new double[rows];
		distances = new double[rows];
		before = new int[rows];
		lists = new int[rows][];
		counts = new int[rows];
		centers = new double[rows];
		squares = new double[rows];
		final int[] first = new int[rows];
		final int[] last = new int[rows];
		for (int row = 0; row < rows; row++) {
			distances[row] = rounding.applyAsDouble(dendrogram.distances()[row]);
			final int left = dendrogram.left()[row] - dendrogram.points();
			final int right = dendrogram.right()[row] - dendrogram.points();
			if (left < 0 && right < 0) pair(row, dendrogram.left()[row], dendrogram.right()[row]);
			else if (left < 0) grow(row, right, dendrogram.left()[row]);
			else if (right < 0) grow(row, left, dendrogram.right()[row]);
			else join(row, left, right);
			lasting[row] = levels[row];
			deviations[row] = counts[row] == 2 ? SINGLE_DEVIATION : rounding.applyAsDouble(Math.sqrt(rounding.applyAsDouble(
				squares[row] / (counts[row] - 1))));
			means[row] = rounding.applyAsDouble(centers[row]);
			if (counts[row] == 3) two(row, rounding);
			last[clusters[row]] = row;
			if (before[row] < 0) first[clusters[row]] = row;
		}
		firsts = Arrays.copyOf(first, clusterCount);
		tops = Arrays.copyOf(last, clusterCount);
	}

	/** How many clusters ever began. */
	int clusterCount() {
		return clusterCount;
	}

	/** Levels from this one on are not looked at when clusters are compared. */
	int levelCount() {
		return levelCount;
	}

	/** How many points there are after a row. */
	int count(final int row) {
		return counts[row];
	}

	/** One of the points of a row, in the order in which they joined. */
	int point(final int row, final int index) {
		return lists[row][index];
	}

	/** Whether the merge of a row is farther than the mean and so many standard deviations. */
	boolean isFar(final int row, final int deviationCount) {
		return distances[row] > means[row] + deviationCount * deviations[row];
	}

	/** The row that tells how a cluster was at a level. */
	int at(final int cluster, final int level) {
		int row = tops[cluster];
		while (levels[row] > level) row = before[row];
		return row;
	}

	private void pair(final int row, final int a, final int b) {
		clusters[row] = clusterCount++;
		inner[row] = before[row] = -1;
		lists[row] = new int[] { a, b };
		counts[row] = 2;
		centers[row] = distances[row];
	}

	private void grow(final int row, final int child, final int point) {
		levels[row] = levels[child] + 1;
		clusters[row] = clusters[child];
		inner[row] = -1;
		before[row] = child;
		lists[row] = append(lists[child], counts[child], new int[] { point }, 1);
		counts[row] = counts[child] + 1;
		statistics(row, child, -1);
	}

	private void join(final int row, final int left, final int right) {
		final int outer = clusters[left] < clusters[right] ? left : right;
		final int other = left + right - outer;
		final int shallow = levels[left] < levels[right] ? left : right;
		final int highest = Math.max(levels[left], levels[right]);
		lasting[shallow] = highest;
		levelCount = Math.max(levelCount, highest);
		levels[row] = highest + 1;
		clusters[row] = clusters[outer];
		inner[row] = clusters[other];
		before[row] = outer;
		final int larger = counts[left] >= counts[right] ? left : right;
		final int smaller = left + right - larger;
		lists[row] = append(lists[larger], counts[larger], lists[smaller], counts[smaller]);
		counts[row] = counts[left] + counts[right];
		statistics(row, left, right);
	}

	/** The larger list grows in place, since the levels before it know how many of its points are theirs. */
	private static int[] append(final int[] list, final int count, final int[] more, final int moreCount) {
		final int[] longer = count + moreCount <= list.length ? list : Arrays.copyOf(list, Math.max(2 * count, count +
			moreCount));
		System.arraycopy(more, 0, longer, count, moreCount);
		return longer;
	}

	/** Mean and squared deviations of two parts' distances and this one (Chan, Golub and LeVeque 1983). */
	private void statistics(final int row, final int left, final int right) {
		double count = counts[left] - 1;
		double mean = centers[left];
		double square = squares[left];
		if (right >= 0) {
			final double more = counts[right] - 1;
			final double off = centers[right] - mean;
			mean += off * more / (count + more);
			square += squares[right] + off * off * count * more / (count + more);
			count += more;
		}
		final double off = distances[row] - mean;
		mean += off / (count + 1);
		centers[row] = mean;
		squares[row] = square + off * (distances[row] - mean);
	}

	/**
	 * Of two distances the farther one is exactly one standard deviation beyond the mean, so that rounding decides: sums in
	 * floats, as in the reference.
	 */
	private void two(final int row, final DoubleUnaryOperator rounding) {
		final float first = (float) distances[before[row]];
		final float second = (float) distances[row];
		final float mean = (first + second) / 2;
		final float square = ((first - mean) * (first - mean) + (second - mean) * (second - mean)) / 2;
		means[row] = rounding.applyAsDouble(mean);
		deviations[row] = rounding.applyAsDouble(Math.sqrt(rounding.applyAsDouble(square)));
	}
}
