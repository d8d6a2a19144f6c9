package sc.fiji.standout.imagej.picture;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

/** The kinds of pixels that pictures have, from the smallest range to the largest, and colours. */
public enum PixelType {

	/** 8-bit grey. */
	GREY8(8),
	/** 16-bit grey, unsigned. */
	GREY16(16),
	/** 32-bit grey: numbers with a sign or a fraction. */
	GREY32(32),
	/** Red, green and blue of 8 bits each. */
	RGB(24);

	private final int bits;

	PixelType(final int bits) {
		this.bits = bits;
	}

	/** What ImageJ calls the bit depth: 8, 16, 24 (RGB) or 32. */
	public int bits() {
		return bits;
	}

	/** 3 for RGB, else 1. */
	public int channels() {
		return this == RGB ? 3 : 1;
	}

	/** The type in which pictures of both types can be compared: colours where one has them, else the larger range. */
	public PixelType with(final PixelType other) {
		return compareTo(other) >= 0 ? this : other;
	}

	/** The type of an image that ImageJ has read. */
	static PixelType of(final ImageProcessor processor) {
		for (final PixelType type : values()) if (type.bits == processor.getBitDepth()) return type;
		throw new IllegalStateException("ImageJ has no images of " + processor.getBitDepth() + " bits.");
	}

	/**
	 * A picture of a smaller type in this one. Grey values stay what they are; only for colours, grey of 16 and 32 bits is
	 * scaled to 8 bits by the picture's own display range.
	 */
	ImageProcessor convert(final ImageProcessor processor) {
		return switch (this) {
			case GREY8 -> processor.convertToByte(true);
			case GREY16 -> processor.convertToShort(false);
			case GREY32 -> processor.convertToFloat();
			case RGB -> processor instanceof ColorProcessor ? processor : processor.convertToByte(true).convertToRGB();
		};
	}
}
