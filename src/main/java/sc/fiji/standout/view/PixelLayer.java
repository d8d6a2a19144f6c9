package sc.fiji.standout.view;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Transparent pixels over the data area of a plot, one for each dot of the device. */
final class PixelLayer {

	private final BufferedImage image;
	private final int[] pixels;
	private final int left;
	private final int top;
	private final Viewport viewport;
	private final double scale;

	/**
	 * @param viewport in the coordinates of the component
	 * @param scale dots of the device for each unit of these
	 */
	PixelLayer(final Viewport viewport, final double scale) {
		final Viewport dots = viewport.transformed(scale, scale, 0, 0);
		left = (int) Math.floor(dots.left());
		top = (int) Math.floor(dots.top());
		final int width = Math.max(1, (int) Math.ceil(dots.left() + dots.width()) - left);
		final int height = Math.max(1, (int) Math.ceil(dots.top() + dots.height()) - top);
		image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
		pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
		this.viewport = dots.transformed(1, 1, -left, -top);
		this.scale = scale;
	}

	/** Dots of the device for each unit of length. */
	double scale() {
		return scale;
	}

	/** Stamps a mark at a point of the data. */
	void stamp(final Sprite sprite, final double x, final double y, final int rgb, final int opacity) {
		sprite.stamp(pixels, image.getWidth(), image.getHeight(), viewport.screenX(x), viewport.screenY(y), rgb, opacity);
	}

	/** Draws the layer dot by dot, with the graphics' origin but whatever their scale. */
	void draw(final Graphics2D graphics) {
		final AffineTransform before = graphics.getTransform();
		// Swing moves the origin from one paint to the next, so it cannot be part of a layer that is kept
		graphics.setTransform(AffineTransform.getTranslateInstance(before.getTranslateX(), before.getTranslateY()));
		graphics.drawImage(image, left, top, null);
		graphics.setTransform(before);
	}
}
