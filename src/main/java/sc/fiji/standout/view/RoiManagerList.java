package sc.fiji.standout.view;

import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import java.awt.event.WindowEvent;
import java.lang.ref.WeakReference;

import javax.swing.JList;
import javax.swing.Timer;
import javax.swing.event.ListSelectionEvent;
import javax.swing.event.ListSelectionListener;

import ij.plugin.frame.RoiManager;

import sc.fiji.standout.imagej.ImageLink;
import sc.fiji.standout.imagej.RoiPicks;

/**
 * The list in the window of the ROI Manager, as a view of what is picked. ImageJ tells nobody when several entries are
 * selected there, or none, so the list itself is listened to, in whatever window the manager has: it may be opened and
 * closed at any time. The toolkit and the list hold the link only weakly.
 */
public final class RoiManagerList implements RoiPicks.Entries, AWTEventListener, ListSelectionListener {

	/** Milliseconds without an event. */
	private static final int PAUSE = 30;

	private final WeakReference<RoiPicks> picks;
	/**
	 * Selecting entries can be many events, the first of which says that there is none, and on a thread of its own. What
	 * comes of them is looked at once, when they are over.
	 */
	private final Timer over = new Timer(PAUSE, e -> pickSelected());
	private volatile boolean closed;
	// both on the event thread only
	private RoiManager manager;
	private JList<?> list;

	private RoiManagerList(final RoiPicks picks) {
		this.picks = new WeakReference<>(picks);
		over.setRepeats(false);
		Toolkit.getDefaultToolkit().addAWTEventListener(this, AWTEvent.WINDOW_EVENT_MASK);
		EventQueue.invokeLater(() -> watch(RoiManager.getRawInstance()));
	}

	/** Links the list with the items of an image until their link ends. May be called again; not for headless use. */
	public static void join(final ImageLink link) {
		final RoiPicks picks = link.rois();
		if (picks != null) picks.join(() -> new RoiManagerList(picks));
	}

	@Override
	public void close() {
		closed = true;
		Toolkit.getDefaultToolkit().removeAWTEventListener(this);
		if (EventQueue.isDispatchThread()) watch(null);
		else EventQueue.invokeLater(() -> watch(null));
	}

	/** Windows come and go; on the event thread. */
	@Override
	public void eventDispatched(final AWTEvent e) {
		if (!(e.getSource() instanceof RoiManager window)) return;
		if (picks.get() == null) close();
		else if (e.getID() == WindowEvent.WINDOW_OPENED && window == RoiManager.getRawInstance()) watch(window);
		else if (e.getID() == WindowEvent.WINDOW_CLOSED && window == manager) watch(null);
	}

	private void watch(final RoiManager window) {
		if (list != null) list.removeListSelectionListener(this);
		manager = closed ? null : window;
		list = manager == null ? null : find(manager);
		if (list != null) list.addListSelectionListener(this);
	}

	private static JList<?> find(final Container parent) {
		for (final Component child : parent.getComponents()) {
			if (child instanceof JList<?> found) return found;
			final JList<?> inside = child instanceof Container c ? find(c) : null;
			if (inside != null) return inside;
		}
		return null;
	}

	// -- From the list to the selection --

	/** ImageJ and macros select entries on other threads too. */
	@Override
	public void valueChanged(final ListSelectionEvent e) {
		final RoiPicks target = picks.get();
		if (target == null) close();
		else if (!e.getValueIsAdjusting() && !target.isPicking()) over.restart();
	}

	private void pickSelected() {
		final RoiPicks target = picks.get();
		if (target != null && list != null) target.selected(manager, list.getSelectedIndices(), list
			.getLeadSelectionIndex());
	}

	// -- From the selection to the list --

	@Override
	public void select(final RoiManager target, final int[] entries) {
		if (target != manager || list == null) {
			target.setSelectedIndexes(entries);
			return;
		}
		// else the manager would show the slice and the ROI of the first entry, before the second is selected
		list.setValueIsAdjusting(true);
		try {
			list.setSelectedIndices(entries);
		}
		finally {
			list.setValueIsAdjusting(false);
		}
	}

	@Override
	public void show(final RoiManager target, final int entry) {
		if (target == manager && list != null) list.ensureIndexIsVisible(entry);
	}
}
