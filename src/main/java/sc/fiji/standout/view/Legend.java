package sc.fiji.standout.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** Says at the right of a plot what its colours and rings mean, with the number of items of each. */
final class Legend {

	/** The key of the outliers' entry, where categories count from 0. */
	static final int OUTLIERS = Integer.MAX_VALUE;

	private static final int ENTRY_HEIGHT = 20;
	private static final int LONGEST_NAME = 28;

	private Legend() {}

	/** @param height of the whole plot; where it has no room for all categories, the smallest are left out */
	static Title of(final PlotData data, final int height) {
		final Title legend = data.colors().isGradient() ? colorBar(data.colors()) : categories(data, height);
		legend.setPosition(RectangleEdge.RIGHT);
		return legend;
	}

	// -- Helper methods --

	private static Title categories(final PlotData data, final int height) {
		final LegendItemCollection items = new LegendItemCollection();
		final List<Coloring.Category> categories = data.colors().categories();
		final int room = Math.max(2, (height - 130) / ENTRY_HEIGHT - 2);
		final Set<Integer> shown = largest(categories, room);
		int others = 0;
		for (int c = 0; c < categories.size(); c++) {
			final Coloring.Category category = categories.get(c);
			if (shown.contains(c)) {
				items.add(disc(shorten(category.name()) + " (" + category.count() + ")", category.rgb(), c));
			}
			else others += category.count();
		}
		if (others > 0) items.add(disc((categories.size() - shown.size()) + " more (" + others + ")", 0xffffff, null));
		if (data.outliers() != null) items.add(ring("Outliers (" + data.outlierCount() + ")"));
		final LegendTitle legend = new LegendTitle(() -> items);
		legend.setItemFont(ScatterChart.FONT);
		legend.setItemPaint(Palette.TEXT);
		legend.setItemLabelPadding(new RectangleInsets(1, 4, 1, 4));
		legend.setMargin(10, 10, 4, 2);
		legend.setBackgroundPaint(null);
		return legend;
	}

	private static Set<Integer> largest(final List<Coloring.Category> categories, final int room) {
		return IntStream.range(0, categories.size()).boxed().sorted((a, b) -> categories.get(b).count() - categories.get(a)
			.count()).limit(room).collect(Collectors.toSet());
	}

	private static String shorten(final String name) {
		return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "\u2026";
	}

	private static LegendItem disc(final String text, final int rgb, final Integer category) {
		final Shape shape = new Ellipse2D.Double(-5, -5, 10, 10);
		final LegendItem item = new LegendItem(text, null, null, null, shape, new Color(rgb));
		item.setSeriesKey(category);
		return item;
	}

	private static LegendItem ring(final String text) {
		final Shape shape = new Ellipse2D.Double(-5, -5, 10, 10);
		final LegendItem item = new LegendItem(text, null, null, null, shape, Color.WHITE, new BasicStroke(1.5f),
			Palette.RING);
		item.setSeriesKey(OUTLIERS);
		return item;
	}

	private static Title colorBar(final Coloring colors) {
		final double lower = colors.lower();
		final double upper = colors.upper() > lower ? colors.upper() : lower + Math.max(1, Math.abs(lower));
		final NumberAxis axis = new NumberAxis(colors.title());
		axis.setRange(lower, upper);
		axis.setLabelFont(ScatterChart.FONT);
		axis.setLabelPaint(Palette.TEXT);
		axis.setTickLabelPaint(Palette.FAINT);
		axis.setTickLabelInsets(new RectangleInsets(8, 4, 8, 4));
		final PaintScaleLegend bar = new PaintScaleLegend(new Gradient(lower, upper), axis);
		bar.setAxisLocation(AxisLocation.BOTTOM_OR_RIGHT);
		bar.setAxisOffset(4);
		bar.setStripWidth(14);
		bar.setSubdivisionCount(200);
		bar.setStripOutlineVisible(false);
		bar.setBackgroundPaint(Color.WHITE);
		bar.setMargin(14, 14, 44, 4);
		return bar;
	}

	private record Gradient(double lower, double upper) implements PaintScale {

		@Override
		public double getLowerBound() {
			return lower;
		}

		@Override
		public double getUpperBound() {
			return upper;
		}

		@Override
		public Paint getPaint(final double value) {
			return new Color(Palette.gradient((value - lower) / (upper - lower)));
		}
	}
}
