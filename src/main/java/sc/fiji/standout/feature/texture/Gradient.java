package sc.fiji.standout.feature.texture;

import sc.fiji.standout.item.Plane;

/** Central differences, the border pixels repeated. */
final class Gradient {

	private final Plane plane;
	/** Strength at the last pixel asked for, in values per pixel. */
	double magnitude;
	/** Its parts to the right and downwards. */
	double dx;
	double dy;

	Gradient(final Plane plane) {
		this.plane = plane;
	}

	/** Direction of ascent at the last pixel asked for, from -pi to pi, 0 = to the right, pi / 2 = down. */
	double angle() {
		return Math.atan2(dy, dx);
	}

	void at(final int x, final int y) {
		final int width = plane.width();
		final float[] v = plane.values();
		final int row = y * width;
		dx = (v[row + Math.min(x + 1, width - 1)] - v[row + Math.max(x - 1, 0)]) / 2;
		dy = (v[Math.min(y + 1, plane.height() - 1) * width + x] - v[Math.max(y - 1, 0) * width + x]) / 2;
		magnitude = Math.sqrt(dx * dx + dy * dy);
	}
}
