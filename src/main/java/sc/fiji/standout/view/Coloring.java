package sc.fiji.standout.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import sc.fiji.standout.item.NaturalOrder;
import sc.fiji.standout.study.Column;
import sc.fiji.standout.study.Columns;

/**
 * The colour of every item by the values of one column. Texts and whole numbers that name groups are categories; other
 * numbers are values on a gradient.
 *
 * @param title the column's name, or "" where nothing is coloured by
 * @param rgb n colours 0xRRGGBB
 * @param groups n indices into {@code categories}, or null on a gradient
 * @param categories in their order; empty on a gradient
 * @param lower value of the gradient's first colour
 * @param upper value of the gradient's last colour
 */
record Coloring(String title, int[] rgb, int[] groups, List<Category> categories, double lower, double upper) {

	/** One group of items. */
	record Category(String name, int rgb, int count) {}

	/** Whole numbers with at most this many different values are categories. */
	private static final int MOST_CATEGORIES = 20;

	boolean isGradient() {
		return groups == null;
	}

	/** All items in one colour. */
	static Coloring single(final int n) {
		final int[] rgb = new int[n];
		Arrays.fill(rgb, Palette.SINGLE);
		return new Coloring("", rgb, new int[n], List.of(new Category("Items", Palette.SINGLE, n)), 0, 0);
	}

	static Coloring of(final Column column) {
		if (column.isText()) return categories(column);
		if (column.name().equals(Columns.CLUSTER) || column.name().endsWith("_group")) return categories(column);
		if (column.integers() && different(column.numbers()) <= MOST_CATEGORIES) return categories(column);
		return gradient(column);
	}

	// -- Helper methods --

	private static int different(final double[] values) {
		final Set<Double> seen = new HashSet<>();
		for (final double value : values) if (seen.add(value) && seen.size() > MOST_CATEGORIES) break;
		return seen.size();
	}

	private static Coloring categories(final Column column) {
		return column.isText() ? categories(column.name(), column.texts(), NaturalOrder.INSTANCE, String::isBlank,
			text -> text.isBlank() ? "(none)" : text) : categories(column.name(), box(column.numbers()), Comparator
				.<Double> naturalOrder(), value -> isNone(column.name(), value), value -> name(column.name(), value));
	}

	private static <T> Coloring categories(final String title, final T[] cells, final Comparator<T> order,
		final Predicate<T> isNone, final Function<T, String> name)
	{
		final Map<T, Integer> counts = new HashMap<>();
		for (final T cell : cells) counts.merge(cell, 1, Integer::sum);
		final List<T> values = new ArrayList<>(counts.keySet());
		values.sort(order);
		final List<Category> categories = new ArrayList<>();
		final Map<T, Integer> index = new HashMap<>();
		int color = 0;
		for (final T value : values) {
			index.put(value, categories.size());
			// the colour of cluster k stays the same whether or not there is noise
			categories.add(new Category(name.apply(value), isNone.test(value) ? Palette.NONE : Palette.category(color++),
				counts.get(value)));
		}
		final int[] groups = new int[cells.length];
		final int[] rgb = new int[cells.length];
		for (int i = 0; i < groups.length; i++) {
			groups[i] = index.get(cells[i]);
			rgb[i] = categories.get(groups[i]).rgb();
		}
		return new Coloring(title, rgb, groups, List.copyOf(categories), 0, 0);
	}

	private static Double[] box(final double[] values) {
		final Double[] boxes = new Double[values.length];
		for (int i = 0; i < boxes.length; i++) boxes[i] = values[i];
		return boxes;
	}

	/** Whether a number says that its item belongs nowhere: noise, no group, not an outlier. */
	private static boolean isNone(final String column, final double value) {
		if (column.equals(Columns.CLUSTER)) return value < 0;
		return value == 0 && (column.endsWith("_group") || column.endsWith(Columns.OUTLIER));
	}

	private static String name(final String column, final double value) {
		final String number = value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
		if (column.equals(Columns.CLUSTER)) return value < 0 ? "Noise" : "Cluster " + number;
		if (column.endsWith(Columns.OUTLIER)) return value == 0 ? "No outlier" : "Outlier";
		if (column.endsWith("_group")) return value == 0 ? "No group" : "Group " + number;
		return number;
	}

	private static Coloring gradient(final Column column) {
		final double[] values = column.numbers();
		double lower = Double.POSITIVE_INFINITY;
		double upper = Double.NEGATIVE_INFINITY;
		for (final double value : values) {
			if (!Double.isFinite(value)) continue;
			lower = Math.min(lower, value);
			upper = Math.max(upper, value);
		}
		if (lower > upper) lower = upper = 0;
		final int[] rgb = new int[values.length];
		for (int i = 0; i < rgb.length; i++) {
			final double value = values[i];
			if (Double.isNaN(value)) rgb[i] = Palette.NONE;
			else rgb[i] = Palette.gradient(upper > lower ? (value - lower) / (upper - lower) : 0.5);
		}
		return new Coloring(column.name(), rgb, null, List.of(), lower, upper);
	}
}
