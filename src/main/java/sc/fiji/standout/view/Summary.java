package sc.fiji.standout.view;

import java.util.ArrayList;
import java.util.List;

import sc.fiji.standout.study.Column;
import sc.fiji.standout.study.Columns;
import sc.fiji.standout.study.Study;

/** One line about a study, such as "1797 items, 12 clusters, 90 outliers". */
final class Summary {

	private Summary() {}

	static String of(final Study study, final PlotData data) {
		final List<String> parts = new ArrayList<>();
		parts.add(count(study.size(), "item"));
		if (study.column(Columns.CLUSTER) != null) parts.add(count(clusters(study), "cluster"));
		if (data.outliers() != null) parts.add(count(data.outlierCount(), "outlier"));
		if (data.missing() > 0) parts.add(data.missing() + " not drawn (" + data.xName() + " or " + data.yName() +
			" is not a finite number)");
		return String.join(", ", parts);
	}

	/** How many clusters there are, noise not counted; 0 before a clustering step. */
	static int clusters(final Study study) {
		final Column column = study.column(Columns.CLUSTER);
		if (column == null) return 0;
		double last = -1;
		for (final double cluster : column.numbers()) last = Math.max(last, cluster);
		return (int) last + 1;
	}

	static String count(final int count, final String noun) {
		return count + " " + noun + (count == 1 ? "" : "s");
	}
}
