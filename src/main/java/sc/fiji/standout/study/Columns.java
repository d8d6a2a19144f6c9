package sc.fiji.standout.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The names of the columns of the items table, in their order. */
public final class Columns {

	public static final String ITEM = "item";
	public static final String LABEL = "label";
	public static final String SLICE = "slice";
	public static final String ROI = "roi";
	public static final String EMBEDDING_X = "embedding_x";
	public static final String EMBEDDING_Y = "embedding_y";
	public static final String CLUSTER = "cluster";
	public static final String PROBABILITY = "probability";
	public static final String OUTLIER_SCORE = "outlier_score";
	public static final String OUTLIER = "outlier";

	private static final List<String> ORDER = List.of(EMBEDDING_X, EMBEDDING_Y, "embedding_z", CLUSTER, PROBABILITY,
		OUTLIER_SCORE, OUTLIER, "potential_outlier", "duplicate_group", "near_duplicate_group");

	private Columns() {}

	/** The name of one dimension of the embedding: embedding_x, embedding_y, embedding_z, embedding_4, ... */
	public static String embedding(final int dimension) {
		return "embedding_" + (dimension < 3 ? "xyz".substring(dimension, dimension + 1) : String.valueOf(dimension + 1));
	}

	/** Known columns in the order of the contract, then the others in the order they came. */
	static List<Column> inOrder(final Collection<Column> columns) {
		final List<Column> sorted = new ArrayList<>(columns);
		sorted.sort(Comparator.comparingInt(column -> {
			final int known = ORDER.indexOf(column.name());
			return known < 0 ? ORDER.size() : known;
		}));
		return sorted;
	}
}
