package sc.fiji.standout.view;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.entity.LegendItemEntity;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;

/** Draws a scatter plot with axes, title and legend; JFreeChart lays it out, the points are drawn by ourselves. */
final class ScatterChart {

	/**
	 * Where things were drawn.
	 *
	 * @param viewport the data area
	 * @param legend what a click in the legend picks
	 */
	record Drawn(Viewport viewport, List<LegendEntry> legend) {

		/** The category whose legend entry is at a point, or -1. */
		int category(final double x, final double y) {
			for (final LegendEntry entry : legend) if (entry.area().contains(x, y)) return entry.category();
			return -1;
		}
	}

	/** One entry of the legend. */
	record LegendEntry(Rectangle2D area, int category) {}

	static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
	static final Font TITLE = FONT.deriveFont(Font.BOLD, 15f);

	private ScatterChart() {}

	/**
	 * @param range what to show, or null for all; made wider or higher where a unit must be as long along both axes
	 */
	static Drawn draw(final Graphics2D graphics, final PlotData data, final DataRange range, final String title,
		final String subtitle, final int width, final int height)
	{
		final Rectangle2D area = new Rectangle2D.Double(0, 0, width, height);
		graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		final XYPlot plot = new ItemsPlot(ChartStyle.styled(new NumberAxis(data.xName())), ChartStyle.styled(
			new NumberAxis(data.yName())), data.isEmbedding());
		final DataRange asked = range == null ? DataRange.of(data) : range;
		plot.getDomainAxis().setRange(asked.minX(), asked.maxX());
		plot.getRangeAxis().setRange(asked.minY(), asked.maxY());
		final JFreeChart chart = ChartStyle.chart(plot, title, subtitle);
		chart.addSubtitle(Legend.of(data, height));
		plot.addAnnotation(new Points(data));
		final ChartRenderingInfo info = new ChartRenderingInfo();
		chart.draw(graphics, area, info);
		return new Drawn(viewport(plot, info.getPlotInfo().getDataArea()), legend(info));
	}

	/** Knows its data area before it draws the axes, and can so make units equally long. */
	private static final class ItemsPlot extends XYPlot {

		private static final long serialVersionUID = 1L;
		private final boolean equalUnits;

		ItemsPlot(final NumberAxis x, final NumberAxis y, final boolean equalUnits) {
			super(null, x, y, null);
			this.equalUnits = equalUnits;
		}

		@Override
		protected AxisSpace calculateAxisSpace(final Graphics2D graphics, final Rectangle2D plotArea) {
			final AxisSpace space = axisSpace((NumberAxis) getRangeAxis(), graphics);
			final Rectangle2D room = space.shrink(plotArea, null);
			if (equalUnits && room.getWidth() > 1 && room.getHeight() > 1) {
				final DataRange range = range(this).withEqualUnits(room.getWidth(), room.getHeight());
				getDomainAxis().setRange(range.minX(), range.maxX());
				getRangeAxis().setRange(range.minY(), range.maxY());
			}
			return space;
		}
	}

	/** Draws the items where the axes put them. */
	private static final class Points extends AbstractXYAnnotation {

		private static final long serialVersionUID = 1L;
		private final transient PlotData data;

		Points(final PlotData data) {
			this.data = data;
		}

		@Override
		public void draw(final Graphics2D graphics, final XYPlot plot, final Rectangle2D dataArea,
			final ValueAxis domainAxis, final ValueAxis rangeAxis, final int rendererIndex, final PlotRenderingInfo info)
		{
			final PixelLayer layer = new PixelLayer(viewport(plot, dataArea), graphics.getTransform().getScaleX());
			PointPainter.paint(layer, data);
			layer.draw(graphics);
		}
	}

	// -- Helper methods --

	/** Fixed room for the tick labels, so that the data area does not jump while the user zooms. */
	private static AxisSpace axisSpace(final NumberAxis axis, final Graphics2D graphics) {
		final NumberTickUnit tick = (NumberTickUnit) axis.getStandardTickUnits().getCeilingTickUnit(axis.getRange()
			.getLength() / 10);
		final FontMetrics metrics = graphics.getFontMetrics(ChartStyle.SMALL);
		final int widest = Math.max(metrics.stringWidth(tick.valueToString(axis.getLowerBound())), metrics.stringWidth(tick
			.valueToString(axis.getUpperBound())));
		final AxisSpace space = new AxisSpace();
		space.setLeft(Math.max(52, Math.min(140, widest + 36)));
		space.setBottom(44);
		return space;
	}

	private static DataRange range(final XYPlot plot) {
		final Range x = plot.getDomainAxis().getRange();
		final Range y = plot.getRangeAxis().getRange();
		return new DataRange(x.getLowerBound(), x.getUpperBound(), y.getLowerBound(), y.getUpperBound());
	}

	private static Viewport viewport(final XYPlot plot, final Rectangle2D area) {
		final DataRange range = range(plot);
		return new Viewport(area.getX(), area.getY(), area.getWidth(), area.getHeight(), range.minX(), range.maxX(), range
			.minY(), range.maxY());
	}

	private static List<LegendEntry> legend(final ChartRenderingInfo info) {
		final List<LegendEntry> entries = new ArrayList<>();
		for (final Object entity : info.getEntityCollection().getEntities()) {
			if (entity instanceof LegendItemEntity item && item.getSeriesKey() instanceof Integer category) {
				entries.add(new LegendEntry(item.getArea().getBounds2D(), category));
			}
		}
		return entries;
	}
}
