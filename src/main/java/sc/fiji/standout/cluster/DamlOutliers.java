package sc.fiji.standout.cluster;

import java.util.Map;

/**
 * The outliers of the DAML clusterer: points that joined a cluster above its last good level from more than two
 * standard deviations beyond the mean distance, and the members of clusters that were still too small there; potential
 * outliers came from one standard deviation beyond the mean to a cluster that was large enough.
 *
 * @param outliers n flags
 * @param potential n flags
 */
record DamlOutliers(boolean[] outliers, boolean[] potential) {

	/**
	 * @param last the last good level of each cluster that has one
	 * @param fewest points of a cluster that is large enough
	 */
	static DamlOutliers of(final DamlHierarchy hierarchy, final Map<Integer, Integer> last, final int fewest,
		final int n)
	{
		final boolean[] outliers = new boolean[n];
		final boolean[] potential = new boolean[n];
		for (int row = 0; row < hierarchy.rows; row++) {
			final Integer level = last.get(hierarchy.clusters[row]);
			if (level == null) continue;
			final int count = hierarchy.count(row);
			// a cluster that stands still has no merge to judge, but can be too small
			final boolean standsLate = hierarchy.lasting[row] > Math.max(level, hierarchy.levels[row]);
			final boolean joins = hierarchy.inner[row] < 0 && hierarchy.levels[row] > level;
			final boolean far = joins && hierarchy.isFar(row, 2);
			if (far) outliers[hierarchy.point(row, count - 1)] = true;
			else if (joins && hierarchy.isFar(row, 1) && count >= fewest) potential[hierarchy.point(row, count - 1)] = true;
			if (count < fewest && (standsLate || joins && !far)) {
				for (int i = 0; i < count; i++) outliers[hierarchy.point(row, i)] = true;
			}
		}
		return new DamlOutliers(outliers, potential);
	}
}
