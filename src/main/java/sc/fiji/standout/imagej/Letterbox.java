package sc.fiji.standout.imagej;

import java.awt.Rectangle;
import java.util.List;

import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import sc.fiji.standout.imagej.picture.Picture;

/**
 * Shows pictures of differing sizes on one canvas: each scaled, without distortion, until its longer side is
 * {@code size}, and centred. The canvas is just large enough for all of them.
 *
 * @param size longer side of every picture as it is shown, in pixels
 * @param width of the canvas, at most {@code size}
 * @param height of the canvas, at most {@code size}
 */
record Letterbox(int size, int width, int height) {

	private static final int MAXIMUM = 4096;
	private static final int MAXIMUM_AUTOMATIC = 512;
	private static final int MINIMUM = 16;

	/** @throws IllegalArgumentException when the size is neither 0 nor from 16 to 4096 */
	static void checkSize(final int size) {
		if (size != 0 && (size < MINIMUM || size > MAXIMUM)) throw new IllegalArgumentException("size=" + size +
			" must be from " + MINIMUM + " to " + MAXIMUM + " pixels, or 0 for automatic.");
	}

	/** @param size from 16 to 4096, or 0 for the median of the pictures' longer sides, at most 512 */
	static Letterbox of(final List<Picture> pictures, final int size) {
		checkSize(size);
		final int side = size == 0 ? automatic(pictures) : size;
		int width = 1;
		int height = 1;
		for (final Picture picture : pictures) {
			width = Math.max(width, scaled(picture.header().width(), longer(picture), side));
			height = Math.max(height, scaled(picture.header().height(), longer(picture), side));
		}
		return new Letterbox(side, width, height);
	}

	/** Where a picture of this size lies on the canvas; what is left over is split in halves, the larger one last. */
	Rectangle place(final int pictureWidth, final int pictureHeight) {
		final int longer = Math.max(pictureWidth, pictureHeight);
		final int w = scaled(pictureWidth, longer, size);
		final int h = scaled(pictureHeight, longer, size);
		return new Rectangle((width - w) / 2, (height - h) / 2, w, h);
	}

	/** The picture on a canvas that is black beside it; for 32-bit pixels, as dark as the picture's darkest one. */
	ImageProcessor draw(final ImageProcessor picture) {
		final Rectangle place = place(picture.getWidth(), picture.getHeight());
		if (place.width == picture.getWidth() && place.height == picture.getHeight() && place.width == width &&
			place.height == height) return picture;
		picture.setInterpolationMethod(ImageProcessor.BILINEAR);
		final boolean asItIs = place.width == picture.getWidth() && place.height == picture.getHeight();
		final ImageProcessor scaled = asItIs ? picture : picture.resize(place.width, place.height, true);
		final ImageProcessor canvas = scaled.createProcessor(width, height);
		if (canvas instanceof FloatProcessor) {
			picture.resetMinAndMax();
			canvas.add(picture.getMin());
		}
		else {
			canvas.setValue(0);
			canvas.fill();
		}
		canvas.insert(scaled, place.x, place.y);
		return canvas;
	}

	private static int automatic(final List<Picture> pictures) {
		final int[] sides = pictures.stream().mapToInt(Letterbox::longer).sorted().toArray();
		return Math.min(MAXIMUM_AUTOMATIC, sides[sides.length / 2]);
	}

	private static int longer(final Picture picture) {
		return Math.max(picture.header().width(), picture.header().height());
	}

	private static int scaled(final int side, final int longer, final int size) {
		return Math.max(1, (int) Math.round((double) side * size / longer));
	}
}
