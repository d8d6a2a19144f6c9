package sc.fiji.standout.view;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

import sc.fiji.standout.item.Pixels;

/** Turns the pixels of an item into a small picture. */
final class Thumbnail {

	/** Colours of channels where there are more than one and not three. */
	private static final int[] CHANNELS = { 0x00ff00, 0xff00ff, 0x00ffff, 0xff0000, 0x0000ff, 0xffff00, 0xffffff };
	private static final int[] RGB = { 0xff0000, 0x00ff00, 0x0000ff };
	private static final int GREY = 0xffffff;
	/** How much is left of what does not belong to the item. */
	private static final double DIMMED = 0.35;

	private Thumbnail() {}

	/**
	 * The item with its own proportions in a square of {@code side} pixels, transparent where it does not reach. Small
	 * items are enlarged pixel by pixel, large ones averaged.
	 */
	static BufferedImage of(final Pixels pixels, final Contrast contrast, final int side) {
		final double scale = Math.min((double) side / pixels.width(), (double) side / pixels.height());
		final BufferedImage small = scale < 1 ? averaged(pixels, contrast, scale) : image(pixels, contrast);
		final int width = Math.max(1, (int) Math.round(pixels.width() * scale));
		final int height = Math.max(1, (int) Math.round(pixels.height() * scale));
		final BufferedImage square = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
		final Graphics2D graphics = square.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
		graphics.drawImage(small, (side - width) / 2, (side - height) / 2, width, height, null);
		graphics.dispose();
		return square;
	}

	// -- Helper methods --

	private static BufferedImage image(final Pixels pixels, final Contrast contrast) {
		return averaged(pixels, contrast, 1);
	}

	/** Every pixel of the result is the mean of the pixels that it covers. */
	private static BufferedImage averaged(final Pixels pixels, final Contrast contrast, final double scale) {
		final int width = Math.max(1, (int) Math.round(pixels.width() * scale));
		final int height = Math.max(1, (int) Math.round(pixels.height() * scale));
		final BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < height; y++) {
			final int top = (int) ((long) y * pixels.height() / height);
			final int bottom = Math.max(top + 1, (int) ((y + 1L) * pixels.height() / height));
			for (int x = 0; x < width; x++) {
				final int left = (int) ((long) x * pixels.width() / width);
				final int right = Math.max(left + 1, (int) ((x + 1L) * pixels.width() / width));
				image.setRGB(x, y, mean(pixels, contrast, left, right, top, bottom));
			}
		}
		return image;
	}

	private static int mean(final Pixels pixels, final Contrast contrast, final int left, final int right, final int top,
		final int bottom)
	{
		final int channels = pixels.channels();
		final int area = pixels.width() * pixels.height();
		double red = 0;
		double green = 0;
		double blue = 0;
		for (int y = top; y < bottom; y++) {
			for (int x = left; x < right; x++) {
				final int place = y * pixels.width() + x;
				final double weight = pixels.inside() == null || pixels.inside()[place] ? 255 : 255 * DIMMED;
				for (int c = 0; c < channels; c++) {
					final double value = weight * contrast.scaled(pixels.values()[c * area + place], c);
					final int color = channels == 1 ? GREY : channels == 3 ? RGB[c] : CHANNELS[c % CHANNELS.length];
					if ((color & 0xff0000) != 0) red += value;
					if ((color & 0xff00) != 0) green += value;
					if ((color & 0xff) != 0) blue += value;
				}
			}
		}
		final int count = (right - left) * (bottom - top);
		return byteOf(red / count) << 16 | byteOf(green / count) << 8 | byteOf(blue / count);
	}

	private static int byteOf(final double value) {
		return (int) Math.round(Math.min(255, value));
	}
}
