package sc.fiji.standout.view;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Draws one item of a montage: its picture, and below it two lines of text.
 *
 * @param side height of the picture, and width of each of its squares
 * @param parts how many squares the picture has
 */
record TilePainter(int side, int parts) {

	/** Room for what {@link #paintNames} writes. */
	static final int NAMES = 22;

	private static final int PADDING = 7;
	private static final int LINE = 15;
	private static final Font FONT = ScatterChart.FONT.deriveFont(11f);
	private static final Color EMPTY = new Color(0xf0f0f0);

	/** Pictures of one square. */
	TilePainter(final int side) {
		this(side, 1);
	}

	int width() {
		return pictureWidth() + 2 * PADDING;
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
		final int width = pictureWidth();
		if (picture != null) graphics.drawImage(picture, left, top, width, side, null);
		else {
			graphics.setColor(EMPTY);
			graphics.fillRect(left, top, width, side);
			graphics.setColor(Palette.FAINT);
			final String text = HoverCard.fit(instead, metrics, width);
			graphics.drawString(text, left + (width - metrics.stringWidth(text)) / 2, top + side / 2);
		}
		graphics.setColor(Color.BLACK);
		graphics.drawString(HoverCard.fit(title, metrics, width), left, top + side + LINE + 1);
		graphics.setColor(Palette.FAINT);
		graphics.drawString(HoverCard.fit(score, metrics, width), left, top + side + 2 * LINE - 1);
	}

	/** Writes what the squares of a column of tiles show, above it. */
	void paintNames(final Graphics2D graphics, final int x, final int y, final List<String> names) {
		graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		graphics.setFont(FONT);
		graphics.setColor(Palette.FAINT);
		final FontMetrics metrics = graphics.getFontMetrics();
		for (int p = 0; p < names.size(); p++) {
			graphics.drawString(HoverCard.fit(names.get(p), metrics, side), x + PADDING + p * (side + Pictures.GAP), y +
				NAMES - 6);
		}
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
			final int more = 2 * d - 1;
			graphics.drawRect(x + PADDING - d, y + PADDING - d, pictureWidth() + more, side + more);
		}
	}

	private int pictureWidth() {
		return Pictures.width(parts, side);
	}
}
