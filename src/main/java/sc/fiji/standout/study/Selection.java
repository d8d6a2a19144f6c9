package sc.fiji.standout.study;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/**
 * What is picked: the one model that the plot, the image, the overlay, the ROI Manager, the table and the montage all
 * read and write. Listeners are told once for each change, on the thread that made it, and with its origin, so that a
 * view can leave its own changes alone.
 */
public final class Selection {

	/** Told of every change. */
	public interface Listener {

		/** @param origin who made the change */
		void selectionChanged(Selection selection, Object origin);
	}

	private final int size;
	private final List<Listener> listeners = new CopyOnWriteArrayList<>();
	private BitSet items = new BitSet();
	private int focus = -1;

	/** @param size how many items there are */
	public Selection(final int size) {
		this.size = size;
	}

	/** The picked items (from 0), ascending. */
	public synchronized int[] items() {
		return items.stream().toArray();
	}

	public synchronized int count() {
		return items.cardinality();
	}

	public synchronized boolean contains(final int item) {
		return items.get(item);
	}

	/** The item that was picked last and that the image should show, or -1. */
	public synchronized int focus() {
		return focus;
	}

	/** Picks exactly these items; the first becomes the focus. */
	public void set(final int[] picked, final Object origin) {
		change(bits(picked), picked.length == 0 ? -1 : picked[0], origin);
	}

	/** Picks these items too; the first becomes the focus. */
	public void add(final int[] picked, final Object origin) {
		final BitSet more = snapshot();
		more.or(bits(picked));
		change(more, picked.length == 0 ? focus() : picked[0], origin);
	}

	/** Picks an item that was not picked, and drops one that was. */
	public void toggle(final int item, final Object origin) {
		final BitSet flipped = snapshot();
		flipped.xor(bits(item));
		change(flipped, flipped.get(item) ? item : -1, origin);
	}

	public void clear(final Object origin) {
		change(new BitSet(), -1, origin);
	}

	public void addListener(final Listener listener) {
		listeners.add(listener);
	}

	public void removeListener(final Listener listener) {
		listeners.remove(listener);
	}

	private synchronized BitSet snapshot() {
		return (BitSet) items.clone();
	}

	private BitSet bits(final int... picked) {
		final BitSet bits = new BitSet(size);
		for (final int item : picked) {
			if (item < 0 || item >= size) throw new IllegalArgumentException("Item " + (item + 1) +
				" does not exist; there are items 1 to " + size + ".");
			bits.set(item);
		}
		return bits;
	}

	private void change(final BitSet picked, final int newFocus, final Object origin) {
		synchronized (this) {
			if (picked.equals(items) && newFocus == focus) return;
			items = picked;
			focus = newFocus;
		}
		for (final Listener listener : listeners) listener.selectionChanged(this, origin);
	}

	/** All items from 0 to size - 1 for which the flag is set. */
	public static int[] where(final boolean[] flags) {
		return IntStream.range(0, flags.length).filter(i -> flags[i]).toArray();
	}

	@Override
	public String toString() {
		return "Selection " + Arrays.toString(items());
	}
}
