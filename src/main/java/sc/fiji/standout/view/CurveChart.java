package sc.fiji.standout.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws learning curves by epoch, and marks the best one. */
final class CurveChart {

	/** Of more points than these the line alone is drawn. */
	private static final int MOST_DOTS = 50;
	private static final double FEWEST_EPOCHS = 4;
	private static final Shape DOT = new Ellipse2D.Double(-2.5, -2.5, 5, 5);
	private static final Shape RING = new Ellipse2D.Double(-6, -6, 12, 12);
	private static final Stroke LINE = new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
	private static final Stroke DASHES = new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1,
		new float[] { 4, 3 }, 0);

	private CurveChart() {}

	/**
	 * @param logarithmic whether equal factors of the loss are equally high; values that are not above 0 are left out then
	 * @return where the data area lies, its y in the loss itself where linear, in its logarithm to base 10 otherwise
	 */
	static Viewport draw(final Graphics2D graphics, final List<LearningCurves.Curve> curves, final boolean logarithmic,
		final String title, final String subtitle, final int width, final int height)
	{
		graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		final XYSeriesCollection data = new XYSeriesCollection();
		final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
		for (int c = 0; c < curves.size(); c++) {
			data.addSeries(series(curves.get(c), c, logarithmic));
			final Color color = new Color(Palette.category(c));
			renderer.setSeriesPaint(c, color);
			renderer.setSeriesStroke(c, LINE);
			renderer.setSeriesShape(c, DOT);
			renderer.setSeriesShapesVisible(c, curves.get(c).size() <= MOST_DOTS);
			renderer.setLegendTextPaint(c, Palette.TEXT);
		}
		final Range x = epochs(curves);
		final Range y = losses(data, logarithmic);
		final NumberAxis across = ChartStyle.styled(new NumberAxis("Epoch"));
		across.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
		across.setRange(x);
		final ValueAxis up = ChartStyle.styled(logarithmic ? new LossAxis("Loss") : new NumberAxis("Loss"));
		up.setRange(y);
		final XYPlot plot = new XYPlot(data, across, up, renderer);
		mark(plot, renderer, data, LearningCurves.best(curves), x);
		final JFreeChart chart = ChartStyle.chart(plot, title, subtitle);
		chart.addSubtitle(legend(plot));
		final ChartRenderingInfo info = new ChartRenderingInfo(null);
		chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height), info);
		final Rectangle2D area = info.getPlotInfo().getDataArea();
		return new Viewport(area.getX(), area.getY(), area.getWidth(), area.getHeight(), x.getLowerBound(), x
			.getUpperBound(), scaled(y.getLowerBound(), logarithmic), scaled(y.getUpperBound(), logarithmic));
	}

	// -- Helper methods --

	private static double scaled(final double y, final boolean logarithmic) {
		return logarithmic ? Math.log10(y) : y;
	}

	/** A curve with gaps where a value cannot be drawn. */
	private static XYSeries series(final LearningCurves.Curve curve, final int key, final boolean logarithmic) {
		// the key keeps curves of the same name apart
		final XYSeries series = new XYSeries(key, false, true);
		series.setDescription(curve.name());
		for (int i = 0; i < curve.size(); i++) {
			final double y = curve.y()[i];
			series.add(curve.x()[i], Double.isFinite(y) && (y > 0 || !logarithmic) ? y : Double.NaN, false);
		}
		return series;
	}

	private static Range epochs(final List<LearningCurves.Curve> curves) {
		double first = Double.POSITIVE_INFINITY;
		double last = Double.NEGATIVE_INFINITY;
		for (final LearningCurves.Curve curve : curves) {
			for (final double x : curve.x()) {
				first = Math.min(first, x);
				last = Math.max(last, x);
			}
		}
		if (first > last) first = last = 1;
		last = Math.max(last, first + FEWEST_EPOCHS);
		final double margin = (last - first) * 0.02;
		return new Range(first - margin, last + margin);
	}

	/** All losses and a margin; with 0 where that costs less than half of the height. */
	private static Range losses(final XYSeriesCollection data, final boolean logarithmic) {
		double lower = Double.POSITIVE_INFINITY;
		double upper = Double.NEGATIVE_INFINITY;
		for (int s = 0; s < data.getSeriesCount(); s++) {
			for (int i = 0; i < data.getItemCount(s); i++) {
				final double y = data.getYValue(s, i);
				if (Double.isNaN(y)) continue;
				lower = Math.min(lower, y);
				upper = Math.max(upper, y);
			}
		}
		if (lower > upper) return new Range(logarithmic ? 0.1 : 0, 1);
		if (logarithmic) {
			final double factor = Math.max(1.05, Math.pow(upper / lower, 0.06));
			return new Range(lower / factor, upper * factor);
		}
		if (lower > 0 && lower < upper / 2) lower = 0;
		final double margin = upper > lower ? (upper - lower) * 0.06 : Math.max(Math.abs(upper) * 0.05, 1e-12);
		return new Range(lower == 0 ? 0 : lower - margin, upper + margin);
	}

	private static void mark(final XYPlot plot, final XYLineAndShapeRenderer renderer, final XYSeriesCollection data,
		final LearningCurves.Best best, final Range x)
	{
		if (best == null) return;
		final ValueMarker line = new ValueMarker(best.x(), Palette.FAINT, DASHES);
		line.setLabel("best: epoch " + LearningCurves.whole(best.x()));
		line.setLabelFont(ScatterChart.FONT);
		line.setLabelPaint(Palette.TEXT);
		line.setLabelBackgroundColor(new Color(255, 255, 255, 200));
		final boolean left = best.x() > x.getCentralValue();
		line.setLabelAnchor(left ? RectangleAnchor.TOP_LEFT : RectangleAnchor.TOP_RIGHT);
		line.setLabelTextAnchor(left ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
		line.setLabelOffset(new RectangleInsets(4, 6, 4, 6));
		plot.addDomainMarker(line, Layer.BACKGROUND);
		final int ring = data.getSeriesCount();
		final XYSeries point = new XYSeries(ring);
		point.add(best.x(), best.y());
		data.addSeries(point);
		renderer.setSeriesLinesVisible(ring, false);
		renderer.setSeriesShapesVisible(ring, true);
		renderer.setSeriesShapesFilled(ring, false);
		renderer.setSeriesShape(ring, RING);
		renderer.setSeriesPaint(ring, Palette.TEXT);
		renderer.setSeriesOutlineStroke(ring, LINE);
		renderer.setSeriesStroke(ring, LINE);
		renderer.setSeriesVisibleInLegend(ring, false);
	}

	private static LegendTitle legend(final XYPlot plot) {
		final XYLineAndShapeRenderer renderer = (XYLineAndShapeRenderer) plot.getRenderer();
		renderer.setLegendItemLabelGenerator((data, series) -> ((XYSeriesCollection) data).getSeries(series)
			.getDescription());
		final LegendTitle legend = new LegendTitle(plot);
		legend.setItemFont(ScatterChart.FONT);
		legend.setItemPaint(Palette.TEXT);
		legend.setItemLabelPadding(new RectangleInsets(1, 4, 1, 10));
		legend.setBackgroundPaint(null);
		legend.setPosition(RectangleEdge.TOP);
		legend.setMargin(2, 0, 4, 0);
		return legend;
	}
}
