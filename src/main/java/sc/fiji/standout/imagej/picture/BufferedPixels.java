package sc.fiji.standout.imagej.picture;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.io.IOException;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/**
 * The pixels of Java's images as ImageJ has them. Values are those of the file: colour spaces are not converted. What
 * is transparent is laid on white, as ImageJ does it; palettes are replaced by their colours.
 */
final class BufferedPixels {

	private static final int WHITE = 255;

	private BufferedPixels() {}

	/** @throws IOException when ImageJ has no such pixels */
	static PixelType type(final ColorModel colors, final SampleModel samples) throws IOException {
		if (colors instanceof IndexColorModel palette) return isGrey(palette) ? PixelType.GREY8 : PixelType.RGB;
		final int count = colors.getNumColorComponents();
		if (count == 3) return PixelType.RGB;
		if (count != 1) throw new IOException("it has " + count + " colours instead of 1 or 3");
		return switch (samples.getDataType()) {
			case DataBuffer.TYPE_BYTE -> PixelType.GREY8;
			case DataBuffer.TYPE_USHORT -> PixelType.GREY16;
			default -> PixelType.GREY32;
		};
	}

	static ImageProcessor of(final BufferedImage image) throws IOException {
		final ColorModel colors = image.getColorModel();
		final PixelType type = type(colors, image.getSampleModel());
		if (colors instanceof IndexColorModel || colors instanceof DirectColorModel) return packed(image, type);
		if (type == PixelType.RGB) return image.getSampleModel().getDataType() == DataBuffer.TYPE_BYTE ? rgb(image)
			: deepRgb(image);
		return grey(image, type);
	}

	// -- Helper methods --

	private static boolean isGrey(final IndexColorModel palette) {
		final int[] colors = new int[palette.getMapSize()];
		palette.getRGBs(colors);
		for (final int color : colors) {
			if ((color >> 16 & 0xff) != (color & 0xff) || (color >> 8 & 0xff) != (color & 0xff)) return false;
		}
		return true;
	}

	private static ImageProcessor packed(final BufferedImage image, final PixelType type) {
		final int width = image.getWidth();
		final int height = image.getHeight();
		final int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
		for (int i = 0; i < pixels.length; i++) {
			final int alpha = pixels[i] >>> 24;
			final int red = onWhite(pixels[i] >> 16 & 0xff, alpha);
			final int green = onWhite(pixels[i] >> 8 & 0xff, alpha);
			pixels[i] = 0xff000000 | red << 16 | green << 8 | onWhite(pixels[i] & 0xff, alpha);
		}
		if (type == PixelType.RGB) return new ColorProcessor(width, height, pixels);
		final byte[] grey = new byte[pixels.length];
		for (int i = 0; i < grey.length; i++) grey[i] = (byte) pixels[i];
		return new ByteProcessor(width, height, grey);
	}

	private static ImageProcessor rgb(final BufferedImage image) {
		final Raster raster = image.getRaster();
		final int width = image.getWidth();
		final int height = image.getHeight();
		final int bands = raster.getNumBands();
		final boolean alpha = image.getColorModel().hasAlpha();
		final int[] pixels = new int[width * height];
		int[] row = null;
		for (int y = 0, i = 0; y < height; y++) {
			row = raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
			for (int x = 0; x < width * bands; x += bands, i++) {
				final int opacity = alpha ? row[x + 3] : WHITE;
				pixels[i] = 0xff000000 | onWhite(row[x], opacity) << 16 | onWhite(row[x + 1], opacity) << 8 | onWhite(row[x +
					2], opacity);
			}
		}
		return new ColorProcessor(width, height, pixels);
	}

	/** Colours of more than 8 bits; their transparency is left out. */
	private static ImageProcessor deepRgb(final BufferedImage image) {
		final float[][] bands = new float[3][];
		for (int c = 0; c < 3; c++) bands[c] = band(image, c);
		return DeepColors.rgb(image.getWidth(), image.getHeight(), bands);
	}

	private static ImageProcessor grey(final BufferedImage image, final PixelType type) {
		final int width = image.getWidth();
		final int height = image.getHeight();
		final float[] values = band(image, 0);
		if (image.getColorModel().hasAlpha() && type != PixelType.GREY32) {
			final float white = type == PixelType.GREY8 ? 255 : 65535;
			final float[] opacity = band(image, 1);
			for (int i = 0; i < values.length; i++) values[i] = Math.round(white + (values[i] - white) * opacity[i] / white);
		}
		final FloatProcessor grey = new FloatProcessor(width, height, values);
		if (type == PixelType.GREY32) return grey;
		if (type == PixelType.GREY8) return grey.convertToByte(false);
		final short[] shorts = new short[values.length];
		for (int i = 0; i < shorts.length; i++) shorts[i] = (short) (int) values[i];
		return new ShortProcessor(width, height, shorts, null);
	}

	private static float[] band(final BufferedImage image, final int band) {
		final Raster raster = image.getRaster();
		return raster.getSamples(raster.getMinX(), raster.getMinY(), image.getWidth(), image.getHeight(), band,
			(float[]) null);
	}

	private static int onWhite(final int value, final int alpha) {
		return alpha == 255 ? value : WHITE + Math.round((value - WHITE) * alpha / 255f);
	}
}
