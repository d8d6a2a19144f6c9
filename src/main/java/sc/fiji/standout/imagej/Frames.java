package sc.fiji.standout.imagej;

import java.awt.Rectangle;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;

import ij.ImagePlus;

/**
 * The slices of an image, grouped into frames: the channels of one z position and time point together, or each slice by
 * itself. ImageJ keeps the channels of a position side by side in the stack.
 */
final class Frames {

	private final Planes planes;
	private final int channels;
	private final int width;
	private final int height;
	private final boolean rgb;

	/** @param together whether the channels of one position belong together */
	Frames(final ImagePlus image, final boolean together) {
		channels = together ? image.getNChannels() : 1;
		planes = new Planes(image, Math.max(2, 2 * channels));
		width = image.getWidth();
		height = image.getHeight();
		rgb = image.getType() == ImagePlus.COLOR_RGB;
	}

	Planes planes() {
		return planes;
	}

	int count() {
		return planes.size() / channels;
	}

	int channels() {
		return channels;
	}

	int width() {
		return width;
	}

	int height() {
		return height;
	}

	/** Width, height and channels of what is read from this many pixels. */
	int[] dimensions(final int w, final int h) {
		return new int[] { w, h, rgb ? 3 * channels : channels };
	}

	/** The stack position (from 1) of the first channel of a frame (from 0). */
	int slice(final int frame) {
		return frame * channels + 1;
	}

	/** The frame (from 0) that a stack position (from 1) belongs to. */
	int frame(final int slice) {
		return (slice - 1) / channels;
	}

	String label(final int frame) {
		return planes.label(slice(frame));
	}

	RandomAccessibleInterval<? extends RealType<?>> read(final int frame) {
		return read(frame, new Rectangle(width, height));
	}

	/** A copy of one rectangle of all channels: x, y, channel. Values are the raw ones, calibration is not applied. */
	RandomAccessibleInterval<? extends RealType<?>> read(final int frame, final Rectangle r) {
		final Object[] sources = new Object[channels];
		for (int c = 0; c < channels; c++) sources[c] = planes.pixels(slice(frame) + c);
		return copy(sources, width, r);
	}

	/**
	 * A copy of one rectangle: x, y, channel.
	 *
	 * @param sources for each channel a pixel array of ImageJ's, all of one type; RGB gives three channels each
	 * @param width of the sources
	 */
	static RandomAccessibleInterval<? extends RealType<?>> copy(final Object[] sources, final int width,
		final Rectangle r)
	{
		final int channels = sources.length;
		final int area = r.width * r.height;
		if (sources[0] instanceof int[]) return rgb(sources, width, r, area);
		final Object target = sources[0] instanceof byte[] ? new byte[area * channels]
			: sources[0] instanceof short[] ? new short[area * channels] : new float[area * channels];
		for (int c = 0; c < channels; c++) {
			for (int y = 0; y < r.height; y++) {
				System.arraycopy(sources[c], (r.y + y) * width + r.x, target, c * area + y * r.width, r.width);
			}
		}
		if (target instanceof byte[] bytes) return ArrayImgs.unsignedBytes(bytes, r.width, r.height, channels);
		if (target instanceof short[] shorts) return ArrayImgs.unsignedShorts(shorts, r.width, r.height, channels);
		return ArrayImgs.floats((float[]) target, r.width, r.height, channels);
	}

	private static RandomAccessibleInterval<? extends RealType<?>> rgb(final Object[] sources, final int width,
		final Rectangle r, final int area)
	{
		final int channels = sources.length;
		final byte[] bytes = new byte[area * 3 * channels];
		for (int c = 0; c < channels; c++) {
			final int[] source = (int[]) sources[c];
			final int red = 3 * c * area;
			for (int y = 0, i = 0; y < r.height; y++) {
				for (int x = 0; x < r.width; x++, i++) {
					final int value = source[(r.y + y) * width + r.x + x];
					bytes[red + i] = (byte) (value >> 16);
					bytes[red + area + i] = (byte) (value >> 8);
					bytes[red + 2 * area + i] = (byte) value;
				}
			}
		}
		return ArrayImgs.unsignedBytes(bytes, r.width, r.height, 3L * channels);
	}
}
