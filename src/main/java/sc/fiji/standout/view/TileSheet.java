package sc.fiji.standout.view;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

import sc.fiji.standout.matrix.Progress;

/**
 * Draws items side by side as one picture; needs no display.
 *
 * @param pictures where the pictures of the items come from
 * @param captions what is written below them
 */
record TileSheet(Pictures pictures, Captions captions) {

	private static final int SIDE = 112;
	private static final int MARGIN = 10;
	private static final int TITLE = 52;
	private static final int LEAST_WIDTH = 420;
	private static final long MOST_PIXELS = 200_000_000;

	/**
	 * Says what is wrong before anything is computed.
	 *
	 * @throws IllegalArgumentException when columns or count is below 1
	 */
	static void check(final int columns, final int count) {
		if (columns < 1) throw tooFew(columns, "columns");
		if (count < 1) throw tooFew(count, "images at most");
	}

	/**
	 * @param items in their order
	 * @param columns tiles in a row
	 * @return an opaque picture
	 * @throws IllegalArgumentException when the picture would be too large
	 * @throws IllegalStateException when the image was closed or cannot be read
	 */
	BufferedImage draw(final String title, final String subtitle, final int[] items, final int columns,
		final Progress progress)
	{
		final TilePainter tile = new TilePainter(SIDE, Math.max(1, pictures.parts().size()));
		final int used = Math.max(1, Math.min(columns, items.length));
		final int rows = Math.max(1, (items.length + used - 1) / used);
		final int top = TITLE + (pictures.parts().isEmpty() || items.length == 0 ? 0 : TilePainter.NAMES);
		final long width = Math.max(LEAST_WIDTH, (long) used * tile.width() + 2 * MARGIN);
		final long height = (long) rows * tile.height() + top + MARGIN;
		if (width * height > MOST_PIXELS) throw new IllegalArgumentException("A montage of " + items.length + " images in " +
			columns + " columns would have " + width + " x " + height + " pixels; show at most " + MOST_PIXELS / (tile
				.width() * tile.height()) + " images.");
		final BufferedImage image = new BufferedImage((int) width, (int) height, BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = image.createGraphics();
		try {
			graphics.setColor(Color.WHITE);
			graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
			paintTitle(graphics, image.getWidth(), title, subtitle);
			for (int c = 0; c < Math.min(used, items.length); c++) {
				tile.paintNames(graphics, MARGIN + c * tile.width(), TITLE, pictures.parts());
			}
			for (int t = 0; t < items.length; t++) {
				progress.check();
				tile.paint(graphics, MARGIN + t % used * tile.width(), top + t / used * tile.height(), pictures.picture(items[t],
					SIDE), "", captions.title(items[t]), captions.score(items[t]));
				progress.report((t + 1.0) / items.length);
			}
		}
		finally {
			graphics.dispose();
		}
		return image;
	}

	// -- Helper methods --

	private static IllegalArgumentException tooFew(final int value, final String name) {
		return new IllegalArgumentException("A montage of " + value + " " + name +
			" cannot be drawn; it must be at least 1.");
	}

	private static void paintTitle(final Graphics2D graphics, final int width, final String title,
		final String subtitle)
	{
		graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		graphics.setFont(ScatterChart.TITLE);
		FontMetrics metrics = graphics.getFontMetrics();
		graphics.setColor(Palette.TEXT);
		graphics.drawString(HoverCard.fit(title, metrics, width - 3 * MARGIN), MARGIN + 7, 24);
		graphics.setFont(ScatterChart.FONT);
		metrics = graphics.getFontMetrics();
		graphics.setColor(Palette.FAINT);
		graphics.drawString(HoverCard.fit(subtitle, metrics, width - 3 * MARGIN), MARGIN + 7, 42);
	}
}
