package sc.fiji.standout.view;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.BitSet;

import javax.swing.JComponent;
import javax.swing.Scrollable;

import sc.fiji.standout.study.Study;

/** Tiles in as many columns as fit; draws and reads only those that are seen. */
final class MontagePanel extends JComponent implements Scrollable {

	private static final long serialVersionUID = 1L;

	private final transient Study study;
	private transient Pictures pictures;
	private transient Thumbnails thumbnails;
	private transient TilePainter tile;
	private transient Captions captions;
	private transient BitSet picked = new BitSet();
	private int[] items = {};
	private int focus = -1;
	private String message = "";

	MontagePanel(final Study study, final Pictures pictures, final int side) {
		this.study = study;
		this.pictures = pictures;
		setFocusable(true);
		setOpaque(true);
		setSide(side);
	}

	/** @param message said where there are no items */
	void setItems(final int[] newItems, final Captions newCaptions, final String newMessage) {
		items = newItems;
		captions = newCaptions;
		message = newMessage;
		revalidate();
		repaint();
	}

	int[] items() {
		return items;
	}

	/** Sets the height of the pictures, and the width of each of their squares. */
	void setSide(final int side) {
		if (tile == null || tile.side() != side) setTiles(side);
	}

	/** Takes the pictures from elsewhere from now on. */
	void setPictures(final Pictures newPictures) {
		pictures = newPictures;
		setTiles(tile.side());
	}

	TilePainter tile() {
		return tile;
	}

	Thumbnails thumbnails() {
		return thumbnails;
	}

	/** Shows what is picked, and scrolls to the item in focus when that is another than before. */
	void selectionChanged() {
		final BitSet bits = new BitSet();
		for (final int item : study.selection().items()) bits.set(item);
		picked = bits;
		final int before = focus;
		focus = study.selection().focus();
		if (focus != before) scrollTo(focus);
		repaint();
	}

	/** The place of a tile in the list at a point of this component, or -1. */
	int indexAt(final int x, final int y) {
		final int column = Math.floorDiv(x - left(), tile.width());
		if (column < 0 || column >= columns() || y < 0) return -1;
		final long index = (long) (y / tile.height()) * columns() + column;
		return index < items.length ? (int) index : -1;
	}

	/** Where a tile lies. */
	Rectangle tileBounds(final int index) {
		final int x = left() + index % columns() * tile.width();
		final int y = index / columns() * tile.height();
		return new Rectangle(x, y, tile.width(), tile.height());
	}

	int columns() {
		return Math.max(1, getWidth() / tile.width());
	}

	/** Where the first column lies; the columns are centred. */
	int left() {
		return Math.max(0, (getWidth() - columns() * tile.width()) / 2);
	}

	void close() {
		thumbnails.close();
	}

	@Override
	protected void paintComponent(final Graphics g) {
		final Graphics2D graphics = (Graphics2D) g.create();
		final Rectangle clip = graphics.getClipBounds();
		graphics.setColor(Color.WHITE);
		graphics.fillRect(clip.x, clip.y, clip.width, clip.height);
		if (items.length == 0) paintMessage(graphics);
		final int first = clip.y / tile.height() * columns();
		final int end = (int) Math.min(items.length, ((clip.y + clip.height) / tile.height() + 1L) * columns());
		for (int index = first; index < end; index++) {
			final int item = items[index];
			final Rectangle at = tileBounds(index);
			final BufferedImage picture = thumbnails.get(item);
			tile.paint(graphics, at.x, at.y, picture, thumbnails.isDone(item) ? "cannot be read" : "", captions.title(item),
				captions.score(item));
			tile.paintMarks(graphics, at.x, at.y, picked.get(item), item == focus);
		}
		graphics.dispose();
	}

	// -- Scrollable --

	@Override
	public Dimension getPreferredSize() {
		final int rows = (items.length + columns() - 1) / columns();
		return new Dimension(tile.width(), (int) Math.min(Integer.MAX_VALUE, (long) rows * tile.height()));
	}

	@Override
	public Dimension getPreferredScrollableViewportSize() {
		return new Dimension(900, 600);
	}

	@Override
	public int getScrollableUnitIncrement(final Rectangle visible, final int orientation, final int direction) {
		return tile.height() / 2;
	}

	@Override
	public int getScrollableBlockIncrement(final Rectangle visible, final int orientation, final int direction) {
		return Math.max(tile.height(), visible.height - tile.height());
	}

	@Override
	public boolean getScrollableTracksViewportWidth() {
		return true;
	}

	@Override
	public boolean getScrollableTracksViewportHeight() {
		return getParent() != null && getPreferredSize().height < getParent().getHeight();
	}

	// -- Helper methods --

	private void setTiles(final int side) {
		if (thumbnails != null) thumbnails.close();
		tile = new TilePainter(side, Math.max(1, pictures.parts().size()));
		thumbnails = new Thumbnails(pictures, side, this::repaint);
		revalidate();
		repaint();
	}

	private void scrollTo(final int item) {
		for (int index = 0; index < items.length; index++) {
			if (items[index] == item) {
				scrollRectToVisible(tileBounds(index));
				return;
			}
		}
	}

	private void paintMessage(final Graphics2D graphics) {
		graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		graphics.setFont(ScatterChart.FONT.deriveFont(14f));
		graphics.setColor(Palette.FAINT);
		final FontMetrics metrics = graphics.getFontMetrics();
		graphics.drawString(message, Math.max(10, (getWidth() - metrics.stringWidth(message)) / 2), getHeight() / 2);
	}
}
