package sc.fiji.standout.view;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.BitSet;

import javax.swing.JComponent;

import sc.fiji.standout.study.Selection;
import sc.fiji.standout.study.Study;

/**
 * Shows a scatter plot. Axes and points are drawn once into a picture that is kept until data, zoom or size change;
 * what changes more often is drawn over it.
 */
final class PlotPanel extends JComponent {

	private static final long serialVersionUID = 1L;

	private final transient Study study;
	private final transient Thumbnails thumbnails;
	private final transient PlotOverlay overlay = new PlotOverlay();
	private transient PlotData data;
	private transient Captions captions;
	private transient DataRange zoom;
	private transient ScatterPlot.Picture picture;
	private double pictureScale = 1;
	private transient BitSet picked = new BitSet();
	private int focus = -1;
	private int hovered = -1;
	private transient Shape rubber;

	PlotPanel(final Study study, final PlotData data) {
		this.study = study;
		thumbnails = new Thumbnails(study.items(), HoverCard.PICTURE, this::repaint);
		setPreferredSize(new Dimension(900, 640));
		setFocusable(true);
		setOpaque(true);
		setData(data);
		selectionChanged();
	}

	PlotData data() {
		return data;
	}

	/** Shows other data, as far zoomed in as before where the axes are the same. */
	void setData(final PlotData newData) {
		if (data == null || !data.xName().equals(newData.xName()) || !data.yName().equals(newData.yName()) || !DataRange.of(
			data).equals(DataRange.of(newData))) zoom = null;
		data = newData;
		captions = Captions.of(study);
		hovered = -1;
		redraw();
	}

	/** Where the data lies in this component. */
	Viewport viewport() {
		return drawn().viewport();
	}

	/** The category whose legend entry is at a point, or -1. */
	int legendCategory(final int x, final int y) {
		return drawn().category(x, y);
	}

	/** Zooms around a point of this component; a factor above 1 shows more. */
	void zoom(final double factor, final double x, final double y) {
		final Viewport v = viewport();
		zoom = range(v).zoomed(factor, v.dataX(x), v.dataY(y));
		redraw();
	}

	/** Moves what is shown by pixels. */
	void pan(final double dx, final double dy) {
		final Viewport v = viewport();
		zoom = range(v).moved(-dx / v.width() * (v.maxX() - v.minX()), dy / v.height() * (v.maxY() - v.minY()));
		redraw();
	}

	/** Shows all points. */
	void fit() {
		zoom = null;
		redraw();
	}

	/** To be called on the event thread. */
	void selectionChanged() {
		final Selection selection = study.selection();
		final BitSet bits = new BitSet();
		for (final int item : selection.items()) bits.set(item);
		picked = bits;
		focus = selection.focus();
		repaint();
	}

	/** @param shape that the user is drawing, or null */
	void setRubber(final Shape shape) {
		rubber = shape;
		repaint();
	}

	/** @param item whose card is shown, or -1 */
	void setHovered(final int item) {
		if (item == hovered) return;
		hovered = item;
		repaint();
	}

	int hovered() {
		return hovered;
	}

	/** The plot as it is seen, without the card and unfinished shapes, with more dots for printing. */
	BufferedImage toImage(final double scale) {
		final ScatterPlot.Picture big = ScatterPlot.picture(data, zoom, study.items().description(), Summary.of(study,
			data), width(), height(), scale);
		final Graphics2D graphics = big.image().createGraphics();
		graphics.scale(scale, scale);
		new PlotOverlay().paint(graphics, data, big.drawn().viewport(), picked, focus);
		graphics.dispose();
		return big.image();
	}

	void close() {
		thumbnails.close();
	}

	@Override
	protected void paintComponent(final Graphics g) {
		final Graphics2D graphics = (Graphics2D) g.create();
		final AffineTransform device = graphics.getTransform();
		if (device.getScaleX() != pictureScale) {
			pictureScale = device.getScaleX();
			picture = null;
		}
		final Viewport v = viewport();
		graphics.setTransform(AffineTransform.getTranslateInstance(device.getTranslateX(), device.getTranslateY()));
		graphics.drawImage(picture.image(), 0, 0, null);
		graphics.setTransform(device);
		overlay.paint(graphics, data, v, picked, focus);
		if (rubber != null) PlotOverlay.paintRubber(graphics, rubber);
		else if (hovered >= 0) {
			graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
			HoverCard.paint(graphics, (int) v.screenX(data.x()[hovered]), (int) v.screenY(data.y()[hovered]), getWidth(),
				getHeight(), captions.lines(hovered), thumbnails.get(hovered));
		}
		graphics.dispose();
	}

	// -- Helper methods --

	private void redraw() {
		picture = null;
		repaint();
	}

	private ScatterChart.Drawn drawn() {
		if (picture == null || picture.image().getWidth() != (int) Math.ceil(width() * pictureScale) || picture.image()
			.getHeight() != (int) Math.ceil(height() * pictureScale))
		{
			picture = ScatterPlot.picture(data, zoom, "", "", width(), height(), pictureScale);
		}
		return picture.drawn();
	}

	private int width() {
		return Math.max(50, getWidth());
	}

	private int height() {
		return Math.max(50, getHeight());
	}

	private static DataRange range(final Viewport v) {
		return new DataRange(v.minX(), v.maxX(), v.minY(), v.maxY());
	}
}
