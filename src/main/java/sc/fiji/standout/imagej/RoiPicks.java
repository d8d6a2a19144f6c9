package sc.fiji.standout.imagej;

import java.awt.EventQueue;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import ij.plugin.frame.Recorder;
import ij.plugin.frame.RoiManager;

import sc.fiji.standout.study.Selection;

/** Links what is picked with the entries of the ROI Manager, both ways. */
public final class RoiPicks {

	/** The list in the window of the ROI Manager. It is made of Swing, and so is known only to the views. */
	public interface Entries {

		/** Selects these entries, at once, so that nobody takes the first of them for the only one. On the event thread. */
		void select(RoiManager manager, int[] entries);

		/** Scrolls to this entry. On the event thread. */
		void show(RoiManager manager, int entry);

		/** Lets go of the window; from any thread. */
		void close();
	}

	private final ImagePlus image;
	private final Selection selection;
	private final KnownRois items;
	private volatile boolean picking;
	private volatile Entries list;
	private boolean closed;

	/** @param rois as ImageJ has them, one for each item */
	RoiPicks(final ImagePlus image, final Selection selection, final Roi[] rois) {
		this.image = image;
		this.selection = selection;
		items = new KnownRois(rois);
	}

	/** Takes part in the list of the manager's window until the link ends, where nobody does so yet. */
	public synchronized void join(final Supplier<Entries> maker) {
		if (list == null && !closed) list = maker.get();
	}

	synchronized void close() {
		closed = true;
		if (list != null) list.close();
	}

	/** The item of a ROI; -1 where it is none, or while the manager is told what to pick. */
	int item(final Roi roi) {
		return roi == null || picking ? -1 : items.item(roi);
	}

	// -- From the manager to the selection --

	/** Whether entries are selected by us just now, and not by the user. */
	public boolean isPicking() {
		return picking;
	}

	/**
	 * The user selected exactly these entries in the manager's window. Items that have no entry there are dropped with
	 * those that were deselected; entries that are no items pick nothing, as ROIs do that are drawn in the image.
	 *
	 * @param lead the entry that was selected or deselected last; its item becomes the focus if it is picked
	 */
	public void selected(final RoiManager manager, final int[] entries, final int lead) {
		final int[] all = items.of(manager.getRoisAsArray());
		final BitSet listed = bits(Arrays.stream(all));
		final BitSet chosen = bits(Arrays.stream(entries).filter(e -> e < all.length).map(e -> all[e]));
		if (chosen.isEmpty() && (entries.length > 0 || listed.isEmpty())) return;
		listed.and(bits(Arrays.stream(selection.items())));
		if (chosen.equals(listed)) return;
		final int last = lead >= 0 && lead < all.length ? all[lead] : -1;
		final int before = selection.focus();
		final int focus = last >= 0 && chosen.get(last) ? last : before >= 0 && chosen.get(before) ? before : -1;
		final int[] picked = focus < 0 ? chosen.stream().toArray() : IntStream.concat(IntStream.of(focus), chosen.stream())
			.toArray();
		// the manager has it already
		selection.set(picked, this);
	}

	private static BitSet bits(final IntStream items) {
		final BitSet bits = new BitSet();
		items.filter(i -> i >= 0).forEach(bits::set);
		return bits;
	}

	// -- From the selection to the manager --

	/** Picks in the ROI Manager, where there is one, the entries of what is picked when their turn comes. */
	void pick() {
		final RoiManager manager = RoiItems.manager();
		if (manager == null || manager.getCount() == 0) return;
		if (manager.isVisible() && !EventQueue.isDispatchThread()) EventQueue.invokeLater(() -> pick(manager));
		else pick(manager);
	}

	private void pick(final RoiManager manager) {
		final int[] all = items.of(manager.getRoisAsArray());
		final BitSet picked = bits(Arrays.stream(selection.items()));
		final int[] entries = IntStream.range(0, all.length).filter(i -> all[i] >= 0 && picked.get(all[i])).toArray();
		if (!Arrays.equals(entries, manager.getSelectedIndexes())) select(manager, entries);
		final int focus = selection.focus();
		final Entries window = window();
		if (window != null && focus >= 0) IntStream.of(entries).filter(i -> all[i] == focus).findFirst().ifPresent(
			i -> window.show(manager, i));
	}

	private void select(final RoiManager manager, final int[] entries) {
		// the manager puts a single ROI on the active image, and records it as if the user had clicked
		final ImagePlus active = WindowManager.getTempCurrentImage();
		final Entries window = window();
		Recorder.suspendRecording();
		WindowManager.setTempCurrentImage(image);
		picking = true;
		try {
			if (entries.length == 1) manager.selectAndMakeVisible(image, entries[0]);
			else if (window != null) window.select(manager, entries);
			else manager.setSelectedIndexes(entries);
		}
		finally {
			picking = false;
			WindowManager.setTempCurrentImage(active);
			Recorder.resumeRecording();
		}
	}

	/** The list to be used on this thread, or null. */
	private Entries window() {
		return EventQueue.isDispatchThread() ? list : null;
	}
}
