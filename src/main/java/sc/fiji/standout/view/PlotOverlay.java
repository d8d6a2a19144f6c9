package sc.fiji.standout.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.BitSet;

/** What lies above the points of a plot: the picked ones, the one in focus, and the rectangle or lasso being drawn. */
final class PlotOverlay {

	private PixelLayer layer;
	private BitSet layerPicked;
	private PlotData layerData;
	private Viewport layerViewport;

	/** @param focus item in focus, or -1 */
	void paint(final Graphics2D graphics, final PlotData data, final Viewport viewport, final BitSet picked,
		final int focus)
	{
		if (!picked.isEmpty()) {
			if (layer == null || layerPicked != picked || layerData != data || layerViewport != viewport || layer
				.scale() != graphics.getTransform().getScaleX()) {
				layer = new PixelLayer(viewport, graphics.getTransform().getScaleX());
				PointPainter.paintPicked(layer, data, picked);
				layerPicked = picked;
				layerData = data;
				layerViewport = viewport;
			}
			layer.draw(graphics);
		}
		else layer = null;
		if (focus >= 0) paintFocus(graphics, viewport.screenX(data.x()[focus]), viewport.screenY(data.y()[focus]), viewport,
			PointPainter.radius(data.size()));
	}

	/** A ring with four hairs; a white edge keeps it visible over points of any colour. */
	private static void paintFocus(final Graphics2D graphics, final double x, final double y, final Viewport viewport,
		final double radius)
	{
		if (!viewport.shows(x, y)) return;
		final double ring = radius + 7;
		final Shape[] parts = { new Ellipse2D.Double(x - ring, y - ring, 2 * ring, 2 * ring), //
			new Line2D.Double(x - ring - 7, y, x - ring, y), new Line2D.Double(x + ring, y, x + ring + 7, y), //
			new Line2D.Double(x, y - ring - 7, x, y - ring), new Line2D.Double(x, y + ring, x, y + ring + 7) };
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		for (int pass = 0; pass < 2; pass++) {
			graphics.setColor(pass == 0 ? Color.WHITE : Palette.FOCUS);
			graphics.setStroke(new BasicStroke(pass == 0 ? 4.5f : 2.2f));
			for (final Shape part : parts) graphics.draw(part);
		}
	}

	static void paintRubber(final Graphics2D graphics, final Shape rubber) {
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		graphics.setColor(new Color(0x33, 0x33, 0x33, 24));
		graphics.fill(rubber);
		graphics.setColor(Palette.TEXT);
		final float[] dashes = { 5, 4 };
		graphics.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, dashes, 0));
		graphics.draw(rubber);
	}
}
