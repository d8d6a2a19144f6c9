package sc.fiji.standout.view;

import java.util.Comparator;
import java.util.stream.IntStream;

import sc.fiji.standout.study.Column;
import sc.fiji.standout.study.Columns;
import sc.fiji.standout.study.Severity;
import sc.fiji.standout.study.Study;

/**
 * Which items a montage shows.
 *
 * @param kind of choice
 * @param cluster where a cluster is shown
 */
record Shown(Kind kind, int cluster) {

	enum Kind {
			OUTLIERS, PICKED, ALL, CLUSTER
	}

	static final Shown OUTLIERS = new Shown(Kind.OUTLIERS, 0);
	static final Shown PICKED = new Shown(Kind.PICKED, 0);
	static final Shown ALL = new Shown(Kind.ALL, 0);

	/**
	 * The items, worst first: those that are flagged without a score, then by descending score, those of the same score in
	 * their own order.
	 */
	int[] items(final Study study) {
		return worstFirst(inOrder(study), Severity.of(study));
	}

	/** The items in their own order. */
	int[] inOrder(final Study study) {
		return switch (kind) {
			case OUTLIERS -> where(study.column(Columns.OUTLIER), 1);
			case PICKED -> study.selection().items();
			case ALL -> IntStream.range(0, study.size()).toArray();
			case CLUSTER -> where(study.column(Columns.CLUSTER), cluster);
		};
	}

	/**
	 * These items by descending scores; those of the same score as they are, those without one last.
	 *
	 * @param scores of all items, or null where there are none
	 */
	static int[] worstFirst(final int[] items, final double[] scores) {
		if (scores == null) return items;
		return IntStream.of(items).boxed().sorted(Comparator.comparingDouble(i -> key(scores[i]))).mapToInt(i -> i)
			.toArray();
	}

	/** What is said where there are no such items. */
	String whyNone(final Study study) {
		return switch (kind) {
			case OUTLIERS -> study.column(Columns.OUTLIER) == null
				? "No outliers were looked for yet; run one of the Outliers commands first."
				: "None of the " + study.size() + " items is an outlier.";
			case PICKED -> "Nothing is picked; pick items in the scatter plot, in the image or in the table.";
			case ALL -> "There are no items.";
			case CLUSTER -> "There is no cluster " + cluster + " any more.";
		};
	}

	@Override
	public String toString() {
		return switch (kind) {
			case OUTLIERS -> "Outliers";
			case PICKED -> "Picked items";
			case ALL -> "All items";
			case CLUSTER -> cluster < 0 ? "Noise" : "Cluster " + cluster;
		};
	}

	// -- Helper methods --

	private static int[] where(final Column column, final double value) {
		if (column == null) return new int[0];
		return IntStream.range(0, column.size()).filter(i -> column.numbers()[i] == value).toArray();
	}

	/** Ascending keys for descending scores; what has no score comes last. */
	private static double key(final double score) {
		return Double.isNaN(score) ? Double.POSITIVE_INFINITY : -score;
	}
}
