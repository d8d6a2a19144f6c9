package sc.fiji.standout.cluster;

import java.util.Map;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.PairSearch;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.UnionFind;

/**
 * The duplicates of the DAML clusterer: pairs that are at most a hundredth of the spread apart, and near duplicates: the
 * other pairs that are at most the spread apart; pairs that share a point are one group.
 *
 * @param exact n numbers of groups, from 1 in the order of their first points; 0 = none
 * @param near n numbers of groups, in the same way
 */
record DamlDuplicates(int[] exact, int[] near) {

	/**
	 * The mean, over the clusters that are large enough at their last good level, of the standard deviation of the
	 * distances of their merges; NaN where there is no such cluster.
	 */
	static double spread(final DamlHierarchy hierarchy, final Map<Integer, Integer> last, final int fewest) {
		double sum = 0;
		int count = 0;
		for (final Map.Entry<Integer, Integer> entry : last.entrySet()) {
			final int row = hierarchy.at(entry.getKey(), entry.getValue());
			if (hierarchy.count(row) < fewest) continue;
			// a cluster that stands still has no distances of its own
			sum += hierarchy.levels[row] == entry.getValue() ? hierarchy.deviations[row] : 0;
			count++;
		}
		return sum / count;
	}

	/** @param spread NaN gives no duplicates */
	static DamlDuplicates of(final Matrix points, final double spread, final Progress progress) {
		final int n = points.rows();
		final UnionFind exact = new UnionFind(n);
		final UnionFind near = new UnionFind(n);
		if (!Double.isNaN(spread)) PairSearch.within(points, spread, progress, (i, j, distance) -> {
			if (distance <= spread / 100) exact.union(i, j);
			else near.union(i, j);
		});
		return new DamlDuplicates(groups(exact, n), groups(near, n));
	}

	private static int[] groups(final UnionFind sets, final int n) {
		final int[] groups = new int[n];
		final int[] names = new int[n];
		int count = 0;
		for (int i = 0; i < n; i++) {
			if (sets.size(i) < 2) continue;
			final int set = sets.find(i);
			if (names[set] == 0) names[set] = ++count;
			groups[i] = names[set];
		}
		return groups;
	}
}
