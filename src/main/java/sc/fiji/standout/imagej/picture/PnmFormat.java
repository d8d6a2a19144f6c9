package sc.fiji.standout.imagej.picture;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/**
 * The portable formats PBM, PGM and PPM of netpbm, as text and as bytes. Values of at most 8 bits are scaled to 0..255,
 * larger ones are kept.
 */
final class PnmFormat implements Format {

	static final PnmFormat INSTANCE = new PnmFormat();

	/**
	 * What comes before the pixels.
	 *
	 * @param kind from 1 to 6: bits, grey, colours as text, and the same as bytes
	 * @param maximum the largest value
	 */
	private record Beginning(int kind, int width, int height, int maximum) {

		PixelType type() {
			return kind % 3 == 0 ? PixelType.RGB : maximum > 255 ? PixelType.GREY16 : PixelType.GREY8;
		}
	}

	private PnmFormat() {}

	static boolean knows(final byte[] start) {
		return start.length > 2 && start[0] == 'P' && start[1] >= '1' && start[1] <= '6' && Character.isWhitespace(
			start[2]);
	}

	@Override
	public Header header(final File file) throws IOException {
		try (InputStream in = new BufferedInputStream(new FileInputStream(file))) {
			final Beginning beginning = beginning(in);
			return new Header(beginning.width(), beginning.height(), beginning.type(), 1);
		}
	}

	@Override
	public ImageProcessor read(final File file) throws IOException {
		try (InputStream in = new BufferedInputStream(new FileInputStream(file))) {
			final Beginning beginning = beginning(in);
			final int channels = beginning.type().channels();
			final float[][] values = new float[channels][beginning.width() * beginning.height()];
			for (int i = 0; i < values[0].length; i++) {
				if (beginning.kind() == 4) bits(in, beginning.width(), values[0], i);
				else for (int c = 0; c < channels; c++) values[c][i] = value(in, beginning);
			}
			return processor(beginning, values);
		}
	}

	private static ImageProcessor processor(final Beginning beginning, final float[][] values) {
		final int width = beginning.width();
		final int height = beginning.height();
		final int maximum = beginning.maximum();
		if (beginning.type() == PixelType.RGB && maximum > 255) return DeepColors.rgb(width, height, values);
		if (beginning.type() == PixelType.GREY16) {
			final short[] grey = new short[width * height];
			for (int i = 0; i < grey.length; i++) grey[i] = (short) (int) values[0][i];
			return new ShortProcessor(width, height, grey, null);
		}
		final byte[][] levels = new byte[values.length][width * height];
		for (int c = 0; c < levels.length; c++) {
			for (int i = 0; i < levels[c].length; i++) levels[c][i] = (byte) (255 * (int) values[c][i] / maximum);
		}
		if (levels.length == 1) return new ByteProcessor(width, height, levels[0]);
		final ColorProcessor colors = new ColorProcessor(width, height);
		colors.setRGB(levels[0], levels[1], levels[2]);
		return colors;
	}

	/** One value; a 1 of a bitmap is black. */
	private static float value(final InputStream in, final Beginning beginning) throws IOException {
		if (beginning.kind() == 1) return 1 - digit(in);
		if (beginning.kind() < 4) return Math.min(beginning.maximum(), number(in));
		final int high = beginning.maximum() > 255 ? next(in) << 8 : 0;
		return Math.min(beginning.maximum(), high | next(in));
	}

	/** Reads eight pixels where a byte begins: every 8 from the start of a row. */
	private static void bits(final InputStream in, final int width, final float[] values, final int i)
		throws IOException
	{
		final int x = i % width;
		if (x % 8 != 0) return;
		final int bits = next(in);
		for (int k = 0; k < Math.min(8, width - x); k++) values[i + k] = 1 - (bits >> 7 - k & 1);
	}

	private static Beginning beginning(final InputStream in) throws IOException {
		in.skipNBytes(1);
		final int kind = next(in) - '0';
		final int width = number(in);
		final int height = number(in);
		final int maximum = kind == 1 || kind == 4 ? 1 : number(in);
		if (width < 1 || height < 1 || maximum < 1 || maximum > 65535) throw new IOException(
			"its size or largest value is out of range");
		return new Beginning(kind, width, height, maximum);
	}

	/** The next whole number, with the one white space after it. */
	private static int number(final InputStream in) throws IOException {
		long number = digit(in);
		for (int c = in.read(); c >= 0 && !Character.isWhitespace(c); c = in.read()) {
			if (c < '0' || c > '9') throw new IOException("it has '" + (char) c + "' where a number should be");
			number = Math.min(Integer.MAX_VALUE, 10 * number + c - '0');
		}
		return (int) number;
	}

	/** The next digit, after white space and comments, which go from # to the end of the line. */
	private static int digit(final InputStream in) throws IOException {
		boolean comment = false;
		for (int c = next(in);; c = next(in)) {
			if (comment) comment = c != '\n' && c != '\r';
			else if (c == '#') comment = true;
			else if (c >= '0' && c <= '9') return c - '0';
			else if (!Character.isWhitespace(c)) throw new IOException("it has '" + (char) c + "' where a number should be");
		}
	}

	private static int next(final InputStream in) throws IOException {
		final int c = in.read();
		if (c < 0) throw new IOException("it is cut off");
		return c;
	}
}
