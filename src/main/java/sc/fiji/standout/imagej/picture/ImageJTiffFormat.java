package sc.fiji.standout.imagej.picture;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

import ij.io.FileInfo;
import ij.io.FileOpener;
import ij.io.ImageReader;
import ij.io.TiffDecoder;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/**
 * TIFF files that ImageJ has written: not compressed, with the display range in their description, and with lookup
 * tables that are for the display only, so that the values below them are what counts.
 */
final class ImageJTiffFormat implements Format {

	static final ImageJTiffFormat INSTANCE = new ImageJTiffFormat();

	private static final String MARK = "ImageJ=";

	private ImageJTiffFormat() {}

	/** ImageJ's description comes right after the directory with which its files begin. */
	static boolean knows(final byte[] start) {
		return new String(start, StandardCharsets.ISO_8859_1).contains(MARK);
	}

	@Override
	public Header header(final File file) throws IOException {
		final FileInfo[] pages = pages(file);
		final FileInfo first = pages[0];
		if (type(first) == null || first.compression > FileInfo.COMPRESSION_NONE) return JavaFormat.INSTANCE.header(file);
		return new Header(first.width, first.height, type(first), Math.max(pages.length, first.nImages));
	}

	@Override
	public ImageProcessor read(final File file) throws IOException {
		final FileInfo first = pages(file)[0];
		final PixelType type = type(first);
		if (type == null || first.compression > FileInfo.COMPRESSION_NONE) return JavaFormat.INSTANCE.read(file);
		final long bytes = (long) first.width * first.height * first.getBytesPerPixel();
		if (file.length() < first.getOffset() + bytes) throw new IOException("it is cut off");
		final Object pixels;
		try (InputStream in = new BufferedInputStream(new FileInputStream(file))) {
			pixels = new ImageReader(first).readPixels(in, first.getOffset());
		}
		if (pixels == null) throw new IOException("its pixels are missing");
		final int width = first.width;
		final int height = first.height;
		final ImageProcessor processor = switch (type) {
			case GREY8 -> new ByteProcessor(width, height, (byte[]) pixels);
			case GREY16 -> new ShortProcessor(width, height, (short[]) pixels, null);
			case GREY32 -> new FloatProcessor(width, height, (float[]) pixels);
			case RGB -> new ColorProcessor(width, height, (int[]) pixels);
		};
		if (type == PixelType.GREY16 || type == PixelType.GREY32) setDisplayRange(processor, first);
		return processor;
	}

	private static FileInfo[] pages(final File file) throws IOException {
		final File absolute = file.getAbsoluteFile();
		final FileInfo[] pages = new TiffDecoder(absolute.getParent() + File.separator, absolute.getName()).getTiffInfo();
		if (pages == null || pages[0].width < 1 || pages[0].height < 1) throw new IOException("it is not complete");
		return pages;
	}

	/** Null for what ImageJ itself does not write. */
	private static PixelType type(final FileInfo info) {
		return switch (info.fileType) {
			case FileInfo.GRAY8, FileInfo.COLOR8 -> PixelType.GREY8;
			case FileInfo.GRAY16_UNSIGNED -> PixelType.GREY16;
			case FileInfo.GRAY32_FLOAT -> PixelType.GREY32;
			case FileInfo.RGB -> PixelType.RGB;
			default -> null;
		};
	}

	private static void setDisplayRange(final ImageProcessor processor, final FileInfo info) throws IOException {
		final Properties description = new FileOpener(info).decodeDescriptionString(info);
		if (description == null) return;
		try {
			final double low = Double.parseDouble(description.getProperty("min", "0"));
			final double high = Double.parseDouble(description.getProperty("max", "0"));
			if (high > low) processor.setMinAndMax(low, high);
		}
		catch (final NumberFormatException e) {
			throw new IOException("its display range is no range", e);
		}
	}
}
