package sc.fiji.standout.feature.texture;

import java.util.ArrayList;
import java.util.List;

import sc.fiji.standout.item.Plane;

/**
 * Which way the edges run, and where: histograms of gradient orientation on a grid of overlapping cells, weighted by
 * the gradient's strength (Dalal and Triggs, CVPR 2005; here with one normalisation for the whole item instead of
 * overlapping blocks, bounded from below, so that a dim item stays weak). The square root makes Euclidean distances
 * Hellinger-like (Arandjelovic and Zisserman, CVPR 2012).
 */
final class GradientBlock implements Block {

	private static final int GRID = 4;
	private static final int BINS = 8;
	/** Mean gradient, relative to the stack's range, below which an item counts as flat. */
	private static final double FLOOR = 0.01;

	@Override
	public String name() {
		return "gradient";
	}

	@Override
	public List<String> columns() {
		final List<String> names = new ArrayList<>();
		for (int y = 0; y < GRID; y++) {
			for (int x = 0; x < GRID; x++) {
				for (int b = 0; b < BINS; b++) names.add("x" + x + "_y" + y + "_" + b * 360 / BINS);
			}
		}
		return names;
	}

	@Override
	public Scaling scaling() {
		return Scaling.BLOCK;
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
		final double[] histogram = new double[GRID * GRID * BINS];
		final Gradient gradient = new Gradient(plane);
		for (int y = 0; y < height; y++) {
			final double gy = (y + 0.5) * GRID / height - 0.5;
			final int y0 = (int) Math.floor(gy);
			final double wy = gy - y0;
			for (int x = 0; x < width; x++) {
				if (!plane.isInside(y * width + x)) continue;
				gradient.at(x, y);
				final double m = gradient.magnitude;
				if (m == 0) continue;
				final double turn = (gradient.angle() / (2 * Math.PI) + 1) * BINS;
				final int b = (int) Math.floor(turn);
				final double wb = turn - b;
				final double gx = (x + 0.5) * GRID / width - 0.5;
				final int x0 = (int) Math.floor(gx);
				final double wx = gx - x0;
				for (int k = 0; k < 4; k++) {
					final int cx = x0 + (k & 1);
					final int cy = y0 + (k >> 1);
					if (cx < 0 || cy < 0 || cx >= GRID || cy >= GRID) continue;
					final double w = m * ((k & 1) == 0 ? 1 - wx : wx) * (k >> 1 == 0 ? 1 - wy : wy);
					final int cell = (cy * GRID + cx) * BINS;
					histogram[cell + b % BINS] += w * (1 - wb);
					histogram[cell + (b + 1) % BINS] += w * wb;
				}
			}
		}
		double sum = 0;
		for (final double h : histogram) sum += h;
		sum += FLOOR * plane.area();
		for (int i = 0; i < histogram.length; i++) target[at + i] = (float) Math.sqrt(histogram[i] / sum);
	}
}
