package sc.fiji.standout.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleInsets;

/** What all our charts look like: dark on white, with a light grid. */
final class ChartStyle {

	/** Of the numbers along the axes. */
	static final Font SMALL = ScatterChart.FONT.deriveFont(11f);

	private ChartStyle() {}

	static <A extends ValueAxis> A styled(final A axis) {
		axis.setLabelFont(ScatterChart.FONT);
		axis.setLabelPaint(Palette.TEXT);
		axis.setTickLabelFont(SMALL);
		axis.setTickLabelPaint(Palette.FAINT);
		axis.setAxisLinePaint(Palette.FAINT);
		axis.setTickMarkPaint(Palette.FAINT);
		return axis;
	}

	/**
	 * A chart without a legend.
	 *
	 * @param title "" for none
	 * @param subtitle "" for none
	 */
	static JFreeChart chart(final XYPlot plot, final String title, final String subtitle) {
		plot.setBackgroundPaint(Color.WHITE);
		plot.setDomainGridlinePaint(Palette.GRID);
		plot.setRangeGridlinePaint(Palette.GRID);
		plot.setDomainGridlineStroke(new BasicStroke(1));
		plot.setRangeGridlineStroke(new BasicStroke(1));
		plot.setOutlineVisible(false);
		plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
		final JFreeChart chart = new JFreeChart(null, ScatterChart.TITLE, plot, false);
		chart.setBackgroundPaint(Color.WHITE);
		chart.setPadding(new RectangleInsets(8, 8, 8, 12));
		if (!title.isEmpty()) chart.addSubtitle(0, title(title, ScatterChart.TITLE, Palette.TEXT));
		if (!subtitle.isEmpty()) chart.addSubtitle(title(subtitle, ScatterChart.FONT, Palette.FAINT));
		return chart;
	}

	private static TextTitle title(final String text, final Font font, final Color color) {
		final TextTitle title = new TextTitle(text, font);
		title.setPaint(color);
		title.setPadding(2, 2, 3, 2);
		return title;
	}
}
