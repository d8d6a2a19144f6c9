package sc.fiji.standout.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** ROC AUC and average precision of ways to find outliers, collected task by task, and printed as a table. */
final class QualityTable {

	private record Figure(String group, double rocAuc, double averagePrecision) {}

	private final Map<String, List<Figure>> rows = new LinkedHashMap<>();

	void add(final String way, final String group, final double rocAuc, final double averagePrecision) {
		rows.computeIfAbsent(way, key -> new ArrayList<>()).add(new Figure(group, rocAuc, averagePrecision));
	}

	/** Best first: the mean over all tasks, then the mean ROC AUC of each group of tasks. */
	void print() {
		final TreeSet<String> groups = new TreeSet<>();
		rows.values().forEach(figures -> figures.forEach(figure -> groups.add(figure.group())));
		System.out.println("| features | outliers | tasks | ROC AUC | average precision | " + String.join(" | ", groups) +
			" |");
		System.out.println("| --- | --- | --- | --- | --- |" + " --- |".repeat(groups.size()));
		rows.entrySet().stream().sorted(Comparator.comparingDouble(row -> -mean(row.getValue(), ""))).forEach(row -> {
			final StringBuilder line = new StringBuilder("| " + row.getKey() + " | " + row.getValue().size() + " | " + number(
				mean(row.getValue(), "")) + " | " + number(row.getValue().stream().mapToDouble(Figure::averagePrecision)
					.average().orElse(Double.NaN)) + " |");
			for (final String group : groups) line.append(' ').append(number(mean(row.getValue(), group))).append(" |");
			System.out.println(line);
		});
	}

	private static double mean(final List<Figure> figures, final String group) {
		return figures.stream().filter(figure -> group.isEmpty() || figure.group().equals(group)).mapToDouble(
			Figure::rocAuc).average().orElse(Double.NaN);
	}

	private static String number(final double value) {
		return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
	}
}
