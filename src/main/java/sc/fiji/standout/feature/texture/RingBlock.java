package sc.fiji.standout.feature.texture;

import java.util.ArrayList;
import java.util.List;

import sc.fiji.standout.item.Plane;

/**
 * What the item looks like in rings around its centre, whichever way it is turned: mean and spread of the intensity,
 * and the gradient's direction against the radius (as in RIFT: Lazebnik, Schmid and Ponce, BMVC 2004).
 */
final class RingBlock implements Block {

	private static final int RINGS = 5;
	private static final int BINS = 5;
	private static final int EACH = BINS + 2;

	@Override
	public String name() {
		return "ring";
	}

	@Override
	public List<String> columns() {
		final List<String> names = new ArrayList<>();
		for (int r = 0; r < RINGS; r++) {
			names.add(r + "_mean");
			names.add(r + "_deviation");
			for (int b = 0; b < BINS; b++) names.add(r + "_gradient_" + b);
		}
		return names;
	}

	@Override
	public Scaling scaling() {
		return Scaling.COLUMNS;
	}

	@Override
	public double weight() {
		return 3;
	}

	@Override
	public void describe(final View view, final float[] target, final int at) {
		final Plane plane = view.work();
		final int width = plane.width();
		final int height = plane.height();
		final double[] sums = new double[RINGS * EACH];
		final double[] counts = new double[RINGS];
		final Gradient gradient = new Gradient(plane);
		for (int y = 0; y < height; y++) {
			final double ry = (2 * y + 1.0) / height - 1;
			for (int x = 0; x < width; x++) {
				if (!plane.isInside(y * width + x)) continue;
				final double rx = (2 * x + 1.0) / width - 1;
				final double radius = Math.sqrt(rx * rx + ry * ry);
				// Corners beyond the inscribed circle belong to the last ring
				final int ring = Math.min(RINGS - 1, (int) (radius * RINGS));
				final double v = plane.values()[y * width + x];
				final int k = ring * EACH;
				counts[ring]++;
				sums[k] += v;
				sums[k + 1] += v * v;
				gradient.at(x, y);
				if (gradient.magnitude == 0) continue;
				// From 0 (outwards) to BINS - 1 (inwards), in equal steps of the cosine: an arc cosine is slow
				final double cos = radius == 0 ? 0 : (gradient.dx * rx + gradient.dy * ry) / (radius * gradient.magnitude);
				final double turn = (1 - Math.max(-1, Math.min(1, cos))) / 2 * (BINS - 1);
				final int b = Math.min(BINS - 2, (int) turn);
				sums[k + 2 + b] += gradient.magnitude * (1 - turn + b);
				sums[k + 3 + b] += gradient.magnitude * (turn - b);
			}
		}
		for (int r = 0; r < RINGS; r++) {
			final int k = r * EACH;
			final double count = Math.max(1, counts[r]);
			final double mean = sums[k] / count;
			target[at + k] = (float) mean;
			target[at + k + 1] = (float) Math.sqrt(Math.max(0, sums[k + 1] / count - mean * mean));
			for (int b = 0; b < BINS; b++) target[at + k + 2 + b] = (float) Math.sqrt(sums[k + 2 + b] / count);
		}
	}
}
