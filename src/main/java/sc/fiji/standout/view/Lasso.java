package sc.fiji.standout.view;

import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;

/**
 * The inside of a path, made for asking about many points: a mask says for each cell of 1 x 1 pixels whether it lies
 * wholly inside or wholly outside, and only points in cells that the path itself goes through are tested against it.
 * The answer is always that of {@link Path2D#contains(double, double)}.
 */
final class Lasso implements Region {

	private static final byte OUTSIDE = 0;
	private static final byte INSIDE = 1;
	private static final byte BORDER = 2;
	/** A path larger than this has a mask of coarser cells. */
	private static final int MOST_CELLS = 1 << 24;

	private final Path2D path;
	private final double left;
	private final double top;
	private final double cell;
	private final int columns;
	private final int rows;
	private final byte[] mask;

	/** @param path closed, of straight lines, with its winding rule */
	Lasso(final Path2D path) {
		this.path = path;
		final Rectangle bounds = path.getBounds();
		double side = 1;
		while ((bounds.width / side + 4) * (bounds.height / side + 4) > MOST_CELLS) side *= 2;
		cell = side;
		// one cell more at each side, so that all that is farther away is outside
		left = bounds.x - cell;
		top = bounds.y - cell;
		columns = (int) (bounds.width / cell) + 4;
		rows = (int) (bounds.height / cell) + 4;
		mask = new byte[rows * columns];
		for (final double[] edge : edges(path)) markEdge(edge);
		for (int row = 0; row < rows; row++) fillRow(row);
	}

	@Override
	public boolean contains(final double x, final double y) {
		final double column = (x - left) / cell;
		final double row = (y - top) / cell;
		if (!(column >= 0 && row >= 0 && column < columns && row < rows)) return false;
		final byte state = mask[(int) row * columns + (int) column];
		return state == BORDER ? path.contains(x, y) : state == INSIDE;
	}

	// -- Helper methods --

	private static List<double[]> edges(final Path2D path) {
		final List<double[]> edges = new ArrayList<>();
		final double[] at = new double[6];
		double startX = 0;
		double startY = 0;
		double x = 0;
		double y = 0;
		for (final PathIterator i = path.getPathIterator(null, 0.1); !i.isDone(); i.next()) {
			final int type = i.currentSegment(at);
			final boolean close = type == PathIterator.SEG_CLOSE;
			if (type == PathIterator.SEG_MOVETO) {
				edges.add(new double[] { x, y, startX, startY });
				startX = at[0];
				startY = at[1];
			}
			else edges.add(new double[] { x, y, close ? startX : at[0], close ? startY : at[1] });
			x = close ? startX : at[0];
			y = close ? startY : at[1];
		}
		edges.add(new double[] { x, y, startX, startY });
		// before the first point there was no edge
		edges.remove(0);
		return edges;
	}

	/** Marks all cells that an edge touches, and one more at each side for what rounding may hide. */
	private void markEdge(final double[] edge) {
		final double x1 = (edge[0] - left) / cell;
		final double y1 = (edge[1] - top) / cell;
		final double x2 = (edge[2] - left) / cell;
		final double y2 = (edge[3] - top) / cell;
		final int last = Math.min(rows - 1, (int) Math.floor(Math.max(y1, y2)) + 1);
		for (int row = Math.max(0, (int) Math.floor(Math.min(y1, y2)) - 1); row <= last; row++) {
			// where the edge enters and leaves this row and its two neighbours
			final double a = y1 == y2 ? x1 : x1 + (clamp(row - 1, y1, y2) - y1) / (y2 - y1) * (x2 - x1);
			final double b = y1 == y2 ? x2 : x1 + (clamp(row + 2, y1, y2) - y1) / (y2 - y1) * (x2 - x1);
			final int from = Math.max(0, (int) Math.floor(Math.min(a, b)) - 1);
			final int to = Math.min(columns - 1, (int) Math.floor(Math.max(a, b)) + 1);
			for (int column = from; column <= to; column++) mask[row * columns + column] = BORDER;
		}
	}

	private static double clamp(final double value, final double end1, final double end2) {
		return Math.max(Math.min(end1, end2), Math.min(Math.max(end1, end2), value));
	}

	/** Between two border cells no edge is crossed, so one test speaks for the whole run of cells. */
	private void fillRow(final int row) {
		byte state = OUTSIDE;
		boolean known = true;
		for (int column = 0; column < columns; column++) {
			final int i = row * columns + column;
			if (mask[i] == BORDER) {
				known = false;
				continue;
			}
			if (!known) {
				state = path.contains(left + (column + 0.5) * cell, top + (row + 0.5) * cell) ? INSIDE : OUTSIDE;
				known = true;
			}
			mask[i] = state;
		}
	}
}
