package sc.fiji.standout.feature.texture;

import java.util.ArrayList;
import java.util.List;

import sc.fiji.standout.item.Plane;

/**
 * How sharp the item is, from its own resolution down: the strength of the detail that is lost at each halving, and how
 * much of it is concentrated in few places (edges) rather than everywhere (noise).
 */
final class DetailBlock implements Block {

	/** Detail of a thousandth of the stack's range looks like none. */
	private static final double FLOOR = 1e-3;

	private final int octaves;

	/** @param side shorter side of the typical item in its own size */
	DetailBlock(final int side) {
		octaves = Math.max(2, Math.min(8, 30 - Integer.numberOfLeadingZeros(Math.max(1, side))));
	}

	@Override
	public String name() {
		return "detail";
	}

	@Override
	public List<String> columns() {
		final List<String> names = new ArrayList<>();
		for (int o = 0; o < octaves; o++) {
			names.add("octave" + o + "_strength");
			names.add("octave" + o + "_concentration");
		}
		return names;
	}

	@Override
	public Scaling scaling() {
		return Scaling.COLUMNS;
	}

	@Override
	public double weight() {
		return 0.5;
	}

	@Override
	public void describe(final View view, final float[] target, final int at) {
		Plane plane = view.full();
		double strength = Math.log10(FLOOR);
		double concentration = 0;
		for (int o = 0; o < octaves; o++) {
			final int width = plane.width() / 2;
			final int height = plane.height() / 2;
			// An item smaller than the others repeats the last octave it has
			if (width > 0 && height > 0) {
				final float[] means = new float[width * height];
				final boolean[] inside = plane.inside() == null ? null : new boolean[width * height];
				final double[] moments = halve(plane, means, inside);
				strength = Math.log10(Math.sqrt(moments[0]) + FLOOR);
				concentration = Math.log10((moments[1] + FLOOR * FLOOR * FLOOR * FLOOR) / (moments[0] * moments[0] + FLOOR *
					FLOOR * FLOOR * FLOOR));
				plane = new Plane(width, height, means, inside);
			}
			target[at + 2 * o] = (float) strength;
			target[at + 2 * o + 1] = (float) concentration;
		}
	}

	/** Means of 2 x 2 pixels; returns the mean variance within those inside, and its mean square. */
	private static double[] halve(final Plane plane, final float[] means, final boolean[] inside) {
		final int width = plane.width();
		final float[] v = plane.values();
		double sum = 0;
		double squares = 0;
		int count = 0;
		for (int y = 0; y + 1 < plane.height(); y += 2) {
			for (int x = 0; x + 1 < width; x += 2) {
				final int i = y * width + x;
				final int k = y / 2 * (width / 2) + x / 2;
				final float a = v[i];
				final float b = v[i + 1];
				final float c = v[i + width];
				final float d = v[i + width + 1];
				means[k] = (a + b + c + d) / 4;
				if (inside != null) {
					inside[k] = plane.inside()[i] && plane.inside()[i + 1] && plane.inside()[i + width] && plane.inside()[i +
						width + 1];
					if (!inside[k]) continue;
				}
				final double across = (a - b + c - d) / 4;
				final double down = (a + b - c - d) / 4;
				final double cross = (a - b - c + d) / 4;
				final double variance = across * across + down * down + cross * cross;
				sum += variance;
				squares += variance * variance;
				count++;
			}
		}
		return new double[] { sum / Math.max(1, count), squares / Math.max(1, count) };
	}
}
