package sc.fiji.standout.view;

import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;

import sc.fiji.standout.study.Selection;

/** What mouse and arrow keys do in a montage: pick tiles. */
final class MontageMouse extends MouseAdapter {

	private final MontagePanel panel;
	private final Selection selection;
	private final Object origin;
	private final BooleanSupplier keepPicked;

	/**
	 * @param origin who is said to have changed the selection
	 * @param keepPicked whether a plain click leaves all that is picked, as it must where just this is shown
	 */
	MontageMouse(final MontagePanel panel, final Selection selection, final Object origin,
		final BooleanSupplier keepPicked)
	{
		this.panel = panel;
		this.selection = selection;
		this.origin = origin;
		this.keepPicked = keepPicked;
		panel.addMouseListener(this);
		bind("LEFT", () -> -1);
		bind("RIGHT", () -> 1);
		bind("UP", () -> -panel.columns());
		bind("DOWN", panel::columns);
	}

	@Override
	public void mousePressed(final MouseEvent e) {
		panel.requestFocusInWindow();
		if (!SwingUtilities.isLeftMouseButton(e)) return;
		final int index = panel.indexAt(e.getX(), e.getY());
		if (index >= 0 && e.isShiftDown()) selection.toggle(panel.items()[index], origin);
		else if (index >= 0) pick(panel.items()[index]);
		else if (!e.isShiftDown() && !keepPicked.getAsBoolean()) selection.clear(origin);
	}

	// -- Helper methods --

	private void pick(final int item) {
		if (keepPicked.getAsBoolean()) selection.set(IntStream.concat(IntStream.of(item), IntStream.of(selection.items()))
			.toArray(), origin);
		else selection.set(new int[] { item }, origin);
	}

	private void bind(final String key, final java.util.function.IntSupplier step) {
		panel.getInputMap(JComponent.WHEN_FOCUSED).put(KeyStroke.getKeyStroke(key), key);
		panel.getActionMap().put(key, new AbstractAction() {

			private static final long serialVersionUID = 1L;

			@Override
			public void actionPerformed(final ActionEvent e) {
				move(step.getAsInt());
			}
		});
	}

	/** Picks the tile so many places after the one in focus. */
	private void move(final int step) {
		final int[] items = panel.items();
		final int focus = selection.focus();
		int index = IntStream.range(0, items.length).filter(i -> items[i] == focus).findFirst().orElse(-1);
		index = index < 0 ? 0 : index + step;
		if (index >= 0 && index < items.length) pick(items[index]);
	}
}
