package sc.fiji.standout.view;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

import sc.fiji.standout.study.Column;
import sc.fiji.standout.study.Columns;
import sc.fiji.standout.study.Study;

/** Scatter plots as pictures; needs no display. */
public final class ScatterPlot {

	private ScatterPlot() {}

	/**
	 * Draws the items of a study at two of its columns.
	 *
	 * @param x column along x, of numbers
	 * @param y column along y, of numbers
	 * @param color column that gives the colours, or "" for one colour; see {@link #defaultColor}
	 * @param width of the picture, at least 200 pixels
	 * @param height of the picture, at least 150 pixels
	 * @return an opaque picture
	 * @throws IllegalArgumentException when a column does not exist, x or y holds texts, or the picture is too small
	 */
	public static BufferedImage render(final Study study, final String x, final String y, final String color,
		final int width, final int height)
	{
		if (width < 200 || height < 150) throw new IllegalArgumentException("A plot of " + width + " x " + height +
			" pixels is too small; it needs at least 200 x 150.");
		final PlotData data = PlotData.of(study, x, y, color);
		return picture(data, null, study.items().description(), Summary.of(study, data), width, height, 1).image();
	}

	/** The column that tells most about the items at this moment: cluster, outlier_score, label or, failing all, "". */
	public static String defaultColor(final Study study) {
		for (final String name : new String[] { Columns.CLUSTER, Columns.OUTLIER_SCORE, Columns.LABEL }) {
			final Column column = study.column(name);
			if (column == null) continue;
			if (!column.isText()) return name;
			for (final String text : column.texts()) if (!text.isBlank()) return name;
		}
		return "";
	}

	/**
	 * The columns along x and y that show where the items lie: the first two dimensions of the embedding. Where it has one
	 * dimension only, the items are told apart by their numbers along y.
	 *
	 * @return two names, or null where there is no embedding yet
	 */
	public static String[] defaultAxes(final Study study) {
		if (study.embedding() == null) return null;
		return new String[] { Columns.EMBEDDING_X, study.embedding().columns() > 1 ? Columns.EMBEDDING_Y : Columns.ITEM };
	}

	/** A picture and where things lie in it, in the coordinates before scaling. */
	record Picture(BufferedImage image, ScatterChart.Drawn drawn) {}

	/** @param scale dots of the picture for each unit of length */
	static Picture picture(final PlotData data, final DataRange range, final String title, final String subtitle,
		final int width, final int height, final double scale)
	{
		final BufferedImage image = new BufferedImage((int) Math.ceil(width * scale), (int) Math.ceil(height * scale),
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = image.createGraphics();
		try {
			graphics.scale(scale, scale);
			return new Picture(image, ScatterChart.draw(graphics, data, range, title, subtitle, width, height));
		}
		finally {
			graphics.dispose();
		}
	}
}
