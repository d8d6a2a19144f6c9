package sc.fiji.standout.study;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

import sc.fiji.standout.item.NaturalOrder;
import sc.fiji.standout.evaluate.Contingency;
import sc.fiji.standout.evaluate.Ranking;

/**
 * What was found about the items beside what is known about them by a column of labels. Items whose label is empty are
 * left out.
 *
 * @param table one row for each label, see {@link LabelTable}
 * @param measures by their names, in this order: {@code adjusted_rand_index} and
 *          {@code normalized_mutual_information} of the clusters, noise taken as one cluster, and {@code roc_auc} and
 *          {@code average_precision} of the outlier scores, where an item that is flagged without a score is the worst
 * @param positive the labels that count as outliers; empty where there are none
 */
public record Comparison(List<Column> table, Map<String, Double> measures, Set<String> positive) {

	/** A label is rare when the most frequent one has at least so many times as many items. */
	private static final int RARE = 10;

	/**
	 * Compares the results of a study with one of its columns.
	 *
	 * @param column with the labels, such as "label"
	 * @param positive the labels that are outliers, separated by commas; empty = those that are rare, with at most a
	 *          tenth of the items of the most frequent one
	 * @throws IllegalArgumentException when the column or a label does not exist
	 * @throws IllegalStateException when nothing was found yet
	 */
	public static Comparison of(final Study study, final String column, final String positive) {
		final Column labels = study.column(column);
		if (labels == null) throw new IllegalArgumentException("column=" + column + " does not exist; it must be one of " +
			String.join(", ", study.columns().stream().map(Column::name).toList()) + ".");
		final int[] items = IntStream.range(0, study.size()).filter(i -> !labels.cell(i).isBlank()).toArray();
		if (items.length == 0) throw new IllegalArgumentException("column=" + column +
			" is empty for all items; import labels first (Import Labels...), or choose another column.");
		final String[] names = IntStream.of(items).mapToObj(labels::cell).toArray(String[]::new);
		final Column clusters = study.column(Columns.CLUSTER);
		final double[] scores = Severity.of(study);
		if (clusters == null && scores == null) throw new IllegalStateException("There are neither clusters nor outliers to " +
			"compare yet; run a clustering such as 'HDBSCAN Clustering...' first.");
		final Map<String, Integer> counts = new TreeMap<>(NaturalOrder.INSTANCE);
		for (final String name : names) counts.merge(name, 1, Integer::sum);
		final Set<String> outlying = positive.isBlank() ? rare(counts) : named(positive, column, counts);
		final Map<String, Double> measures = new java.util.LinkedHashMap<>();
		if (clusters != null) {
			final Contingency contingency = Contingency.of(Contingency.numbers(names), Contingency.numbers(IntStream.of(items)
				.mapToObj(clusters::cell).toArray(String[]::new)));
			measures.put("adjusted_rand_index", contingency.adjustedRandIndex());
			measures.put("normalized_mutual_information", contingency.normalizedMutualInformation());
		}
		if (scores != null && !outlying.isEmpty() && outlying.size() < counts.size()) {
			final boolean[] flags = new boolean[items.length];
			for (int i = 0; i < flags.length; i++) flags[i] = outlying.contains(names[i]);
			final Ranking ranking = new Ranking(IntStream.of(items).mapToDouble(i -> scores[i]).toArray(), flags);
			measures.put("roc_auc", ranking.rocAuc());
			measures.put("average_precision", ranking.averagePrecision());
		}
		return new Comparison(LabelTable.of(counts, names, values(clusters, items), values(study.column(Columns.OUTLIER),
			items)), measures, outlying);
	}

	/** The numbers of some items, or null where there are none. */
	private static double[] values(final Column column, final int[] items) {
		return column == null ? null : IntStream.of(items).mapToDouble(i -> column.numbers()[i]).toArray();
	}

	private static Set<String> rare(final Map<String, Integer> counts) {
		final int most = counts.values().stream().max(Integer::compare).orElse(0);
		final Set<String> rare = new TreeSet<>(NaturalOrder.INSTANCE);
		counts.forEach((name, count) -> {
			if (RARE * count <= most) rare.add(name);
		});
		return rare;
	}

	private static Set<String> named(final String positive, final String column, final Map<String, Integer> counts) {
		final Set<String> named = new TreeSet<>(NaturalOrder.INSTANCE);
		for (final String part : positive.split(",")) {
			final String name = part.trim();
			if (!counts.containsKey(name)) throw new IllegalArgumentException("positive=" + name +
				" is not in the column " + column + "; its labels are " + String.join(", ", counts.keySet().stream().limit(20)
					.toList()) + (counts.size() > 20 ? ", ..." : "") + ".");
			named.add(name);
		}
		return named;
	}
}
