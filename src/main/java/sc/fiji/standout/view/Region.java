package sc.fiji.standout.view;

/** Part of the screen. */
interface Region {

	boolean contains(double x, double y);

	/** From one corner to the opposite one, borders included. */
	static Region rectangle(final double x1, final double y1, final double x2, final double y2) {
		final double left = Math.min(x1, x2);
		final double right = Math.max(x1, x2);
		final double top = Math.min(y1, y2);
		final double bottom = Math.max(y1, y2);
		return (x, y) -> x >= left && x <= right && y >= top && y <= bottom;
	}
}
