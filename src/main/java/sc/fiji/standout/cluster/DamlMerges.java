package sc.fiji.standout.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Parallel;
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

	private DamlMerges(final Matrix points, final DamlHierarchy hierarchy, final int fewest, final Progress progress) {
		this.points = points;
		this.hierarchy = hierarchy;
		this.fewest = fewest;
		this.progress = progress;
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
		final double[] values = points.toDoubles();
		Parallel.chunks(apart.length, 1, progress, (chunk, i, end) -> apart[i] = Math.log((float) new DamlComparison(values,
			points.columns(), hierarchy, progress).apart(merges.get(i), fewest)));
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
