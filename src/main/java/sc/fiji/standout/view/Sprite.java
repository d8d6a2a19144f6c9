package sc.fiji.standout.view;

import java.util.Arrays;

/**
 * A small anti-aliased mark, drawn once at 4 x 4 positions within a pixel and then stamped wherever it is needed.
 */
final class Sprite {

	private static final int STEPS = 4;
	private static final int SAMPLES = 8;

	private final int size;
	private final int half;
	/** For each position within a pixel: the pixels that are touched (row << 16 | column). */
	private final int[][] cells = new int[STEPS * STEPS][];
	/** How much of each of these is covered, 1 to 256. */
	private final int[][] coverage = new int[STEPS * STEPS][];

	private Sprite(final double inner, final double outer) {
		// the centre lies at most 7/8 into its pixel
		half = (int) Math.floor(outer + 0.875);
		size = 2 * half + 1;
		for (int position = 0; position < cells.length; position++) fill(position, inner, outer);
	}

	/** A filled circle. */
	static Sprite disc(final double radius) {
		return new Sprite(-1, radius);
	}

	/** What lies between two circles. */
	static Sprite ring(final double inner, final double outer) {
		return new Sprite(inner, outer);
	}

	/**
	 * Stamps the mark over premultiplied pixels.
	 *
	 * @param pixels width x height, row by row
	 * @param x centre, where pixel 0 reaches from 0 to 1
	 * @param rgb colour 0xRRGGBB
	 * @param opacity 0 to 256
	 */
	void stamp(final int[] pixels, final int width, final int height, final double x, final double y, final int rgb,
		final int opacity)
	{
		// also keeps what lies far outside from overflowing an int
		if (!(x > -size && y > -size && x < width + size && y < height + size)) return;
		final int cellX = (int) Math.floor(x);
		final int cellY = (int) Math.floor(y);
		final int position = (int) ((y - cellY) * STEPS) * STEPS + (int) ((x - cellX) * STEPS);
		final int[] mask = coverage[position];
		final int[] marked = cells[position];
		final int left = cellX - half;
		final int top = cellY - half;
		final boolean whole = left >= 0 && top >= 0 && left + size <= width && top + size <= height;
		for (int m = 0; m < mask.length; m++) {
			final int column = left + (marked[m] & 0xffff);
			final int row = top + (marked[m] >>> 16);
			if (!whole && (column < 0 || row < 0 || column >= width || row >= height)) continue;
			final int p = row * width + column;
			pixels[p] = over(rgb, mask[m] * opacity >> 8, pixels[p]);
		}
	}

	/** Lays a colour of the given opacity (0 to 256) over a premultiplied pixel. */
	private static int over(final int rgb, final int opacity, final int below) {
		final int rest = 256 - opacity;
		final int redBlue = ((rgb & 0xff00ff) * opacity >>> 8 & 0xff00ff) + ((below & 0xff00ff) * rest >>> 8 & 0xff00ff);
		final int alphaGreen = ((rgb >>> 8 & 0xff | 0xff0000) * opacity & 0xff00ff00) + ((below >>> 8 & 0xff00ff) * rest &
			0xff00ff00);
		return redBlue | alphaGreen;
	}

	private void fill(final int position, final double inner, final double outer) {
		final double centerX = half + (position % STEPS + 0.5) / STEPS;
		final double centerY = half + (position / STEPS + 0.5) / STEPS;
		int count = 0;
		final int[] mask = new int[size * size];
		final int[] marked = new int[size * size];
		for (int i = 0; i < mask.length; i++) {
			int inside = 0;
			for (int s = 0; s < SAMPLES * SAMPLES; s++) {
				final double dx = i % size + (s % SAMPLES + 0.5) / SAMPLES - centerX;
				final double dy = i / size + (s / SAMPLES + 0.5) / SAMPLES - centerY;
				final double distance = Math.sqrt(dx * dx + dy * dy);
				if (distance <= outer && distance >= inner) inside++;
			}
			if (inside == 0) continue;
			mask[count] = inside * 256 / (SAMPLES * SAMPLES);
			marked[count++] = i / size << 16 | i % size;
		}
		coverage[position] = Arrays.copyOf(mask, count);
		cells[position] = Arrays.copyOf(marked, count);
	}
}
