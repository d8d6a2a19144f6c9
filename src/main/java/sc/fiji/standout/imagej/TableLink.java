package sc.fiji.standout.imagej;

import java.awt.EventQueue;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

import ij.text.TextPanel;
import ij.text.TextWindow;

import sc.fiji.standout.study.Selection;

/**
 * Links the rows of an items table with the selection. ImageJ's tables can mark one row or one run of rows: what is
 * picked is marked as a whole where its rows follow each other, and by the row in focus where they do not. Rows are known
 * by the number of their item, so that a table can be sorted.
 */
final class TableLink extends MouseAdapter implements Selection.Listener {

	private static final Map<TextPanel, TableLink> LINKS = new HashMap<>();

	private final TextPanel table;
	private Selection selection;
	/** The rows that are marked, as far as we know; on the event thread only. */
	private int first = -1;
	private int last = -1;

	private TableLink(final TextPanel table) {
		this.table = table;
		table.addMouseListener(this);
	}

	/** Links a window's table until the window is closed; one that was linked before follows this selection instead. */
	static synchronized void join(final TextWindow window, final Selection selection) {
		final TextPanel table = window.getTextPanel();
		TableLink link = LINKS.get(table);
		if (link == null) {
			link = new TableLink(table);
			LINKS.put(table, link);
			window.addWindowListener(new WindowAdapter() {

				@Override
				public void windowClosed(final WindowEvent e) {
					leave(table);
				}
			});
		}
		link.follow(selection);
	}

	private static synchronized void leave(final TextPanel table) {
		LINKS.remove(table).follow(null);
	}

	private synchronized void follow(final Selection next) {
		if (selection != null) selection.removeListener(this);
		selection = next;
		if (next == null) return;
		next.addListener(this);
		EventQueue.invokeLater(() -> mark(next));
	}

	private synchronized Selection selection() {
		return selection;
	}

	// -- From the selection to the table --

	@Override
	public void selectionChanged(final Selection changed, final Object origin) {
		if (origin != this) EventQueue.invokeLater(() -> mark(changed));
	}

	private void mark(final Selection changed) {
		if (changed != selection()) return;
		final int[] rows = rows(changed.items());
		final int focus = changed.focus() < 0 ? -1 : rows(changed.focus())[0];
		final boolean run = rows.length > 0 && rows[0] >= 0 && rows[rows.length - 1] - rows[0] == rows.length - 1;
		first = run ? rows[0] : focus;
		last = run ? rows[rows.length - 1] : focus;
		if (first < 0) table.resetSelection();
		else table.setSelection(first, last);
		if (focus >= 0 || run) table.showRow(focus >= 0 ? focus : first);
	}

	/** The rows of items, ascending; -1 for an item without one. */
	private int[] rows(final int... items) {
		// where the table is not sorted, each is at its own place
		if (IntStream.of(items).allMatch(item -> item(item) == item)) return items;
		final BitSet wanted = new BitSet();
		for (final int item : items) wanted.set(item);
		final int[] found = IntStream.range(0, table.getLineCount()).filter(row -> item(row) >= 0 && wanted.get(item(row)))
			.toArray();
		return found.length == items.length ? found : new int[] { -1 };
	}

	/** The item of a row, or -1. */
	private int item(final int row) {
		if (row < 0 || row >= table.getLineCount()) return -1;
		final String line = table.getLine(row);
		final int end = line.indexOf('\t');
		try {
			return Integer.parseInt(end < 0 ? line : line.substring(0, end)) - 1;
		}
		catch (final NumberFormatException e) {
			// the user has changed the table's columns
			return -1;
		}
	}

	// -- From the table to the selection --

	/** Rows are marked by pressing and dragging the mouse. */
	@Override
	public void mouseReleased(final MouseEvent e) {
		final int start = table.getSelectionStart();
		final int end = table.getSelectionEnd();
		if (start < 0 || start == first && end == last) return;
		first = start;
		last = end;
		final int[] items = IntStream.rangeClosed(start, end).map(this::item).filter(item -> item >= 0).toArray();
		final Selection followed = selection();
		if (items.length > 0 && followed != null) followed.set(items, this);
	}
}
