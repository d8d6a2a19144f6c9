package sc.fiji.standout.view;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

import sc.fiji.standout.item.Pixels;
import sc.fiji.standout.study.Columns;
import sc.fiji.standout.study.Study;

/** Montages of outliers as pictures; needs no display. */
public final class Montage {

	private static final TilePainter TILE = new TilePainter(112);
	private static final int MARGIN = 10;
	private static final int TITLE = 52;
	private static final int LEAST_WIDTH = 420;
	private static final long MOST_PIXELS = 200_000_000;

	private Montage() {}

	/**
	 * Draws the outliers of a study side by side, worst first, each with its number, label and score.
	 *
	 * @param columns tiles in a row, at least 1
	 * @param maxCount how many outliers at most, at least 1
	 * @return an opaque picture; where no item is an outlier it says so
	 * @throws IllegalArgumentException when columns or maxCount are out of range or make too large a picture
	 * @throws IllegalStateException when no outliers were looked for yet, or the image was closed or cannot be read
	 */
	public static BufferedImage render(final Study study, final int columns, final int maxCount) {
		check(columns, "columns");
		check(maxCount, "images at most");
		if (study.column(Columns.OUTLIER) == null) throw new IllegalStateException(Shown.OUTLIERS.whyNone(study));
		final int[] outliers = Shown.OUTLIERS.items(study);
		final int count = Math.min(maxCount, outliers.length);
		final int used = Math.max(1, Math.min(columns, count));
		final int rows = Math.max(1, (count + used - 1) / used);
		final long width = Math.max(LEAST_WIDTH, (long) used * TILE.width() + 2 * MARGIN);
		final long height = (long) rows * TILE.height() + TITLE + MARGIN;
		if (width * height > MOST_PIXELS) throw new IllegalArgumentException("A montage of " + count + " images in " +
			columns + " columns would have " + width + " x " + height + " pixels; show at most " + MOST_PIXELS / (TILE
				.width() * TILE.height()) + " images.");
		final BufferedImage image = new BufferedImage((int) width, (int) height, BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = image.createGraphics();
		try {
			graphics.setColor(Color.WHITE);
			graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
			paintTitle(graphics, image.getWidth(), study.items().description(), subtitle(study, count, outliers.length));
			paintTiles(graphics, study, outliers, count, used);
		}
		finally {
			graphics.dispose();
		}
		return image;
	}

	// -- Helper methods --

	private static void check(final int value, final String name) {
		if (value < 1) throw new IllegalArgumentException("A montage of " + value + " " + name +
			" cannot be drawn; it must be at least 1.");
	}

	private static String subtitle(final Study study, final int count, final int outliers) {
		if (outliers == 0) return Shown.OUTLIERS.whyNone(study);
		if (count < outliers) return "The " + count + " worst of " + Summary.count(outliers, "outlier") + " among " + study
			.size() + " items, worst first";
		return Summary.count(outliers, "outlier") + " among " + study.size() + " items, worst first";
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

	private static void paintTiles(final Graphics2D graphics, final Study study, final int[] items, final int count,
		final int columns)
	{
		if (count == 0) return;
		final Captions captions = Captions.of(study);
		final Contrast contrast = Contrast.of(study.items());
		for (int t = 0; t < count; t++) {
			final BufferedImage picture = Thumbnail.of(Pixels.read(study.items(), items[t]), contrast, TILE.side());
			final int x = MARGIN + t % columns * TILE.width();
			final int y = TITLE + t / columns * TILE.height();
			TILE.paint(graphics, x, y, picture, "", captions.title(items[t]), captions.score(items[t]));
		}
	}
}
