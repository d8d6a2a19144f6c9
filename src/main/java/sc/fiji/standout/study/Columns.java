package sc.fiji.standout.study;

/** The names of the columns of the items table, in their order. */
public final class Columns {

	public static final String ITEM = "item";
	public static final String LABEL = "label";
	public static final String SLICE = "slice";
	public static final String ROI = "roi";
	/** Only where items have files of their own. */
	public static final String FILE = "file";
	public static final String EMBEDDING_X = "embedding_x";
	public static final String EMBEDDING_Y = "embedding_y";
	public static final String CLUSTER = "cluster";
	public static final String PROBABILITY = "probability";
	public static final String OUTLIER_SCORE = "outlier_score";
	public static final String OUTLIER = "outlier";
	public static final String OUTLIER_REASON = "outlier_reason";
	public static final String RECONSTRUCTION_ERROR = "reconstruction_error";
	public static final String RECONSTRUCTION_SCORE = "reconstruction_score";
	public static final String POTENTIAL_OUTLIER = "potential_outlier";
	public static final String DUPLICATE_GROUP = "duplicate_group";
	public static final String NEAR_DUPLICATE_GROUP = "near_duplicate_group";

	private Columns() {}

	/** The name of one dimension of the embedding: embedding_x, embedding_y, embedding_z, embedding_4, ... */
	public static String embedding(final int dimension) {
		return "embedding_" + (dimension < 3 ? "xyz".substring(dimension, dimension + 1) : String.valueOf(dimension + 1));
	}
}
