package sc.fiji.standout.imagej.picture;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

import ij.process.ImageProcessor;

/**
 * JPEG, PNG, GIF, BMP and TIFF, by the readers that every Java has: readers that other plugins bring along would make
 * the pixels depend on the installation. Pictures are taken as they are stored; the orientation that a camera notes,
 * and colour profiles, are not applied, as in ImageJ.
 */
final class JavaFormat implements Format {

	static final JavaFormat INSTANCE = new JavaFormat();

	/** Does something with the reader of an open file. */
	private interface Use<T> {

		T with(ImageReader reader) throws IOException;
	}

	private JavaFormat() {}

	@Override
	public Header header(final File file) throws IOException {
		return use(file, reader -> {
			final ImageTypeSpecifier type = type(reader);
			return new Header(reader.getWidth(0), reader.getHeight(0), BufferedPixels.type(type.getColorModel(), type
				.getSampleModel()), pages(reader));
		});
	}

	@Override
	public ImageProcessor read(final File file) throws IOException {
		return use(file, reader -> {
			// a file that was cut off is filled up with grey, and that is only a warning
			final AtomicReference<String> cutOff = new AtomicReference<>();
			reader.addIIOReadWarningListener((source, warning) -> {
				if (warning.toLowerCase(Locale.ROOT).contains("premature end")) cutOff.set(warning);
			});
			type(reader);
			final BufferedImage image = reader.read(0);
			if (cutOff.get() != null) throw new IOException("it is cut off");
			return BufferedPixels.of(image);
		});
	}

	private static <T> T use(final File file, final Use<T> use) throws IOException {
		try (ImageInputStream in = new FileImageInputStream(file)) {
			final ImageReader reader = reader(in);
			try {
				reader.setInput(in, false, true);
				return use.with(reader);
			}
			finally {
				reader.dispose();
			}
		}
	}

	private static ImageReader reader(final ImageInputStream in) throws IOException {
		for (final Iterator<ImageReader> readers = ImageIO.getImageReaders(in); readers.hasNext();) {
			final ImageReader reader = readers.next();
			if (reader.getClass().getModule() == ImageIO.class.getModule()) return reader;
			reader.dispose();
		}
		throw new IOException("its format is not known");
	}

	/** The first of the types in which a picture can be had is the one in which it is read. */
	private static ImageTypeSpecifier type(final ImageReader reader) throws IOException {
		final Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
		if (types == null || !types.hasNext()) throw new IOException("its kind of colours is not supported");
		return types.next();
	}

	/** Others have one page, and counting them would read the whole file. */
	private static int pages(final ImageReader reader) throws IOException {
		final String format = reader.getFormatName().toLowerCase(Locale.ROOT);
		return format.startsWith("gif") || format.startsWith("tif") ? reader.getNumImages(true) : 1;
	}
}
