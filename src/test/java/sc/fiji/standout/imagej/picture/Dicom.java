package sc.fiji.standout.imagej.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes the smallest DICOM files: little-endian, explicit value representations, not compressed. */
final class Dicom {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private Dicom() {}

	/**
	 * @param bits 8 or 16
	 * @param signed 1 for values with a sign
	 * @param intercept added to the values, or "" where they are not rescaled
	 */
	static byte[] of(final int width, final int height, final int bits, final int signed, final String intercept,
		final byte[] pixels)
	{
		final Dicom dicom = new Dicom();
		dicom.out.writeBytes(new byte[128]);
		dicom.out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
		dicom.text(0x0002, 0x0010, "UI", "1.2.840.10008.1.2.1");
		dicom.number(0x0028, 0x0002, 1);
		dicom.text(0x0028, 0x0004, "CS", "MONOCHROME2");
		dicom.number(0x0028, 0x0010, height);
		dicom.number(0x0028, 0x0011, width);
		dicom.number(0x0028, 0x0100, bits);
		dicom.number(0x0028, 0x0103, signed);
		if (!intercept.isEmpty()) {
			dicom.text(0x0028, 0x1052, "DS", intercept);
			dicom.text(0x0028, 0x1053, "DS", "1");
		}
		dicom.tag(0x7fe0, 0x0010, "OW");
		dicom.out.writeBytes(new byte[2]);
		dicom.out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(pixels.length).array());
		dicom.out.writeBytes(pixels);
		return dicom.out.toByteArray();
	}

	private void number(final int group, final int element, final int value) {
		tag(group, element, "US");
		two(2);
		two(value);
	}

	private void text(final int group, final int element, final String type, final String text) {
		final String even = text.length() % 2 == 0 ? text : text + (type.equals("UI") ? '\0' : ' ');
		tag(group, element, type);
		two(even.length());
		out.writeBytes(even.getBytes(StandardCharsets.US_ASCII));
	}

	private void tag(final int group, final int element, final String type) {
		two(group);
		two(element);
		out.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
	}

	private void two(final int value) {
		out.write(value);
		out.write(value >> 8);
	}
}
