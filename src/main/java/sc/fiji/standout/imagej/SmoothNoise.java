package sc.fiji.standout.imagej;

import java.util.SplittableRandom;

/** Smooth random texture (value noise, two octaves) from -1 to 1. */
final class SmoothNoise {

	private static final int LATTICE = 64;

	private final double[] values = new double[LATTICE * LATTICE];
	private final double scale;

	/** @param scale size of the coarse grains in pixels */
	SmoothNoise(final SplittableRandom random, final double scale) {
		for (int i = 0; i < values.length; i++) values[i] = random.nextDouble(-1, 1);
		this.scale = scale;
	}

	double at(final double x, final double y) {
		return 0.65 * octave(x / scale, y / scale) + 0.35 * octave(2.1 * x / scale + 17, 2.1 * y / scale + 5);
	}

	private double octave(final double x, final double y) {
		final int i = (int) Math.floor(x);
		final int j = (int) Math.floor(y);
		final double u = fade(x - i);
		final double v = fade(y - j);
		final double top = value(i, j) * (1 - u) + value(i + 1, j) * u;
		final double bottom = value(i, j + 1) * (1 - u) + value(i + 1, j + 1) * u;
		return top * (1 - v) + bottom * v;
	}

	private double value(final int i, final int j) {
		return values[Math.floorMod(j, LATTICE) * LATTICE + Math.floorMod(i, LATTICE)];
	}

	private static double fade(final double t) {
		return t * t * (3 - 2 * t);
	}
}
