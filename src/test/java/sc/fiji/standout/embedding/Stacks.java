package sc.fiji.standout.embedding;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;

import ij.IJ;
import ij.ImagePlus;
import sc.fiji.standout.matrix.Matrix;

/** The shared image stacks as matrices: a row for each slice, a column for each pixel. */
public final class Stacks {

	private Stacks() {}

	/** The labels of the slices. */
	static String[] labels(final String name) {
		final ImagePlus image = open(name);
		final String[] labels = new String[image.getStackSize()];
		for (int i = 0; i < labels.length; i++) labels[i] = image.getStack().getSliceLabel(i + 1);
		return labels;
	}

	/** Reads an 8-bit stack; skips the test that asks if it is not there. */
	public static Matrix pixels(final String name) {
		final ImagePlus image = open(name);
		final int n = image.getStackSize();
		final int d = image.getWidth() * image.getHeight();
		final float[] values = new float[n * d];
		for (int i = 0; i < n; i++) {
			final byte[] slice = (byte[]) image.getStack().getPixels(i + 1);
			for (int j = 0; j < d; j++) values[i * d + j] = slice[j] & 0xff;
		}
		return Matrix.of(values, n, d);
	}

	private static ImagePlus open(final String name) {
		final File file = new File("../shared/data/" + name);
		assumeTrue(file.exists(), "missing: " + file);
		return IJ.openImage(file.getPath());
	}
}
