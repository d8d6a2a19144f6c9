package sc.fiji.standout.benchmark;

import java.io.DataInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.GZIPInputStream;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Pca;
import sc.fiji.standout.matrix.Progress;

/** The pictures of Debian's dataset-fashion-mnist, those to train with first, for the benchmarks. */
public final class FashionMnist {

	/** How many pictures there are. */
	public static final int COUNT = 70_000;

	private static final int PIXELS = 28 * 28;
	private static final String FOLDER = "/usr/share/datasets/fashion-mnist/";

	private FashionMnist() {}

	public static boolean isThere() {
		return new File(FOLDER).isDirectory();
	}

	/** The pixels of the first n pictures, n x 784. */
	public static Matrix pixels(final int n) throws IOException {
		final float[] values = new float[n * PIXELS];
		int at = 0;
		for (final String part : new String[] { "train", "t10k" }) at = read(FOLDER + part + "-images-idx3-ubyte.gz", values,
			at);
		return Matrix.of(values, n, PIXELS);
	}

	/** The first n pictures in 24 principal components of theirs, stored as floats, n x 24. */
	public static Matrix reduced(final int n) throws IOException {
		return reduced(n, 24);
	}

	/** The first n pictures in some principal components of theirs, stored as floats. */
	public static Matrix reduced(final int n, final int components) throws IOException {
		return floats(Pca.reduce(pixels(n), components, 42, Progress.NONE));
	}

	/**
	 * The first n of 1,050,000 pictures in the 24 principal components of the 70,000: as they are, and shifted by up to two
	 * pixels to the sides and one up or down, with some noise of a hundredth of a grey value.
	 */
	public static Matrix augmented(final int n) throws IOException {
		final Matrix pixels = pixels(COUNT);
		final Pca pca = Pca.fit(pixels, 24, 42, Progress.NONE);
		final float[] values = new float[n * 24];
		final Random random = new Random(42);
		for (int shift = 0; shift * COUNT < n; shift++) {
			final int dx = (shift + 2) % 5 - 2;
			final int dy = (shift / 5 + 1) % 3 - 1;
			final int count = Math.min(COUNT, n - shift * COUNT);
			final Matrix scores = pca.transform(shifted(pixels, count, dx, dy), Progress.NONE);
			for (int i = 0; i < count * 24; i++) values[shift * COUNT * 24 + i] = (float) (scores.get(i / 24, i % 24) + 0.01 *
				random.nextGaussian());
		}
		return Matrix.of(values, n, 24);
	}

	private static Matrix shifted(final Matrix pixels, final int count, final int dx, final int dy) {
		if (dx == 0 && dy == 0 && count == pixels.rows()) return pixels;
		final float[] values = new float[count * PIXELS];
		for (int i = 0; i < count; i++) for (int y = 0; y < 28; y++) for (int x = 0; x < 28; x++) {
			final int fromX = x - dx;
			final int fromY = y - dy;
			if (fromX < 0 || fromX > 27 || fromY < 0 || fromY > 27) continue;
			values[i * PIXELS + y * 28 + x] = (float) pixels.get(i, fromY * 28 + fromX);
		}
		return Matrix.of(values, count, PIXELS);
	}

	/** The same points, stored as floats. */
	private static Matrix floats(final Matrix points) {
		final float[] values = new float[points.rows() * points.columns()];
		for (int i = 0; i < values.length; i++) values[i] = (float) points.get(i / points.columns(), i % points.columns());
		return Matrix.of(values, points.rows(), points.columns());
	}

	private static int read(final String file, final float[] values, final int from) throws IOException {
		try (DataInputStream in = new DataInputStream(new GZIPInputStream(new FileInputStream(file), 1 << 16))) {
			in.skipNBytes(4);
			final int count = in.readInt();
			in.skipNBytes(8);
			final byte[] bytes = new byte[Math.min(count * PIXELS, values.length - from)];
			in.readFully(bytes);
			for (int i = 0; i < bytes.length; i++) values[from + i] = bytes[i] & 0xff;
			return from + bytes.length;
		}
	}
}
