package sc.fiji.standout.view;

import java.awt.Cursor;
import java.awt.Point;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.BitSet;
import java.util.stream.IntStream;

import javax.swing.SwingUtilities;

import sc.fiji.standout.study.Selection;

/** What the mouse does in a plot: pick by click, rectangle or lasso, move, zoom, and show the item under it. */
final class PlotMouse extends MouseAdapter {

	/** A press and release no farther apart than this, in pixels, is a click. */
	private static final int CLICK = 3;

	private final PlotPanel panel;
	private final Selection selection;
	private final Object origin;
	private Tool tool = Tool.RECTANGLE;
	private Point pressed;
	private Point last;
	private boolean dragging;
	private boolean panning;
	private Path2D lasso;

	/** @param origin who is said to have changed the selection */
	PlotMouse(final PlotPanel panel, final Selection selection, final Object origin) {
		this.panel = panel;
		this.selection = selection;
		this.origin = origin;
	}

	void setTool(final Tool tool) {
		this.tool = tool;
		panel.setCursor(Cursor.getPredefinedCursor(tool == Tool.PAN ? Cursor.MOVE_CURSOR : Cursor.CROSSHAIR_CURSOR));
	}

	@Override
	public void mousePressed(final MouseEvent e) {
		panel.requestFocusInWindow();
		if (!SwingUtilities.isLeftMouseButton(e) && !SwingUtilities.isMiddleMouseButton(e)) return;
		pressed = last = e.getPoint();
		dragging = false;
		panning = tool == Tool.PAN || SwingUtilities.isMiddleMouseButton(e);
		lasso = new Path2D.Double(Path2D.WIND_NON_ZERO);
		lasso.moveTo(e.getX(), e.getY());
		panel.setHovered(-1);
	}

	@Override
	public void mouseDragged(final MouseEvent e) {
		if (pressed == null || !dragging && pressed.distance(e.getPoint()) <= CLICK) return;
		dragging = true;
		if (panning) panel.pan(e.getX() - last.x, e.getY() - last.y);
		else if (tool == Tool.LASSO) {
			if (last.distance(e.getPoint()) < 2) return;
			lasso.lineTo(e.getX(), e.getY());
			panel.setRubber(lasso);
		}
		else panel.setRubber(new Rectangle2D.Double(Math.min(pressed.x, e.getX()), Math.min(pressed.y, e.getY()), Math.abs(
			pressed.x - e.getX()), Math.abs(pressed.y - e.getY())));
		last = e.getPoint();
	}

	@Override
	public void mouseReleased(final MouseEvent e) {
		if (pressed == null) return;
		final Point start = pressed;
		pressed = null;
		panel.setRubber(null);
		if (!dragging) {
			if (SwingUtilities.isLeftMouseButton(e)) click(e);
		}
		else if (!panning) {
			if (tool == Tool.LASSO) lasso.closePath();
			pick(e, Picker.inside(panel.data(), panel.viewport(), tool == Tool.LASSO ? new Lasso(lasso) : Region.rectangle(
				start.x, start.y, e.getX(), e.getY())));
		}
	}

	@Override
	public void mouseMoved(final MouseEvent e) {
		panel.setHovered(Picker.nearest(panel.data(), panel.viewport(), e.getX(), e.getY()));
	}

	@Override
	public void mouseExited(final MouseEvent e) {
		panel.setHovered(-1);
	}

	@Override
	public void mouseWheelMoved(final MouseWheelEvent e) {
		if (!panel.viewport().shows(e.getX(), e.getY())) return;
		panel.setHovered(-1);
		panel.zoom(Math.pow(1.15, e.getPreciseWheelRotation()), e.getX(), e.getY());
	}

	// -- Helper methods --

	private void click(final MouseEvent e) {
		if (e.getClickCount() == 2) {
			panel.fit();
			return;
		}
		final PlotData data = panel.data();
		final int category = panel.legendCategory(e.getX(), e.getY());
		if (category >= 0) {
			pick(e, category == Legend.OUTLIERS ? IntStream.range(0, data.size()).filter(data::isOutlier).toArray() : data
				.category(category));
			return;
		}
		final int item = Picker.nearest(data, panel.viewport(), e.getX(), e.getY());
		if (item >= 0 && (e.isShiftDown() || e.isAltDown())) selection.toggle(item, origin);
		else if (item >= 0) selection.set(new int[] { item }, origin);
		else if (!e.isShiftDown() && !e.isAltDown()) selection.clear(origin);
	}

	private void pick(final MouseEvent e, final int[] items) {
		if (e.isShiftDown()) {
			if (items.length > 0) selection.add(items, origin);
		}
		else if (e.isAltDown()) {
			final BitSet kept = new BitSet();
			for (final int item : selection.items()) kept.set(item);
			for (final int item : items) kept.clear(item);
			selection.set(kept.stream().toArray(), origin);
		}
		else selection.set(items, origin);
	}
}
