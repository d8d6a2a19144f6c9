package sc.fiji.standout.study;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import sc.fiji.standout.item.Items;

/**
 * Labels by the names of files.
 *
 * @param table its path, for what is said about it
 * @param byPath label by the path of the file as the table has it
 * @param byName label by the last part of the path; null where several files have the same name
 */
record FileLabels(String table, Map<String, String> byPath, Map<String, String> byName) {

	/**
	 * @param rows a table, the header first
	 * @param column the column with the labels
	 * @return null when the table has no column {@code file} and {@code column}, or when a file has several rows, such as
	 *         one for each tile of an image
	 */
	static FileLabels of(final String path, final List<List<String>> rows, final String column) {
		final int file = rows.get(0).indexOf(Columns.FILE);
		final int label = rows.get(0).indexOf(column);
		if (file < 0 || label < 0) return null;
		final Map<String, String> byPath = new HashMap<>();
		final Map<String, String> byName = new HashMap<>();
		for (final List<String> row : rows.subList(1, rows.size())) {
			final String name = LabelFile.cell(row, file).replace('\\', '/');
			if (byPath.put(name, LabelFile.cell(row, label)) != null) return null;
			final String last = lastPart(name);
			byName.put(last, byName.containsKey(last) ? null : LabelFile.cell(row, label));
		}
		return new FileLabels(path, byPath, byName);
	}

	/**
	 * The label of every item: that of its path, or else, where names are enough to tell all files apart, of its name.
	 *
	 * @return null when the table is about other files: none of the items' is in it
	 * @throws IllegalArgumentException when only some files are in the table
	 */
	String[] of(final Items items) {
		final int n = items.size();
		final long names = IntStream.range(0, n).mapToObj(i -> lastPart(items.file(i))).distinct().count();
		final String[] labels = new String[n];
		int missing = -1;
		int found = 0;
		for (int i = 0; i < n; i++) {
			final String file = items.file(i);
			labels[i] = byPath.getOrDefault(file, names < n ? null : byName.get(lastPart(file)));
			if (labels[i] != null) found++;
			else if (missing < 0) missing = i;
		}
		if (found == 0) return null;
		if (missing >= 0) throw new IllegalArgumentException(table + " has no row for the file '" + items.file(missing) +
			"', or several; give one for each file.");
		return labels;
	}

	private static String lastPart(final String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}
}
