package sc.fiji.standout.imagej.picture;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

import ij.ImageStack;
import ij.plugin.PGM_Reader;
import ij.process.ImageProcessor;

/** The portable formats PBM, PGM and PPM, read by ImageJ's own reader. */
final class PnmFormat implements Format {

	static final PnmFormat INSTANCE = new PnmFormat();

	/**
	 * The numbers at the beginning of a file.
	 *
	 * @param kind from 1 to 6: bits, grey, colours as text, and the same as bytes
	 * @param maximum the largest value
	 * @param length in bytes, up to the pixels
	 */
	private record Beginning(int kind, int width, int height, int maximum, long length) {

		boolean isRgb() {
			return kind == 3 || kind == 6;
		}

		/** The bytes of the pixels, or for text the fewest that there can be. */
		long pixels() {
			final long values = (long) width * height * (isRgb() ? 3 : 1);
			if (kind == 4) return (width + 7L) / 8 * height;
			return kind > 4 && maximum > 255 ? 2 * values : values;
		}
	}

	private PnmFormat() {}

	static boolean knows(final byte[] start) {
		return start.length > 2 && start[0] == 'P' && start[1] >= '1' && start[1] <= '6' && Character.isWhitespace(
			start[2]);
	}

	@Override
	public Header header(final File file) throws IOException {
		final Beginning beginning = beginning(file);
		return new Header(beginning.width(), beginning.height(), beginning.isRgb() ? PixelType.RGB : beginning
			.maximum() > 255 ? PixelType.GREY16 : PixelType.GREY8, 1);
	}

	@Override
	public ImageProcessor read(final File file) throws IOException {
		final Beginning beginning = beginning(file);
		if (file.length() < beginning.length() + beginning.pixels()) throw new IOException("it is cut off");
		final ImageStack stack = new PGM_Reader().openFile(file.getPath());
		if (stack.size() == 1) return stack.getProcessor(1);
		final float[][] channels = new float[3][];
		for (int c = 0; c < 3; c++) channels[c] = (float[]) stack.getProcessor(c + 1).convertToFloat().getPixels();
		return DeepColors.rgb(beginning.width(), beginning.height(), channels);
	}

	private static Beginning beginning(final File file) throws IOException {
		try (InputStream in = new BufferedInputStream(new FileInputStream(file))) {
			in.read();
			final int kind = in.read() - '0';
			final long[] at = { 2 };
			final int width = number(in, at);
			final int height = number(in, at);
			final int maximum = kind == 1 || kind == 4 ? 1 : number(in, at);
			if (width < 1 || height < 1 || maximum < 1 || maximum > 65535) throw new IOException(
				"its size or largest value is out of range");
			return new Beginning(kind, width, height, maximum, at[0]);
		}
	}

	/** The next whole number and the white space after it; a comment goes from # to the end of its line. */
	private static int number(final InputStream in, final long[] at) throws IOException {
		long number = -1;
		boolean comment = false;
		for (int c = in.read(); c >= 0; c = in.read()) {
			at[0]++;
			if (comment) comment = c != '\n' && c != '\r';
			else if (c >= '0' && c <= '9') number = Math.min(Integer.MAX_VALUE, Math.max(0, number) * 10 + c - '0');
			else if (c == '#') comment = true;
			else if (!Character.isWhitespace(c)) throw new IOException("its beginning is damaged");
			else if (number >= 0) return (int) number;
		}
		throw new IOException("it is cut off");
	}
}
