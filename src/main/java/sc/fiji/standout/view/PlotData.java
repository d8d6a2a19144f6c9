package sc.fiji.standout.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import sc.fiji.standout.study.Column;
import sc.fiji.standout.study.Columns;
import sc.fiji.standout.study.Study;

/**
 * What a scatter plot shows, copied from a study at one moment.
 *
 * @param xName name of the column along x
 * @param yName name of the column along y
 * @param x n values
 * @param y n values
 * @param colors of the n items
 * @param outliers n flags, or null where no outliers were looked for
 * @param order the items that can be drawn, in drawing order: what matters most comes last, on top
 */
record PlotData(String xName, String yName, double[] x, double[] y, Coloring colors, boolean[] outliers, int[] order) {

	/**
	 * @param color a column's name, or "" for one colour
	 * @throws IllegalArgumentException when a column does not exist or x or y holds texts
	 */
	static PlotData of(final Study study, final String xName, final String yName, final String color) {
		final List<Column> columns = study.columns();
		final double[] x = numbers(columns, xName);
		final double[] y = numbers(columns, yName);
		final Column colored = color == null || color.isEmpty() ? null : find(columns, color);
		final Coloring colors = colored == null ? Coloring.single(x.length) : Coloring.of(colored);
		final Column flags = columns.stream().filter(c -> c.name().equals(Columns.OUTLIER)).findFirst().orElse(null);
		final boolean[] outliers = flags == null ? null : new boolean[x.length];
		if (outliers != null) for (int i = 0; i < outliers.length; i++) outliers[i] = flags.numbers()[i] == 1;
		return new PlotData(xName, yName, x, y, colors, outliers, order(x, y, colors, colored));
	}

	/** The columns that can be drawn along an axis. */
	static List<String> numeric(final Study study) {
		return study.columns().stream().filter(c -> !c.isText()).map(Column::name).collect(Collectors.toList());
	}

	int size() {
		return x.length;
	}

	/** How many items have no place because x or y is not a finite number. */
	int missing() {
		return x.length - order.length;
	}

	boolean isOutlier(final int item) {
		return outliers != null && outliers[item];
	}

	int outlierCount() {
		int count = 0;
		for (int i = 0; i < size(); i++) if (isOutlier(i)) count++;
		return count;
	}

	/** Whether both axes are dimensions of one embedding, so that a unit must be as long along x as along y. */
	boolean isEmbedding() {
		return xName.startsWith("embedding_") && yName.startsWith("embedding_");
	}

	/** All items of a category, ascending. */
	int[] category(final int category) {
		return IntStream.range(0, size()).filter(i -> colors.groups()[i] == category).toArray();
	}

	// -- Helper methods --

	private static Column find(final List<Column> columns, final String name) {
		for (final Column column : columns) if (column.name().equals(name)) return column;
		throw new IllegalArgumentException("There is no column " + name + "; there are " + columns.stream().map(
			Column::name).collect(Collectors.joining(", ")) + ".");
	}

	private static double[] numbers(final List<Column> columns, final String name) {
		final Column column = find(columns, name);
		if (!column.isText()) return column.numbers();
		throw new IllegalArgumentException("The column " + name + " holds texts; an axis needs one of the numbers " +
			columns.stream().filter(c -> !c.isText()).map(Column::name).collect(Collectors.joining(", ")) + ".");
	}

	/** Whether an axis can show the value: it is finite, and a range of such values is. */
	private static boolean isPlace(final double value) {
		return Math.abs(value) <= 1e300;
	}

	private static int[] order(final double[] x, final double[] y, final Coloring colors, final Column color) {
		final List<Integer> below = new ArrayList<>();
		final List<Integer> above = new ArrayList<>();
		for (int i = 0; i < x.length; i++) {
			if (!isPlace(x[i]) || !isPlace(y[i])) continue;
			(colors.rgb()[i] == Palette.NONE ? below : above).add(i);
		}
		if (colors.isGradient()) above.sort(Comparator.comparingDouble(i -> color.numbers()[i]));
		return IntStream.concat(below.stream().mapToInt(i -> i), above.stream().mapToInt(i -> i)).toArray();
	}
}
