package sc.fiji.standout.view;

import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import javax.swing.SwingUtilities;

import sc.fiji.standout.item.Items;

/**
 * Small pictures of items, read on a thread of their own when first asked for, the latest wish first. Keeps those that
 * were used last, up to a fixed number of bytes.
 */
final class Thumbnails implements AutoCloseable {

	private static final long MOST_BYTES = 64L << 20;

	/** The picture of an item, or no picture when it could not be read. */
	private record Entry(BufferedImage image) {}

	private final Pictures pictures;
	private final int side;
	private final Runnable changed;
	private final int capacity;
	private final Map<Integer, Entry> kept = new LinkedHashMap<>(64, 0.75f, true);
	private final Deque<Integer> wishes = new ArrayDeque<>();
	private final Set<Integer> wished = new HashSet<>();
	private Thread reader;
	private boolean closed;

	/** Of the items themselves. */
	Thumbnails(final Items items, final int side, final Runnable changed) {
		this(new ItemPictures(items), side, changed);
	}

	/**
	 * @param side height of the pictures, and width of each of their squares
	 * @param changed told on the event thread when more pictures are there
	 */
	Thumbnails(final Pictures pictures, final int side, final Runnable changed) {
		this.pictures = pictures;
		this.side = side;
		this.changed = changed;
		capacity = (int) Math.max(16, Math.min(100_000, MOST_BYTES / (4L * side * Pictures.width(pictures
			.parts().size(), side))));
	}

	/** The picture of an item, or null while it is not there yet or when it cannot be read. */
	synchronized BufferedImage get(final int item) {
		final Entry entry = kept.get(item);
		if (entry != null) return entry.image();
		if (closed) return null;
		if (!wished.add(item)) wishes.remove(item);
		wishes.push(item);
		// the user has scrolled on; and what is read late must not push out what is seen
		if (wishes.size() > capacity / 2) wished.remove(wishes.removeLast());
		if (reader == null) {
			reader = new Thread(this::read, "Standout thumbnails");
			reader.setDaemon(true);
			reader.start();
		}
		return null;
	}

	/** Whether the item was tried to be read, with or without success. */
	synchronized boolean isDone(final int item) {
		return kept.containsKey(item);
	}

	/** How many pictures are kept in memory. */
	synchronized int count() {
		return kept.size();
	}

	@Override
	public synchronized void close() {
		closed = true;
		wishes.clear();
		wished.clear();
		kept.clear();
	}

	// -- Helper methods --

	private void read() {
		for (Integer item = next(); item != null; item = next()) {
			final Entry entry = new Entry(picture(item));
			keep(item, entry);
			SwingUtilities.invokeLater(changed);
		}
	}

	/** The next wish; where there is none, this thread ends and the next wish starts another. */
	private synchronized Integer next() {
		final Integer item = wishes.poll();
		if (item == null) reader = null;
		return item;
	}

	private BufferedImage picture(final int item) {
		try {
			return pictures.picture(item, side);
		}
		catch (final RuntimeException e) {
			// the image was closed or cannot be read; the tile says so
			return null;
		}
	}

	private synchronized void keep(final int item, final Entry entry) {
		wished.remove(item);
		if (closed) return;
		kept.put(item, entry);
		final var oldest = kept.entrySet().iterator();
		while (kept.size() > capacity) {
			oldest.next();
			oldest.remove();
		}
	}
}
