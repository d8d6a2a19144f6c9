package sc.fiji.standout;

import java.io.DataInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

import sc.fiji.standout.embedding.Pca;
import sc.fiji.standout.matrix.Matrix;
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
		return floats(Pca.reduce(pixels(n), 24, 42, Progress.NONE));
	}

	/** The same points, stored as floats, which is what the peers get. */
	public static Matrix floats(final Matrix points) {
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
