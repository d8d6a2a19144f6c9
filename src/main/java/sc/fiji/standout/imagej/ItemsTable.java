package sc.fiji.standout.imagej;

import java.util.List;

import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.text.TextWindow;

import sc.fiji.standout.study.Column;
import sc.fiji.standout.study.Study;

/** The items table as an ImageJ table; it shows 9 decimal places and holds all of them. */
public final class ItemsTable {

	private static final int DECIMALS = 9;

	private ItemsTable() {}

	/** A new table of all the columns of a study, one row for each item. */
	public static ResultsTable of(final Study study) {
		return of(study.columns());
	}

	/** A new table of columns of one length. */
	public static ResultsTable of(final List<Column> columns) {
		final int rows = columns.get(0).size();
		final ResultsTable table = new ResultsTable(rows);
		table.showRowNumbers(false);
		table.setPrecision(DECIMALS);
		for (final Column column : columns) {
			for (int i = 0; i < rows; i++) {
				if (column.isText()) table.setValue(column.name(), i, column.texts()[i]);
				else table.setValue(column.name(), i, column.numbers()[i]);
			}
			table.setDecimalPlaces(table.getColumnIndex(column.name()), column.integers() ? 0 : DECIMALS);
		}
		return table;
	}

	/** Shows the table as "Items of TITLE", replacing an earlier one; its rows are linked with the selection. */
	public static ResultsTable show(final ImagePlus image, final Study study) {
		final ResultsTable table = show(image, study.columns(), "Items");
		if (WindowManager.getFrame("Items of " + image.getTitle()) instanceof TextWindow window) TableLink.join(window, study
			.selection());
		return table;
	}

	/**
	 * Shows columns as "WHAT of TITLE", replacing an earlier table of this name. Without a display, the table is kept for
	 * the macro.
	 */
	public static ResultsTable show(final ImagePlus image, final List<Column> columns, final String what) {
		final ResultsTable table = of(columns);
		table.show(what + " of " + image.getTitle());
		return table;
	}
}
