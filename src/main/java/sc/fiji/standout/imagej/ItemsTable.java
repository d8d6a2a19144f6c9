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
		final List<Column> columns = study.columns();
		final ResultsTable table = new ResultsTable(study.size());
		table.showRowNumbers(false);
		table.setPrecision(DECIMALS);
		for (final Column column : columns) {
			for (int i = 0; i < study.size(); i++) {
				if (column.isText()) table.setValue(column.name(), i, column.texts()[i]);
				else table.setValue(column.name(), i, column.numbers()[i]);
			}
			table.setDecimalPlaces(table.getColumnIndex(column.name()), column.integers() ? 0 : DECIMALS);
		}
		return table;
	}

	/** Shows the table as "Items of TITLE", replacing an earlier one; its rows are linked with the selection. */
	public static ResultsTable show(final ImagePlus image, final Study study) {
		final ResultsTable table = of(study);
		final String title = "Items of " + image.getTitle();
		table.show(title);
		if (WindowManager.getFrame(title) instanceof TextWindow window) TableLink.join(window, study.selection());
		return table;
	}
}
