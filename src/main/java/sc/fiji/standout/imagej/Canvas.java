package sc.fiji.standout.imagej;

import java.util.SplittableRandom;

/** A square of light to paint fluorescence on, with what a microscope and a camera then make of it. */
final class Canvas {

	/** Variance of the counts for each count: the photons that one count stands for. */
	private static final double SHOT_NOISE = 0.5;
	/** Standard deviation of the camera's own noise, in counts. */
	private static final double READ_NOISE = 1.6;

	final int size;
	final double[] light;

	Canvas(final int size) {
		this.size = size;
		light = new double[size * size];
	}

	/** Adds a Gaussian spot; only within 4 standard deviations. */
	void spot(final double x, final double y, final double sigma, final double brightness) {
		final int reach = (int) Math.ceil(4 * sigma);
		for (int j = Math.max(0, (int) y - reach); j <= Math.min(size - 1, (int) y + reach); j++) {
			for (int i = Math.max(0, (int) x - reach); i <= Math.min(size - 1, (int) x + reach); i++) {
				final double square = (i - x) * (i - x) + (j - y) * (j - y);
				light[j * size + i] += brightness * StrictMath.exp(-square / (2 * sigma * sigma));
			}
		}
	}

	void multiply(final double factor) {
		for (int i = 0; i < light.length; i++) light[i] *= factor;
	}

	/** Blurs by a Gaussian point spread function; the light goes on evenly beyond the border. */
	void blur(final double sigma) {
		final int reach = (int) Math.ceil(3 * sigma);
		final double[] kernel = new double[2 * reach + 1];
		double sum = 0;
		for (int k = -reach; k <= reach; k++) sum += kernel[k + reach] = StrictMath.exp(-k * k / (2 * sigma * sigma));
		for (int k = 0; k < kernel.length; k++) kernel[k] /= sum;
		final double[] half = new double[light.length];
		pass(light, half, kernel, reach);
		pass(half, light, kernel, reach);
	}

	/** Blurs the rows and writes them as columns, so that two passes blur both and keep the orientation. */
	private void pass(final double[] from, final double[] to, final double[] kernel, final int reach) {
		for (int y = 0; y < size; y++) {
			for (int x = 0; x < size; x++) {
				double value = 0;
				for (int k = -reach; k <= reach; k++) {
					value += kernel[k + reach] * from[y * size + Math.max(0, Math.min(size - 1, x + k))];
				}
				to[x * size + y] = value;
			}
		}
	}

	/** 8-bit counts of a camera: shot noise (normal, with the variance of Poisson), read noise, clipped at 255. */
	byte[] expose(final SplittableRandom random) {
		final byte[] counts = new byte[light.length];
		for (int i = 0; i < counts.length; i += 2) {
			double x;
			double y;
			double square;
			do {
				x = random.nextDouble(-1, 1);
				y = random.nextDouble(-1, 1);
				square = x * x + y * y;
			}
			while (square >= 1 || square == 0);
			final double factor = Math.sqrt(-2 * StrictMath.log(square) / square);
			counts[i] = count(light[i], factor * x);
			if (i + 1 < counts.length) counts[i + 1] = count(light[i + 1], factor * y);
		}
		return counts;
	}

	private static byte count(final double light, final double deviate) {
		final double noise = Math.sqrt(Math.max(0, light) * SHOT_NOISE + READ_NOISE * READ_NOISE);
		return (byte) Math.max(0, Math.min(255, Math.round(light + noise * deviate)));
	}
}
