package sc.fiji.standout.view;

/** The part of the plane that a plot shows. */
record DataRange(double minX, double maxX, double minY, double maxY) {

	private static final double MARGIN = 0.04;

	/** The smallest range that shows all points of finite place, and a margin. */
	static DataRange of(final PlotData data) {
		double minX = Double.POSITIVE_INFINITY;
		double maxX = Double.NEGATIVE_INFINITY;
		double minY = Double.POSITIVE_INFINITY;
		double maxY = Double.NEGATIVE_INFINITY;
		for (final int i : data.order()) {
			minX = Math.min(minX, data.x()[i]);
			maxX = Math.max(maxX, data.x()[i]);
			minY = Math.min(minY, data.y()[i]);
			maxY = Math.max(maxY, data.y()[i]);
		}
		if (data.order().length == 0) return new DataRange(0, 1, 0, 1);
		final double marginX = margin(minX, maxX);
		final double marginY = margin(minY, maxY);
		return new DataRange(minX - marginX, maxX + marginX, minY - marginY, maxY + marginY);
	}

	double width() {
		return maxX - minX;
	}

	double height() {
		return maxY - minY;
	}

	/** Zooms so that the point (x, y) stays where it is; a factor above 1 shows more. */
	DataRange zoomed(final double factor, final double x, final double y) {
		return new DataRange(x + (minX - x) * factor, x + (maxX - x) * factor, y + (minY - y) * factor, y + (maxY - y) *
			factor).or(this);
	}

	DataRange moved(final double dx, final double dy) {
		return new DataRange(minX + dx, maxX + dx, minY + dy, maxY + dy).or(this);
	}

	/** The smallest range around this one that is as wide and high as the given pixels, a unit being alike in both. */
	DataRange withEqualUnits(final double pixelsWide, final double pixelsHigh) {
		final double unit = Math.max(width() / pixelsWide, height() / pixelsHigh);
		final double moreX = (unit * pixelsWide - width()) / 2;
		final double moreY = (unit * pixelsHigh - height()) / 2;
		return new DataRange(minX - moreX, maxX + moreX, minY - moreY, maxY + moreY);
	}

	/** This range, or the other where double precision cannot tell this one's ends apart well enough to draw axes. */
	private DataRange or(final DataRange other) {
		return resolved(minX, maxX) && resolved(minY, maxY) ? this : other;
	}

	private static boolean resolved(final double min, final double max) {
		final double size = Math.max(Math.abs(min), Math.abs(max));
		return max - min > size * 1e-12 && max - min > 1e-300 && size < 1e300;
	}

	private static double margin(final double min, final double max) {
		final double margin = (max - min) * MARGIN;
		if (margin > Math.max(Math.abs(min), Math.abs(max)) * 1e-12) return margin;
		return min == 0 ? 0.5 : Math.abs(min) * 0.05;
	}
}
