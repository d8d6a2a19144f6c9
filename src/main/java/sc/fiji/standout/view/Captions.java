package sc.fiji.standout.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import sc.fiji.standout.item.Items;
import sc.fiji.standout.study.Column;
import sc.fiji.standout.study.Columns;
import sc.fiji.standout.study.Study;

/**
 * What is written next to an item, copied from a study at one moment.
 *
 * @param items the items
 * @param labels n labels, "" where there is none
 * @param clusters n clusters, -1 = noise, or null
 * @param scores n outlier scores, or null
 */
record Captions(Items items, String[] labels, double[] clusters, double[] scores) {

	static Captions of(final Study study) {
		String[] labels = new String[study.size()];
		double[] clusters = null;
		double[] scores = null;
		for (final Column column : study.columns()) {
			if (column.name().equals(Columns.LABEL)) labels = column.texts();
			if (column.name().equals(Columns.CLUSTER)) clusters = column.numbers();
			if (column.name().equals(Columns.OUTLIER_SCORE)) scores = column.numbers();
		}
		return new Captions(study.items(), labels, clusters, scores);
	}

	/** Such as "12  mitotic", or with the ROI's name where there is no label. */
	String title(final int item) {
		final String label = labels[item] == null || labels[item].isBlank() ? items.place(item).roi() : labels[item];
		return item + 1 + (label == null || label.isBlank() ? "" : "  " + label);
	}

	/** Such as "score 0.93", or "" where there is none. */
	String score(final int item) {
		return scores == null ? "" : "score " + number(scores[item]);
	}

	/** All that is known about an item, line by line. */
	List<String> lines(final int item) {
		final List<String> lines = new ArrayList<>();
		lines.add("Item " + (item + 1));
		if (labels[item] != null && !labels[item].isBlank()) lines.add(labels[item]);
		final String roi = items.place(item).roi();
		if (roi != null && !roi.isBlank() && !roi.equals(labels[item])) lines.add(roi);
		final String file = items.file(item);
		if (!file.isBlank() && !file.equals(labels[item])) lines.add(file);
		if (clusters != null) lines.add(clusters[item] < 0 ? "Noise" : "Cluster " + (long) clusters[item]);
		if (scores != null) lines.add("Outlier " + score(item));
		return lines;
	}

	/** Three significant digits, without an exponent where it can be read as well. */
	static String number(final double value) {
		if (!Double.isFinite(value)) return Double.toString(value);
		final double size = Math.abs(value);
		if (size != 0 && (size < 0.001 || size >= 100_000)) return String.format(Locale.ROOT, "%.2e", value);
		final int digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
		return String.format(Locale.ROOT, "%." + digits + "f", value);
	}
}
