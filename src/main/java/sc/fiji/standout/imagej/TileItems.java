package sc.fiji.standout.imagej;

import java.awt.Rectangle;

import ij.ImagePlus;
import ij.gui.Roi;

/**
 * The square tiles of a grid on every frame, row by row. What is left at the right and lower border is no item, so that
 * all items have the same size.
 */
final class TileItems extends RegionItems {

	/** The smallest edge of a tile in pixels: below it there is no texture to speak of. */
	static final int MINIMUM = 8;

	private final int tile;
	private final int columns;
	private final int perFrame;

	TileItems(final ImagePlus image, final int tile) {
		super(image, "tiles");
		final int most = Math.min(image.getWidth(), image.getHeight());
		if (tile < MINIMUM || tile > most) throw new IllegalArgumentException("tile=" + tile + " does not fit '" + image
			.getTitle() + "' of " + image.getWidth() + " x " + image.getHeight() + " pixels; it must be " + (most < MINIMUM
				? "at least " + MINIMUM + ", so this image is too small for tiles." : "from " + MINIMUM + " to " + most + "."));
		this.tile = tile;
		columns = image.getWidth() / tile;
		perFrame = columns * (image.getHeight() / tile);
		if ((long) perFrame * frames.count() > Integer.MAX_VALUE) throw new IllegalArgumentException("tile=" + tile +
			" makes " + (long) perFrame * frames.count() + " tiles; choose larger ones.");
	}

	@Override
	public int size() {
		return perFrame * frames.count();
	}

	@Override
	Rectangle bounds(final int item) {
		final int i = item % perFrame;
		return new Rectangle(i % columns * tile, i / columns * tile, tile, tile);
	}

	@Override
	int slice(final int item) {
		return frames.slice(item / perFrame);
	}

	@Override
	String name(final int item) {
		final Rectangle r = bounds(item);
		return "x=" + r.x + " y=" + r.y;
	}

	@Override
	boolean[] inside(final int item) {
		return null;
	}

	@Override
	Roi shape(final int item) {
		return new Roi(bounds(item));
	}
}
