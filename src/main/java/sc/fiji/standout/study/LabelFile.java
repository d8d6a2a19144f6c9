package sc.fiji.standout.study;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import sc.fiji.standout.item.Items;

/**
 * Reads labels from a table (.csv or .tsv) with a header. For items with files, a column {@code file} says which item a
 * row is about; else a column {@code item} or {@code index}, from 1; without one, the rows are in item order.
 */
public final class LabelFile {

	private static final List<String> INDEX = List.of("item", "index");

	private LabelFile() {}

	/**
	 * {@link #read(String, String, int)}, by the names of the items' files where the table has them. Rows about other
	 * files do no harm.
	 */
	public static String[] read(final String path, final String column, final Items items) {
		final List<List<String>> rows = rows(path);
		final FileLabels files = FileLabels.of(path, rows, column);
		final String[] labels = files == null ? null : files.of(items);
		return labels == null ? labels(path, rows.get(0), rows.subList(1, rows.size()), column, items.size()) : labels;
	}

	/**
	 * @param column the column with the labels
	 * @param items how many items there are
	 * @return one label for each item
	 * @throws IllegalArgumentException in one sentence, when the table cannot be read or does not fit
	 */
	public static String[] read(final String path, final String column, final int items) {
		final List<List<String>> rows = rows(path);
		return labels(path, rows.get(0), rows.subList(1, rows.size()), column, items);
	}

	/** The header and the rows. */
	private static List<List<String>> rows(final String path) {
		if (!new File(path).isFile()) throw new IllegalArgumentException("path=" + path +
			" does not exist; give a table (.csv or .tsv) with a column of labels.");
		final char delimiter = Delimited.of(path);
		final List<List<String>> rows;
		try {
			rows = Delimited.parse(Files.readString(new File(path).toPath()).replaceFirst("^\uFEFF", ""), delimiter);
		}
		catch (final IOException | IllegalArgumentException e) {
			throw new IllegalArgumentException("path=" + path + " cannot be read as a table (" + e.getMessage() +
				"); give a text file in UTF-8 with a header.", e);
		}
		if (rows.isEmpty()) throw new IllegalArgumentException("path=" + path +
			" is empty; give a table with a header and one row for each item.");
		return rows;
	}

	private static String[] labels(final String path, final List<String> header, final List<List<String>> rows,
		final String column, final int items)
	{
		if (!header.contains(column)) throw new IllegalArgumentException("column=" + column + " is not in " + path +
			"; its columns are " + String.join(", ", header) + ".");
		if (rows.size() != items) throw new IllegalArgumentException(path + " has " + rows.size() + " rows, but there are " +
			items + " items; give one row for each item.");
		final String index = INDEX.stream().filter(header::contains).findFirst().orElse(null);
		final String[] labels = new String[items];
		for (int i = 0; i < items; i++) {
			final int item = index == null ? i : item(path, index, i + 1, cell(rows.get(i), header.indexOf(index)), items);
			if (labels[item] != null) throw new IllegalArgumentException(path + " has two rows with " + index + "=" + (item +
				1) + "; give one row for each item.");
			labels[item] = cell(rows.get(i), header.indexOf(column));
		}
		return labels;
	}

	/** A row may be shorter than the header. */
	static String cell(final List<String> row, final int column) {
		return column < row.size() ? row.get(column) : "";
	}

	private static int item(final String path, final String index, final int row, final String text, final int items) {
		try {
			final double item = Double.parseDouble(text.trim());
			if (item == Math.rint(item) && item >= 1 && item <= items) return (int) item - 1;
		}
		catch (final NumberFormatException e) {
			// said below
		}
		throw new IllegalArgumentException(path + " has " + index + "=" + text + " in row " + row +
			"; it must be a whole number from 1 to " + items + ".");
	}
}
