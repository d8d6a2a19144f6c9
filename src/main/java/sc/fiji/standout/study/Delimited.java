package sc.fiji.standout.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Text with delimiters, as spreadsheets read and write it (RFC 4180): a cell that holds a delimiter, a quote or a line
 * break is put in quotes. Our own, because Fiji can hold two libraries for it with the same class names that clash.
 */
final class Delimited {

	private Delimited() {}

	/** The delimiter that the name of a table asks for: a comma for .csv, a tab for .tsv. */
	static char of(final String path) {
		final String name = path.toLowerCase(Locale.ROOT);
		if (name.endsWith(".csv")) return ',';
		if (name.endsWith(".tsv")) return '\t';
		throw new IllegalArgumentException("path=" + path + " must end in .csv or .tsv.");
	}

	/** One line, ended by a line feed. */
	static String line(final List<String> cells, final char delimiter) {
		final StringBuilder line = new StringBuilder();
		boolean first = true;
		for (final String cell : cells) {
			if (!first) line.append(delimiter);
			first = false;
			line.append(quoted(cell, delimiter));
		}
		return line.append('\n').toString();
	}

	private static String quoted(final String cell, final char delimiter) {
		final boolean plain = cell.chars().noneMatch(c -> c == delimiter || c == '"' || c == '\n' || c == '\r');
		return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
	}

	/**
	 * Takes a text apart into rows of cells. Lines may end in LF or CR LF; empty lines are left out.
	 *
	 * @throws IllegalArgumentException when a quote is not closed
	 */
	static List<List<String>> parse(final String text, final char delimiter) {
		final List<List<String>> rows = new ArrayList<>();
		List<String> row = new ArrayList<>();
		final StringBuilder cell = new StringBuilder();
		boolean quoted = false;
		boolean begun = false;
		for (int i = 0; i < text.length(); i++) {
			final char c = text.charAt(i);
			final boolean doubled = c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
			if (quoted && doubled) cell.append(text.charAt(i++));
			else if (c == '"' && (quoted || cell.length() == 0)) {
				quoted = !quoted;
				begun = true;
			}
			else if (quoted || c != delimiter && c != '\n' && c != '\r') cell.append(c);
			else if (c != '\r') {
				if (c == delimiter || begun || cell.length() > 0 || !row.isEmpty()) row.add(cell.toString());
				cell.setLength(0);
				begun = false;
				if (c == '\n' && !row.isEmpty()) {
					rows.add(row);
					row = new ArrayList<>();
				}
			}
		}
		if (quoted) throw new IllegalArgumentException("a quote is not closed");
		if (begun || cell.length() > 0 || !row.isEmpty()) {
			row.add(cell.toString());
			rows.add(row);
		}
		return rows;
	}
}
