package sc.fiji.standout.study;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes the items table as comma-separated (.csv) or tab-separated (.tsv) text, one row for each item. */
public final class TableFile {

	private TableFile() {}

	/**
	 * Writes all columns of a study, as UTF-8. An existing file is replaced only when the new one is complete.
	 *
	 * @throws IllegalArgumentException when the path does not end in .csv or .tsv, or cannot be written
	 */
	public static void write(final Study study, final String path) {
		write(study.columns(), path);
	}

	/** Writes columns of one length; see {@link #write(Study, String)}. */
	public static void write(final List<Column> columns, final String path) {
		CompleteFile.requireName(path);
		final char delimiter = Delimited.of(path);
		CompleteFile.write(path, out -> {
			out.write(Delimited.line(columns.stream().map(Column::name).toList(), delimiter).getBytes(
				StandardCharsets.UTF_8));
			for (int i = 0; i < columns.get(0).size(); i++) {
				final int row = i;
				out.write(Delimited.line(columns.stream().map(column -> column.cell(row)).toList(), delimiter).getBytes(
					StandardCharsets.UTF_8));
			}
		});
	}
}
