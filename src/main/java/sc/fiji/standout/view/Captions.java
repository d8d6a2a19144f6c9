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
 * @param errors n reconstruction errors, or null
 */
record Captions(Items items, String[] labels, double[] clusters, double[] scores, double[] errors) {

	static Captions of(final Study study) {
		String[] labels = new String[study.size()];
		double[] clusters = null;
		double[] scores = null;
		for (final Column column : study.columns()) {
			if (column.name().equals(Columns.LABEL)) labels = column.texts();
			if (column.name().equals(Columns.CLUSTER)) clusters = column.numbers();
			if (column.name().equals(Columns.OUTLIER_SCORE)) scores = column.numbers();
		}
		return new Captions(study.items(), labels, clusters, scores, null);
	}

	/** The same about reconstructions: with their errors, and with the scores that tell which are bad. */
	Captions ofReconstructions(final double[] newErrors, final double[] newScores) {
		return new Captions(items, labels, clusters, newScores, newErrors);
	}

	/** Such as "12  mitotic", or with the ROI's name where there is no label. */
	String title(final int item) {
		final String label = labels[item] == null || labels[item].isBlank() ? items.place(item).roi() : labels[item];
		return item + 1 + (label == null || label.isBlank() ? "" : "  " + label);
	}

	/** Such as "score 0.93", "error 0.0123, score 2.31", or "" where there is none. */
	String score(final int item) {
		final String score = scores == null ? "" : "score " + number(scores[item]);
		if (errors == null) return score;
		return "error " + precise(errors[item]) + (score.isEmpty() ? "" : ", " + score);
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

	/** Three significant digits also of small numbers, as losses and errors are. */
	static String precise(final double value) {
		return String.format(Locale.ROOT, Math.abs(value) < 0.0001 && value != 0 ? "%.2e" : "%.3g", value);
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
