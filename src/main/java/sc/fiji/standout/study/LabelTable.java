package sc.fiji.standout.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What was found about the items of each label, as a table that stays small enough to be looked at. */
final class LabelTable {

	/** So many clusters have a column of their own. */
	static final int MOST_CLUSTERS = 100;

	private LabelTable() {}

	/**
	 * One row for each label: {@code label}, {@code items}, then, where outliers were looked for, {@code outliers} (how many
	 * of them are flagged) and, where clusters were looked for, {@code noise} and {@code cluster_0}, {@code cluster_1}, ...
	 * (how many of them are in each). Of more than {@value #MOST_CLUSTERS} clusters, those with the most of these items have
	 * a column, and {@code other_clusters} is how many are in all the others.
	 *
	 * @param counts how many items each label has, in the order of the rows
	 * @param names n labels, those of the items
	 * @param clusters n clusters, -1 = noise; null where there are none
	 * @param flags n times 0 or 1, 1 = outlier; null where none were looked for
	 */
	static List<Column> of(final Map<String, Integer> counts, final String[] names, final double[] clusters,
		final double[] flags)
	{
		final Map<String, Integer> index = new HashMap<>();
		for (final String name : counts.keySet()) index.put(name, index.size());
		final int[] rows = new int[names.length];
		for (int i = 0; i < rows.length; i++) rows[i] = index.get(names[i]);
		final List<Column> table = new ArrayList<>();
		table.add(Column.texts("label", counts.keySet().toArray(new String[0])));
		table.add(Column.integers("items", counts.values().stream().mapToDouble(count -> count).toArray()));
		if (flags != null) {
			final double[] flagged = new double[counts.size()];
			for (int i = 0; i < rows.length; i++) flagged[rows[i]] += flags[i];
			table.add(Column.integers("outliers", flagged));
		}
		if (clusters != null) addClusters(table, rows, IntStream.range(0, rows.length).map(i -> (int) clusters[i]).toArray());
		return table;
	}

	private static void addClusters(final List<Column> table, final int[] rows, final int[] clusters) {
		final int count = IntStream.of(clusters).max().orElse(-1) + 1;
		final int[] shown = largest(clusters, count);
		final int others = shown.length + 1;
		// the column of each cluster, noise first
		final int[] columns = IntStream.generate(() -> others).limit(count + 1L).toArray();
		columns[0] = 0;
		for (int c = 0; c < shown.length; c++) columns[shown[c] + 1] = c + 1;
		final double[][] cells = new double[shown.length < count ? others + 1 : others][table.get(0).size()];
		for (int i = 0; i < rows.length; i++) cells[columns[clusters[i] + 1]][rows[i]]++;
		for (int c = 0; c < cells.length; c++) table.add(Column.integers(c == 0 ? "noise" : c == others ? "other_clusters"
			: "cluster_" + shown[c - 1], cells[c]));
	}

	/** The clusters with the most items, by their numbers; of clusters of the same size the first. */
	private static int[] largest(final int[] clusters, final int count) {
		final int[] sizes = new int[count];
		for (final int cluster : clusters) if (cluster >= 0) sizes[cluster]++;
		return IntStream.range(0, count).boxed().sorted(Comparator.comparingInt(c -> -sizes[c])).limit(MOST_CLUSTERS).sorted()
			.mapToInt(c -> c).toArray();
	}
}
