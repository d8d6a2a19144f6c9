package sc.fiji.standout.view;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** A small card next to the cursor with the picture of an item and what is known about it. */
final class HoverCard {

	static final int PICTURE = 96;
	private static final int PADDING = 8;
	private static final int DISTANCE = 14;

	private HoverCard() {}

	/**
	 * @param x of the item's point
	 * @param y of the item's point
	 * @param picture or null while it is not there
	 */
	static void paint(final Graphics2D graphics, final int x, final int y, final int width, final int height,
		final List<String> lines, final BufferedImage picture)
	{
		graphics.setFont(ScatterChart.FONT);
		final FontMetrics metrics = graphics.getFontMetrics();
		int textWidth = 0;
		for (final String line : lines) textWidth = Math.max(textWidth, metrics.stringWidth(line));
		textWidth = Math.min(textWidth, 220);
		final int cardWidth = PICTURE + textWidth + 3 * PADDING;
		final int cardHeight = Math.max(PICTURE, lines.size() * metrics.getHeight()) + 2 * PADDING;
		final int left = x + DISTANCE + cardWidth <= width ? x + DISTANCE : Math.max(0, x - DISTANCE - cardWidth);
		final int top = y + DISTANCE + cardHeight <= height ? y + DISTANCE : Math.max(0, y - DISTANCE - cardHeight);
		final RoundRectangle2D card = new RoundRectangle2D.Double(left, top, cardWidth, cardHeight, 8, 8);
		graphics.setColor(new Color(255, 255, 255, 240));
		graphics.fill(card);
		graphics.setColor(new Color(0xb0b0b0));
		graphics.draw(card);
		if (picture != null) graphics.drawImage(picture, left + PADDING, top + PADDING, PICTURE, PICTURE, null);
		int baseline = top + PADDING + metrics.getAscent();
		for (final String line : lines) {
			graphics.setColor(baseline == top + PADDING + metrics.getAscent() ? Color.BLACK : Palette.TEXT);
			graphics.drawString(fit(line, metrics, textWidth), left + PICTURE + 2 * PADDING, baseline);
			baseline += metrics.getHeight();
		}
	}

	/** The text, or as much of its beginning as is not wider than the given pixels. */
	static String fit(final String text, final FontMetrics metrics, final int width) {
		if (metrics.stringWidth(text) <= width) return text;
		int end = text.length();
		while (end > 0 && metrics.stringWidth(text.substring(0, end) + "\u2026") > width) end--;
		return text.substring(0, end) + "\u2026";
	}
}
