package sc.fiji.standout.imagej.picture;

import java.io.File;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.io.FileInfo;
import ij.measure.Calibration;
import ij.plugin.DICOM;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

/**
 * DICOM files that are not compressed, by ImageJ's own reader. Where the file gives values with a sign, or rescales
 * them (such as to Hounsfield units), the pixels are these values as 32-bit numbers.
 */
final class DicomFormat implements Format {

	static final DicomFormat INSTANCE = new DicomFormat();

	private DicomFormat() {}

	/** ImageJ's reader runs commands of its own for some files, so only one is read at a time. */
	@Override
	public synchronized Header header(final File file) throws IOException {
		final String tags = new DICOM().getInfo(file.getAbsolutePath());
		if (tags == null) throw new IOException("its format is not known");
		final int width = (int) number(tags, "0028,0011", 0);
		final int height = (int) number(tags, "0028,0010", 0);
		if (width < 1 || height < 1 || !tags.contains("7FE0,0010")) throw new IOException(
			"it has no picture, or a compressed one");
		return new Header(width, height, type(tags), (int) Math.max(1, number(tags, "0028,0008", 1)));
	}

	@Override
	public synchronized ImageProcessor read(final File file) throws IOException {
		final PixelType type = header(file).type();
		final DICOM image = new DICOM();
		image.open(file.getAbsolutePath());
		final FileInfo info = image.getOriginalFileInfo();
		if (image.getWidth() == 0 || info == null) throw new IOException("its picture cannot be read");
		if (file.length() < info.getOffset() + (long) info.width * info.height * info.getBytesPerPixel())
			throw new IOException("it is cut off");
		final ImageProcessor processor = image.getStack().getProcessor(1);
		if (type != PixelType.GREY32 || processor instanceof FloatProcessor) return processor;
		final Calibration calibration = image.getCalibration();
		final double low = calibration.getCValue(processor.getMin());
		final double high = calibration.getCValue(processor.getMax());
		processor.setCalibrationTable(calibration.getCTable());
		final ImageProcessor values = processor.convertToFloat();
		values.setMinAndMax(low, high);
		return values;
	}

	private static PixelType type(final String tags) {
		if (number(tags, "0028,0002", 1) == 3) return PixelType.RGB;
		final double bits = number(tags, "0028,0100", 16);
		final boolean signed = bits == 16 && number(tags, "0028,0103", 0) == 1;
		if (bits > 16 || signed || number(tags, "0028,1052", 0) != 0 || number(tags, "0028,1053", 1) != 1)
			return PixelType.GREY32;
		return bits == 8 ? PixelType.GREY8 : PixelType.GREY16;
	}

	/** The value of the first tag of this group and element. */
	private static double number(final String tags, final String tag, final double otherwise) {
		final Matcher value = Pattern.compile("(?m)^" + tag + "[^:\n]*: *(-?[0-9.]+(?:[eE][-+]?[0-9]+)?)").matcher(tags);
		return value.find() ? Double.parseDouble(value.group(1)) : otherwise;
	}
}
