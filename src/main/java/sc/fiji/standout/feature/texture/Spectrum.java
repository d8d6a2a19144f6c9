package sc.fiji.standout.feature.texture;

import sc.fiji.standout.item.Plane;

/** The power spectrum of a plane: its mean taken off, a Hann window, zeros to powers of two, a radix-2 FFT. */
final class Spectrum {

	/** Columns and rows of the transform. */
	final int width;
	final int height;
	private final double[] re;
	private final double[] im;
	private final double norm;
	/** Cosine and sine of -2 pi k / size for the longer of the two sizes. */
	private final int size;
	private final double[] cosines;
	private final double[] sines;

	Spectrum(final Plane plane) {
		width = powerOfTwo(plane.width());
		height = powerOfTwo(plane.height());
		re = new double[width * height];
		im = new double[width * height];
		size = Math.max(width, height);
		cosines = new double[size / 2];
		sines = new double[size / 2];
		for (int k = 0; k < size / 2; k++) {
			cosines[k] = Math.cos(-2 * Math.PI * k / size);
			sines[k] = Math.sin(-2 * Math.PI * k / size);
		}
		double mean = 0;
		for (final float v : plane.values()) mean += v;
		mean /= plane.values().length;
		final double[] wx = hann(plane.width());
		final double[] wy = hann(plane.height());
		double sum = 0;
		for (int y = 0; y < plane.height(); y++) {
			for (int x = 0; x < plane.width(); x++) {
				final double w = wx[x] * wy[y];
				re[y * width + x] = w * (plane.values()[y * plane.width() + x] - mean);
				sum += w * w;
			}
		}
		norm = sum;
		for (int y = 0; y < plane.height(); y++) fft(y * width, 1, width);
		for (int x = 0; x < width; x++) fft(x, width, height);
	}

	/** Power at one frequency, per pixel of the window: white noise of variance s has the expected power s everywhere. */
	double power(final int u, final int v) {
		final int i = v * width + u;
		return (re[i] * re[i] + im[i] * im[i]) / norm;
	}

	/** The frequency of one coefficient in cycles per pixel. */
	double frequency(final int u, final int v) {
		final double fx = (double) Math.min(u, width - u) / width;
		final double fy = (double) Math.min(v, height - v) / height;
		return Math.sqrt(fx * fx + fy * fy);
	}

	private static int powerOfTwo(final int size) {
		return size < 2 ? 2 : Integer.highestOneBit(2 * size - 1);
	}

	private static double[] hann(final int size) {
		final double[] window = new double[size];
		for (int i = 0; i < size; i++) window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / size);
		return window;
	}

	/** In place, over the elements start, start + stride, ..., n of them. */
	private void fft(final int start, final int stride, final int n) {
		for (int i = 1, j = 0; i < n; i++) {
			int bit = n >> 1;
			for (; (j & bit) != 0; bit >>= 1) j ^= bit;
			j ^= bit;
			if (i < j) swap(start + i * stride, start + j * stride);
		}
		for (int length = 2; length <= n; length <<= 1) {
			final int half = length / 2;
			for (int k = 0; k < half; k++) {
				final double c = cosines[k * (size / length)];
				final double s = sines[k * (size / length)];
				for (int i = k; i < n; i += length) butterfly(start + i * stride, start + (i + half) * stride, c, s);
			}
		}
	}

	private void butterfly(final int a, final int b, final double c, final double s) {
		final double r = re[b] * c - im[b] * s;
		final double i = re[b] * s + im[b] * c;
		re[b] = re[a] - r;
		im[b] = im[a] - i;
		re[a] += r;
		im[a] += i;
	}

	private void swap(final int a, final int b) {
		final double r = re[a];
		final double i = im[a];
		re[a] = re[b];
		im[a] = im[b];
		re[b] = r;
		im[b] = i;
	}
}
