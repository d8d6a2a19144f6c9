package sc.fiji.standout.feature.texture;

import java.util.List;

/** One part of the texture descriptor: some columns that belong together and are weighted as one. */
interface Block {

	/** How the columns of a block are brought to a common scale. */
	enum Scaling {
		/** Each column by its own spread: for columns that measure different things. */
		COLUMNS,
		/** All columns by the spread of the block: for histograms and grids, whose quiet columns are quiet for a reason. */
		BLOCK
	}

	/** In lower case, such as "gradient". */
	String name();

	/** The names of the columns, unique within the block. */
	List<String> columns();

	Scaling scaling();

	/** How much the block counts against the others in a squared distance. */
	double weight();

	/**
	 * Writes one value for each column to {@code target[at...]}.
	 *
	 * @param view the item, its values relative to the range of the stack
	 */
	void describe(View view, float[] target, int at);
}
