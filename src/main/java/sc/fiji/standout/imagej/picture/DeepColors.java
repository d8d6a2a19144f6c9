package sc.fiji.standout.imagej.picture;

import ij.process.ColorProcessor;

/** Colours of more than 8 bits in 8 bits. */
final class DeepColors {

	private DeepColors() {}

	/**
	 * Scales the range of all three channels together to 0..255, so that colours keep their hue.
	 *
	 * @param channels red, green and blue, width * height values each
	 */
	static ColorProcessor rgb(final int width, final int height, final float[][] channels) {
		float low = Float.POSITIVE_INFINITY;
		float high = Float.NEGATIVE_INFINITY;
		for (final float[] channel : channels) {
			for (final float value : channel) {
				if (!Float.isFinite(value)) continue;
				low = Math.min(low, value);
				high = Math.max(high, value);
			}
		}
		final float scale = high > low ? 255 / (high - low) : 0;
		final int[] pixels = new int[width * height];
		for (int i = 0; i < pixels.length; i++) {
			int color = 0xff;
			for (final float[] channel : channels) color = color << 8 | level((channel[i] - low) * scale);
			pixels[i] = color;
		}
		return new ColorProcessor(width, height, pixels);
	}

	private static int level(final float value) {
		return value > 0 ? Math.min(255, Math.round(value)) : 0;
	}
}
