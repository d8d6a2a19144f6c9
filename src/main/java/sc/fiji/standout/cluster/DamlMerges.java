package sc.fiji.standout.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;

/**
 * Which of the merges of clusters are good in the DAML clusterer: those of clusters that were not much farther apart,
 * at the levels before, than the points within clusters are. The last good level of each cluster that took part in
 * another merge divides its members from what came later.
 */
final class DamlMerges {

	private final Matrix points;
	private final DamlHierarchy hierarchy;
	private final int fewest;
	private final Progress progress;
	private final double[] first;
	private final double[] second;
	private long compared;

	private DamlMerges(final Matrix points, final DamlHierarchy hierarchy, final int fewest, final Progress progress) {
		this.points = points;
		this.hierarchy = hierarchy;
		this.fewest = fewest;
		this.progress = progress;
		first = new double[points.columns()];
		second = new double[points.columns()];
	}

	/** The last good level of each cluster that has one. */
	static Map<Integer, Integer> lastLevels(final Matrix points, final DamlHierarchy hierarchy, final int fewest,
		final Progress progress)
	{
		if (hierarchy.clusterCount() <= 1) return Map.of(0, (int) (points.rows() * 0.1));
		return new DamlMerges(points, hierarchy, fewest, progress).lastLevels();
	}

	private Map<Integer, Integer> lastLevels() {
		final List<Integer> merges = new ArrayList<>();
		for (int row = 0; row < hierarchy.rows; row++) if (hierarchy.inner[row] >= 0) merges.add(row);
		merges.sort(Comparator.comparingInt(row -> hierarchy.levels[row]));
		final double[] apart = new double[merges.size()];
		for (int i = 0; i < apart.length; i++) {
			apart[i] = Math.log((float) apart(merges.get(i)));
			progress.report((i + 1.0) / apart.length);
		}
		final double[] within = within();
		final boolean[] good = good(apart, merges.stream().mapToDouble(row -> within[hierarchy.clusters[row]]));
		final Map<Integer, Boolean> isGood = new TreeMap<>();
		for (int i = 0; i < good.length; i++) isGood.put(merges.get(i), good[i]);
		// from the highest level down, those of a level in their order
		merges.sort(Comparator.comparingInt(row -> -hierarchy.levels[row]));
		final Map<Integer, Integer> last = new TreeMap<>();
		for (final int row : merges) {
			final int level = hierarchy.levels[row];
			final int outer = hierarchy.clusters[row];
			if (isGood.get(row)) last.computeIfPresent(outer, (cluster, before) -> Math.max(before, level));
			else {
				last.putIfAbsent(outer, 0);
				last.putIfAbsent(hierarchy.inner[row], 0);
				if (last.get(outer) > level) last.put(outer, level - 1);
			}
		}
		return last;
	}

	/** The rule: far below the spread of the distances within clusters, or not much above it. */
	static boolean[] good(final double[] apart, final DoubleStream within) {
		final double[] logs = within.distinct().map(Math::log).toArray();
		final double limit = mean(logs) + 2 * deviation(logs);
		final double[] near = DoubleStream.of(apart).filter(value -> !(value < limit)).map(value -> off(value, limit))
			.filter(off -> off < 1).toArray();
		final double tolerance = mean(near) + deviation(near);
		final boolean[] good = new boolean[apart.length];
		for (int i = 0; i < good.length; i++) good[i] = apart[i] < limit || off(apart[i], limit) < tolerance;
		return good;
	}

	private static double off(final double value, final double limit) {
		return Math.abs((value - limit) / limit);
	}

	/** Of each cluster: the largest mean distance of a level; 0 where it only stood still. */
	private double[] within() {
		final double[] within = new double[hierarchy.clusterCount()];
		for (int row = 0; row < hierarchy.rows; row++) {
			if (hierarchy.levels[row] >= hierarchy.levelCount()) continue;
			within[hierarchy.clusters[row]] = Math.max(within[hierarchy.clusters[row]], (float) hierarchy.means[row]);
		}
		return within;
	}

	/** How far two clusters were apart at the levels before they merged: the mean, or for a near merge the largest. */
	private double apart(final int row) {
		final int outerFirst = hierarchy.firsts[hierarchy.clusters[row]];
		final int innerFirst = hierarchy.firsts[hierarchy.inner[row]];
		final boolean far = hierarchy.isFar(row, 2) || hierarchy.isFar(row, 1) && hierarchy.count(row) >= fewest;
		// clusters come nearer from level to level
		if (!far) return Math.sqrt(nearest(new Part(outerFirst, 0, 2), new Part(innerFirst, 0, 2)));
		final int levels = Math.min(hierarchy.levels[row], hierarchy.levelCount());
		final Walk outer = new Walk(hierarchy.before[row]);
		final Walk inner = new Walk(hierarchy.tops[hierarchy.inner[row]]);
		double least = Double.POSITIVE_INFINITY;
		double sum = 0;
		for (int level = 0; level < levels;) {
			final boolean outerGrows = outer.reach(level);
			final boolean innerGrows = inner.reach(level);
			if (outerGrows) least = Math.min(least, nearest(outer.joined(), inner.all()));
			if (innerGrows) least = Math.min(least, nearest(inner.joined(), outer.all()));
			final float distance = (float) Math.sqrt(least);
			// they cannot come nearer than they are when they merge
			final int next = distance <= hierarchy.distances[row] ? levels : Math.min(levels, Math.min(outer.next(), inner
				.next()));
			sum += (double) distance * (next - level);
			level = next;
		}
		return sum / levels;
	}

	/** Some points of a row: those at the places {@code from} to {@code to} - 1 of its list. */
	private record Part(int row, int from, int to) {}

	/** Goes through the rows of one cluster, from its first level up. */
	private final class Walk {

		private final int[] rows;
		private int at = -1;

		Walk(final int last) {
			int count = 0;
			for (int row = last; row >= 0; row = hierarchy.before[row]) count++;
			rows = new int[count];
			for (int row = last; row >= 0; row = hierarchy.before[row]) rows[--count] = row;
		}

		/** The level of the next row. */
		int next() {
			return at + 1 < rows.length ? hierarchy.levels[rows[at + 1]] : Integer.MAX_VALUE;
		}

		/** Goes to the next row where it is of this level, and says whether it is. */
		boolean reach(final int level) {
			if (next() != level) return false;
			at++;
			return true;
		}

		Part all() {
			return new Part(rows[at], 0, hierarchy.count(rows[at]));
		}

		/** What the row before did not have: the end of the list, or its beginning where it was the smaller part. */
		Part joined() {
			if (at == 0) return all();
			final int count = hierarchy.count(rows[at]);
			final int before = hierarchy.count(rows[at - 1]);
			final boolean kept = hierarchy.point(rows[at], 0) == hierarchy.point(rows[at - 1], 0);
			return kept ? new Part(rows[at], before, count) : new Part(rows[at], 0, count - before);
		}
	}

	/** The least squared distance of a point of one part to a point of the other. */
	private double nearest(final Part some, final Part others) {
		double least = Double.POSITIVE_INFINITY;
		for (int i = some.from(); i < some.to(); i++) {
			points.row(hierarchy.point(some.row(), i), first);
			for (int j = others.from(); j < others.to(); j++) {
				if (++compared % 1024 == 0) progress.check();
				points.row(hierarchy.point(others.row(), j), second);
				double sum = 0;
				for (int c = 0; c < first.length; c++) sum += (first[c] - second[c]) * (first[c] - second[c]);
				least = Math.min(least, sum);
			}
		}
		return least;
	}

	private static double mean(final double[] values) {
		return DoubleStream.of(values).sum() / values.length;
	}

	private static double deviation(final double[] values) {
		final double mean = mean(values);
		double sum = 0;
		for (final double value : values) sum += (value - mean) * (value - mean);
		return Math.sqrt(sum / values.length);
	}
}
