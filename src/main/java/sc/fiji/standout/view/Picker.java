package sc.fiji.standout.view;

import java.util.Arrays;

/** Finds the items at a place of the screen. */
final class Picker {

	/** How far from a point, in pixels, a click still picks it. */
	static final double REACH = 8;

	private Picker() {}

	/** The item drawn nearest to a point of the screen, the topmost of several, or -1 where none is within reach. */
	static int nearest(final PlotData data, final Viewport viewport, final double x, final double y) {
		int nearest = -1;
		double least = REACH * REACH;
		for (final int i : data.order()) {
			final double screenX = viewport.screenX(data.x()[i]);
			final double screenY = viewport.screenY(data.y()[i]);
			final double dx = screenX - x;
			final double dy = screenY - y;
			final double distance = dx * dx + dy * dy;
			if (distance <= least && viewport.shows(screenX, screenY)) {
				least = distance;
				nearest = i;
			}
		}
		return nearest;
	}

	/** The items that are seen in a region of the screen, ascending. */
	static int[] inside(final PlotData data, final Viewport viewport, final Region region) {
		final int[] inside = new int[data.order().length];
		int count = 0;
		for (final int i : data.order()) {
			final double x = viewport.screenX(data.x()[i]);
			final double y = viewport.screenY(data.y()[i]);
			if (viewport.shows(x, y) && region.contains(x, y)) inside[count++] = i;
		}
		Arrays.sort(inside, 0, count);
		return Arrays.copyOf(inside, count);
	}
}
