package sc.fiji.standout.view;

/** Draws the items of a plot as discs, with a ring around outliers, and above them what is picked. */
final class PointPainter {

	private PointPainter() {}

	/** The radius of the discs for a number of points, in units of length. */
	static double radius(final int points) {
		if (points <= 500) return 4.5;
		if (points <= 5000) return 3.5;
		if (points <= 20000) return 2.5;
		return points <= 200000 ? 1.75 : 1;
	}

	/** The distance of an outlier's ring from its point. */
	static double ringRadius(final int points) {
		return radius(points) + (points <= 20000 ? 2.5 : 1.25);
	}

	private static int opacity(final int points) {
		if (points <= 2000) return 256;
		if (points <= 20000) return 220;
		return points <= 200000 ? 180 : 100;
	}

	/** Draws all items. */
	static void paint(final PixelLayer layer, final PlotData data) {
		final int n = data.size();
		final double radius = radius(n) * layer.scale();
		final Sprite disc = Sprite.disc(radius);
		// a thin white edge keeps neighbours apart where there is room for it
		final Sprite edge = n <= 5000 ? Sprite.ring(radius, radius + 0.7 * layer.scale()) : null;
		final int opacity = opacity(n);
		for (final int i : data.order()) {
			if (edge != null) layer.stamp(edge, data.x()[i], data.y()[i], 0xffffff, 200);
			layer.stamp(disc, data.x()[i], data.y()[i], data.colors().rgb()[i], opacity);
		}
		if (data.outliers() == null) return;
		final double ring = ringRadius(n) * layer.scale();
		final double half = (n <= 5000 ? 0.7 : 0.5) * layer.scale();
		final Sprite rings = Sprite.ring(ring - half, ring + half);
		for (final int i : data.order()) {
			if (data.outliers()[i]) layer.stamp(rings, data.x()[i], data.y()[i], Palette.RING.getRGB() & 0xffffff, 256);
		}
	}

	/** Draws the picked items, all edges below all discs so that neighbours do not hide each other. */
	static void paintPicked(final PixelLayer layer, final PlotData data, final java.util.BitSet picked) {
		final double radius = radius(data.size()) * layer.scale();
		final double unit = (picked.cardinality() <= 2000 ? 1.0 : 0.6) * layer.scale();
		final Sprite[] marks = { Sprite.disc(radius + 3.2 * unit), Sprite.disc(radius + 2.2 * unit), Sprite.disc(radius) };
		for (int m = 0; m < marks.length; m++) {
			for (final int i : data.order()) {
				if (!picked.get(i)) continue;
				final int rgb = m == 0 ? 0x000000 : m == 1 ? Palette.PICKED.getRGB() & 0xffffff : data.colors().rgb()[i];
				layer.stamp(marks[m], data.x()[i], data.y()[i], rgb, 256);
			}
		}
	}
}
