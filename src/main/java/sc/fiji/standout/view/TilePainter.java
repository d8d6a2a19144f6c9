package sc.fiji.standout.view;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * Draws one item of a montage: its picture, and below it two lines of text.
 *
 * @param side width and height of the picture
 */
record TilePainter(int side) {

	private static final int PADDING = 7;
	private static final int LINE = 15;
	private static final Font FONT = ScatterChart.FONT.deriveFont(11f);
	private static final Color EMPTY = new Color(0xf0f0f0);

	int width() {
		return side + 2 * PADDING;
	}

	int height() {
		return side + 2 * PADDING + 2 * LINE;
	}

	/**
	 * @param picture or null where there is none
	 * @param instead what is written where there is no picture
	 */
	void paint(final Graphics2D graphics, final int x, final int y, final BufferedImage picture, final String instead,
		final String title, final String score)
	{
		graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		graphics.setFont(FONT);
		final FontMetrics metrics = graphics.getFontMetrics();
		final int left = x + PADDING;
		final int top = y + PADDING;
		if (picture != null) graphics.drawImage(picture, left, top, side, side, null);
		else {
			graphics.setColor(EMPTY);
			graphics.fillRect(left, top, side, side);
			graphics.setColor(Palette.FAINT);
			final String text = HoverCard.fit(instead, metrics, side);
			graphics.drawString(text, left + (side - metrics.stringWidth(text)) / 2, top + side / 2);
		}
		graphics.setColor(Color.BLACK);
		graphics.drawString(HoverCard.fit(title, metrics, side), left, top + side + LINE + 1);
		graphics.setColor(Palette.FAINT);
		graphics.drawString(HoverCard.fit(score, metrics, side), left, top + side + 2 * LINE - 1);
	}

	/** Marks a tile as picked, and as the one in focus. */
	void paintMarks(final Graphics2D graphics, final int x, final int y, final boolean picked, final boolean focused) {
		if (picked) {
			frame(graphics, x, y, 1, 6, Color.BLACK);
			frame(graphics, x, y, 2, 5, Palette.PICKED);
		}
		if (focused) frame(graphics, x, y, 2, 5, Palette.FOCUS);
	}

	/** A frame around the picture alone, so that the text stays legible; from so many pixels outside it to so many. */
	private void frame(final Graphics2D graphics, final int x, final int y, final int from, final int to,
		final Color color)
	{
		graphics.setColor(color);
		for (int d = from; d <= to; d++) {
			final int size = side + 2 * d - 1;
			graphics.drawRect(x + PADDING - d, y + PADDING - d, size, size);
		}
	}
}
