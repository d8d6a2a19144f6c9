package sc.fiji.standout.embedding;

import java.io.DataInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Pca;
import sc.fiji.standout.matrix.Progress;

/** The 70,000 pictures of Debian's package dataset-fashion-mnist: first those for training, then those for testing. */
public final class FashionMnist {

	private static final String FOLDER = "/usr/share/datasets/fashion-mnist/";
	private static final int PIXELS = 784;

	private FashionMnist() {}

	public static boolean isInstalled() {
		return new File(FOLDER).exists();
	}

	/** The first n pictures in the given number of principal components, as floats. */
	public static Matrix reduced(final int n, final int components) throws IOException {
		final float[] pixels = new float[n * PIXELS];
		int done = 0;
		for (final String name : new String[] { "train", "t10k" }) {
			try (DataInputStream in = new DataInputStream(new GZIPInputStream(new FileInputStream(FOLDER + name +
				"-images-idx3-ubyte.gz"), 1 << 16)))
			{
				in.readInt();
				final int count = Math.min(n - done, in.readInt());
				in.readLong();
				final byte[] bytes = in.readNBytes(count * PIXELS);
				for (int i = 0; i < bytes.length; i++) pixels[done * PIXELS + i] = bytes[i] & 0xff;
				done += count;
			}
		}
		final Matrix scores = Pca.reduce(Matrix.of(pixels, n, PIXELS), components, 42, Progress.NONE);
		final double[] values = scores.toDoubles();
		final float[] floats = new float[values.length];
		for (int i = 0; i < floats.length; i++) floats[i] = (float) values[i];
		return Matrix.of(floats, n, components);
	}
}
