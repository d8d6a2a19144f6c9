package sc.fiji.standout.feature;

import java.util.Arrays;

import sc.fiji.standout.item.Plane;

/**
 * What lies in the picture, by Otsu's threshold (1979). The side of the threshold that holds fewer of the border pixels
 * is the object, so that dark objects on a bright ground are found too.
 *
 * @param threshold values above it are bright
 * @param bright whether the object is brighter than the ground
 * @param fraction of the pixels that belong to objects, 0 to 1
 * @param objects how many connected ones (8-connected) have at least 1 % of the pixels
 * @param largest fraction of the pixels in the largest one
 * @param border fraction of the border pixels that belong to objects
 * @param offsetX centre of mass of the objects, right of the image's centre, in half widths, -1 to 1
 * @param offsetY the same downwards, in half heights
 * @param spread root mean square distance of their pixels from it, in half diagonals
 * @param eccentricity of the ellipse with the same second moments, 0 (circle) to 1 (line)
 * @param separability between-class variance over the whole variance, 0 to 1
 */
public record Foreground(double threshold, boolean bright, double fraction, int objects, double largest,
	double border, double offsetX, double offsetY, double spread, double eccentricity, double separability)
{

	private static final int BINS = 256;

	/** @param plane all values finite */
	public static Foreground of(final Plane plane) {
		final double[] otsu = otsu(plane);
		if (otsu == null) return new Foreground(plane.values()[0], true, 0, 0, 0, 0, 0, 0, 0, 0, 0);
		final int width = plane.width();
		final int height = plane.height();
		final boolean[] object = new boolean[width * height];
		int above = 0;
		int border = 0;
		for (int i = 0; i < object.length; i++) {
			object[i] = plane.isInside(i) && plane.values()[i] > otsu[0];
			if (!atBorder(plane, i)) continue;
			border++;
			if (object[i]) above++;
		}
		final boolean bright = 2 * above <= border;
		if (!bright) for (int i = 0; i < object.length; i++) object[i] = plane.isInside(i) && !object[i];
		final double[] moments = moments(object, width, height);
		final int area = plane.area();
		final int[] components = components(object, width, height, Math.max(1, area / 100));
		return new Foreground(otsu[0], bright, moments[0] / area, components[0], (double) components[1] / area,
			(double) (bright ? above : border - above) / Math.max(1, border), moments[1], moments[2], moments[3], moments[4],
			otsu[1]);
	}

	/** The outermost pixels of the image, or of the mask where there is one. */
	private static boolean atBorder(final Plane plane, final int i) {
		final int x = i % plane.width();
		final int y = i / plane.width();
		if (!plane.isInside(i)) return false;
		if (x == 0 || y == 0 || x == plane.width() - 1 || y == plane.height() - 1) return true;
		return !plane.isInside(i - 1) || !plane.isInside(i + 1) || !plane.isInside(i - plane.width()) || !plane.isInside(
			i + plane.width());
	}

	/** Threshold and separability over 256 bins from the smallest to the largest value, or null where all are the same. */
	private static double[] otsu(final Plane plane) {
		final float[] values = plane.insideValues();
		float min = Float.POSITIVE_INFINITY;
		float max = Float.NEGATIVE_INFINITY;
		for (final float v : values) {
			min = Math.min(min, v);
			max = Math.max(max, v);
		}
		if (!(max > min)) return null;
		final double width = ((double) max - min) / BINS;
		final int[] counts = new int[BINS];
		// The small addition keeps values on a bin's edge in their bin when the whole stack is scaled
		for (final float v : values) counts[Math.min(BINS - 1, (int) ((v - (double) min) / width + 1e-3))]++;
		double total = 0;
		double squares = 0;
		for (int b = 0; b < BINS; b++) {
			total += (double) counts[b] * b;
			squares += (double) counts[b] * b * b;
		}
		final double n = values.length;
		double best = -1;
		double first = 0;
		double last = 0;
		double below = 0;
		double sum = 0;
		for (int b = 0; b < BINS - 1; b++) {
			below += counts[b];
			sum += (double) counts[b] * b;
			if (below == 0 || below == n) continue;
			final double difference = sum / below - (total - sum) / (n - below);
			final double between = below / n * (1 - below / n) * difference * difference;
			if (between > best * (1 + 1e-12)) {
				best = between;
				first = b;
			}
			// Empty bins between two modes are all as good: take the middle
			if (between >= best * (1 - 1e-12)) last = b;
		}
		final double variance = squares / n - total / n * (total / n);
		return new double[] { min + ((first + last) / 2 + 1) * width, variance <= 0 ? 0 : Math.min(1, best / variance) };
	}

	/** Count, centre x and y, spread and eccentricity. */
	private static double[] moments(final boolean[] object, final int width, final int height) {
		double n = 0;
		double sx = 0;
		double sy = 0;
		double sxx = 0;
		double syy = 0;
		double sxy = 0;
		for (int i = 0; i < object.length; i++) {
			if (!object[i]) continue;
			final double x = i % width + 0.5 - width / 2.0;
			final double y = i / width + 0.5 - height / 2.0;
			n++;
			sx += x;
			sy += y;
			sxx += x * x;
			syy += y * y;
			sxy += x * y;
		}
		if (n == 0) return new double[5];
		final double mx = sx / n;
		final double my = sy / n;
		// A pixel is a square, not a point: it has a variance of 1/12 itself
		final double xx = sxx / n - mx * mx + 1.0 / 12;
		final double yy = syy / n - my * my + 1.0 / 12;
		final double xy = sxy / n - mx * my;
		final double root = Math.sqrt((xx - yy) * (xx - yy) / 4 + xy * xy);
		final double large = (xx + yy) / 2 + root;
		final double small = Math.max(0, (xx + yy) / 2 - root);
		return new double[] { n, 2 * mx / width, 2 * my / height, Math.sqrt(xx + yy) / (Math.hypot(width, height) / 2),
			Math.sqrt(Math.max(0, 1 - small / large)) };
	}

	/** How many connected objects have at least {@code least} pixels, and the pixels of the largest. */
	private static int[] components(final boolean[] object, final int width, final int height, final int least) {
		final boolean[] left = Arrays.copyOf(object, object.length);
		final int[] stack = new int[object.length];
		int count = 0;
		int largest = 0;
		for (int start = 0; start < left.length; start++) {
			if (!left[start]) continue;
			int top = 0;
			int size = 0;
			stack[top++] = start;
			left[start] = false;
			while (top > 0) {
				final int i = stack[--top];
				size++;
				final int x = i % width;
				final int y = i / width;
				for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
					for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
						final int k = ny * width + nx;
						if (!left[k]) continue;
						left[k] = false;
						stack[top++] = k;
					}
				}
			}
			if (size >= least) count++;
			largest = Math.max(largest, size);
		}
		return new int[] { count, largest };
	}
}
