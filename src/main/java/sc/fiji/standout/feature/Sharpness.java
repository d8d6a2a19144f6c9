package sc.fiji.standout.feature;

import sc.fiji.standout.item.Plane;

/** How much neighbouring pixels differ; the border is mirrored. */
final class Sharpness {

	private Sharpness() {}

	/**
	 * Standard deviation of the 8-neighbour Laplacian plus 0.5, clipped to 0...255, over the pixels inside.
	 *
	 * @param factor brings the values to the scale of 8 bits, or else everything would be clipped
	 */
	static double laplacian(final Plane plane, final double factor) {
		final int width = plane.width();
		final int height = plane.height();
		final float[] v = plane.values();
		double sum = 0;
		double squares = 0;
		int n = 0;
		for (int y = 0; y < height; y++) {
			final int up = Math.max(0, y - 1) * width;
			final int here = y * width;
			final int down = Math.min(height - 1, y + 1) * width;
			for (int x = 0; x < width; x++) {
				if (!plane.isInside(here + x)) continue;
				final int left = Math.max(0, x - 1);
				final int right = Math.min(width - 1, x + 1);
				final double around = (double) v[up + left] + v[up + x] + v[up + right] + v[here + left] + v[here + right] +
					v[down + left] + v[down + x] + v[down + right];
				final double e = Math.max(0, Math.min(255, factor * (8.0 * v[here + x] - around) + 0.5));
				sum += e;
				squares += e * e;
				n++;
			}
		}
		return Math.sqrt(Math.max(0, squares / n - sum / n * (sum / n)));
	}

	/** Mean length of the gradient (central differences) over the pixels inside, in values per pixel. */
	static double gradient(final Plane plane) {
		final int width = plane.width();
		final int height = plane.height();
		final float[] v = plane.values();
		double sum = 0;
		int n = 0;
		for (int y = 0; y < height; y++) {
			final int up = Math.max(0, y - 1) * width;
			final int here = y * width;
			final int down = Math.min(height - 1, y + 1) * width;
			for (int x = 0; x < width; x++) {
				if (!plane.isInside(here + x)) continue;
				final double dx = (v[here + Math.min(width - 1, x + 1)] - v[here + Math.max(0, x - 1)]) / 2.0;
				final double dy = (v[down + x] - v[up + x]) / 2.0;
				sum += Math.sqrt(dx * dx + dy * dy);
				n++;
			}
		}
		return sum / n;
	}

	/** Mean of the outermost pixels of the image. */
	static double borderMean(final Plane plane) {
		double sum = 0;
		int n = 0;
		for (int i = 0; i < plane.values().length; i++) {
			final int x = i % plane.width();
			final int y = i / plane.width();
			if (x > 0 && y > 0 && x < plane.width() - 1 && y < plane.height() - 1) continue;
			sum += plane.values()[i];
			n++;
		}
		return sum / n;
	}
}
