package sc.fiji.standout.view;

import java.awt.Rectangle;
import java.awt.event.KeyEvent;

import javax.swing.JMenu;
import javax.swing.SwingUtilities;

import sc.fiji.standout.study.Selection;
import sc.fiji.standout.study.Study;

/** A window about one study: follows its results and its selection as long as it is open. */
abstract class StudyFrame extends ListedFrame {

	private static final long serialVersionUID = 1L;

	private final transient Study study;
	private final transient Runnable studyListener = () -> SwingUtilities.invokeLater(this::refreshResults);
	private final transient Selection.Listener selectionListener = (selection, origin) -> {
		// at once where possible: what the user picks here must be seen before the next event
		if (SwingUtilities.isEventDispatchThread()) refreshSelection();
		else SwingUtilities.invokeLater(this::refreshSelection);
	};

	StudyFrame(final String title, final Study study) {
		super(title);
		this.study = study;
		getJMenuBar().add(selectMenu());
	}

	/** The study that this window shows. */
	public final Study study() {
		return study;
	}

	/** The study has other results; called on the event thread. */
	abstract void studyChanged();

	/** The selection has changed; called on the event thread. */
	abstract void selectionChanged();

	/**
	 * To be called once, when the window is complete.
	 *
	 * @param left whether it goes to the left or to the right of the screen, so that two kinds of windows lie side by side
	 */
	final void open(final boolean left) {
		study.addListener(studyListener);
		study.selection().addListener(selectionListener);
		// what happened before somebody listened
		refreshResults();
		refreshSelection();
		pack();
		place(left);
		present();
	}

	/** Below ImageJ's own window, half of the screen at most. */
	private void place(final boolean left) {
		final Rectangle screen = screen();
		final int width = Math.min(getWidth(), screen.width / 2);
		final int height = Math.min(getHeight(), screen.height * 5 / 6);
		setBounds(left ? screen.x : screen.x + screen.width - width, screen.y + screen.height - height, width, height);
	}

	@Override
	public void dispose() {
		study.removeListener(studyListener);
		study.selection().removeListener(selectionListener);
		super.dispose();
	}

	// -- Helper methods --

	private void refreshResults() {
		if (!isDisposed()) studyChanged();
	}

	private void refreshSelection() {
		if (!isDisposed()) selectionChanged();
	}

	private JMenu selectMenu() {
		final int shortcut = shortcut();
		final JMenu select = new JMenu("Select");
		final Selection selection = study.selection();
		select.add(item("All", KeyEvent.VK_A, shortcut, () -> selection.set(where(false), this)));
		select.add(item("None", KeyEvent.VK_ESCAPE, 0, () -> selection.clear(this)));
		select.add(item("Invert", KeyEvent.VK_I, shortcut, () -> selection.set(where(true), this)));
		return select;
	}

	/** All items, or those that are not picked. */
	private int[] where(final boolean onlyOthers) {
		final boolean[] flags = new boolean[study.size()];
		for (int i = 0; i < flags.length; i++) flags[i] = !onlyOthers || !study.selection().contains(i);
		return Selection.where(flags);
	}
}
