package sc.fiji.standout.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The clusters of the DAML clusterer, one label for each point. A cluster is the members at its last good level, and
 * where a point is a member of several, the largest counts. Whatever came later without being an outlier belongs to the
 * labelled cluster that it came to, and where there was none, to the largest that it merged with. Where all merges were
 * good, there is one cluster.
 *
 * @param labels n labels, the largest cluster first; -1 = outlier
 * @param probabilities n probabilities
 */
record DamlLabels(int[] labels, double[] probabilities) {

	static DamlLabels of(final Dendrogram dendrogram, final DamlHierarchy hierarchy, final Map<Integer, Integer> last,
		final boolean[] outliers)
	{
		final int n = dendrogram.points();
		final int[] names = new int[n];
		java.util.Arrays.fill(names, -1);
		final List<Integer> rows = new ArrayList<>();
		last.forEach((cluster, level) -> rows.add(hierarchy.at(cluster, level)));
		rows.sort(Comparator.<Integer> comparingInt(row -> -hierarchy.count(row)).thenComparingInt(row -> row));
		final double[] means = new double[hierarchy.clusterCount() + 1];
		for (final int row : rows) {
			means[hierarchy.clusters[row]] = hierarchy.means[row];
			for (int i = 0; i < hierarchy.count(row); i++) {
				final int point = hierarchy.point(row, i);
				if (names[point] < 0) names[point] = hierarchy.clusters[row];
			}
		}
		if (rows.isEmpty()) means[0] = hierarchy.means[hierarchy.rows - 1];
		spread(dendrogram, names);
		final double[] probabilities = new double[n];
		final double[] joined = joined(dendrogram);
		for (int i = 0; i < n; i++) {
			if (outliers[i]) names[i] = -1;
			else probabilities[i] = joined[i] <= means[names[i]] ? 1 : means[names[i]] / joined[i];
		}
		return new DamlLabels(Labels.largestFirst(names), probabilities);
	}

	/** Gives points without a name that of the largest named part of the first merge that has one. */
	private static void spread(final Dendrogram dendrogram, final int[] names) {
		final int n = names.length;
		final int[] nodeNames = new int[2 * n - 1];
		final int[] weights = new int[2 * n - 1];
		for (int i = 0; i < n; i++) {
			nodeNames[i] = names[i];
			weights[i] = names[i] < 0 ? 0 : 1;
		}
		for (int node = n; node < 2 * n - 1; node++) {
			final int left = dendrogram.left()[node - n];
			final int right = dendrogram.right()[node - n];
			final int heavier = weights[right] > weights[left] ? right : left;
			nodeNames[node] = nodeNames[heavier];
			weights[node] = nodeNames[left] == nodeNames[right] ? weights[left] + weights[right] : weights[heavier];
		}
		if (nodeNames[2 * n - 2] < 0) nodeNames[2 * n - 2] = 0;
		for (int node = 2 * n - 2; node >= n; node--) {
			for (final int child : new int[] { dendrogram.left()[node - n], dendrogram.right()[node - n] }) {
				if (nodeNames[child] < 0) nodeNames[child] = nodeNames[node];
			}
		}
		System.arraycopy(nodeNames, 0, names, 0, n);
	}

	/** The distance at which each point merged first. */
	private static double[] joined(final Dendrogram dendrogram) {
		final int n = dendrogram.points();
		final double[] distances = new double[n];
		for (int i = 0; i < n - 1; i++) {
			if (dendrogram.left()[i] < n) distances[dendrogram.left()[i]] = dendrogram.distances()[i];
			if (dendrogram.right()[i] < n) distances[dendrogram.right()[i]] = dendrogram.distances()[i];
		}
		return distances;
	}
}
