package sc.fiji.standout.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The written-down tables of {@code update-site/}: a line each, columns apart by tabs, comments after {@code #}. */
final class Table {

	private Table() {}

	/** The second column by the first. */
	static Map<String, String> read(final Path file) throws IOException {
		final Map<String, String> rows = new LinkedHashMap<>();
		for (final String line : Files.readAllLines(file)) {
			final String[] columns = line.split("\t");
			if (!line.startsWith("#") && columns.length > 1) rows.put(columns[0], columns[1]);
		}
		return rows;
	}
}
