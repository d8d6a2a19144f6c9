package sc.fiji.standout.imagej.picture;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;

import ij.process.ImageProcessor;

/** A way to read the files of one or more picture formats; never opens a dialog or a window. */
interface Format {

	/** How many bytes at the beginning of a file tell its format. */
	int START = 1024;

	/** Endings of pictures, also of such that cannot be read: these are missed when they are left out. */
	Set<String> ENDINGS = Set.of("jpg", "jpeg", "jpe", "jfif", "png", "gif", "bmp", "dib", "tif", "tiff", "pgm", "ppm",
		"pbm", "pnm", "dcm", "dicom", "webp", "heic", "heif", "avif", "jp2", "j2k", "jxl", "psd", "svg", "tga", "fits",
		"fit", "fts", "czi", "nd2", "lif", "lsm", "stk", "vsi", "svs", "ndpi", "mrc", "exr");

	/** @throws IOException with the reason, when this is no such picture or not one that can be read */
	Header header(File file) throws IOException;

	/** The first picture with its own size and pixels, in the type of the header. */
	ImageProcessor read(File file) throws IOException;

	/**
	 * The format of a file by its first bytes, whatever its name is.
	 *
	 * @throws IOException when it is no picture of a known format, or cannot be read
	 */
	static Format of(final File file) throws IOException {
		final byte[] start;
		try (InputStream in = new FileInputStream(file)) {
			start = in.readNBytes(START);
		}
		if (has(start, 0, 0xff, 0xd8, 0xff) || has(start, 0, 0x89, 'P', 'N', 'G') || has(start, 0, 'G', 'I', 'F', '8') ||
			has(start, 0, 'B', 'M') && has(start, 6, 0, 0, 0, 0)) return JavaFormat.INSTANCE;
		if (has(start, 0, 'I', 'I', 42, 0) || has(start, 0, 'M', 'M', 0, 42)) return ImageJTiffFormat.knows(start)
			? ImageJTiffFormat.INSTANCE : JavaFormat.INSTANCE;
		if (PnmFormat.knows(start)) return PnmFormat.INSTANCE;
		if (has(start, 128, 'D', 'I', 'C', 'M') || ending(file.getName()).equals("dcm")) return DicomFormat.INSTANCE;
		throw new IOException(start.length == 0 ? "it is empty" : "its format is not known");
	}

	/** Whether a file is called like a picture. */
	static boolean isNamed(final String name) {
		return ENDINGS.contains(ending(name));
	}

	/** What comes after the last dot, in lower case. */
	static String ending(final String name) {
		return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
	}

	private static boolean has(final byte[] start, final int from, final int... bytes) {
		if (start.length < from + bytes.length) return false;
		for (int i = 0; i < bytes.length; i++) if ((start[from + i] & 0xff) != bytes[i]) return false;
		return true;
	}
}
