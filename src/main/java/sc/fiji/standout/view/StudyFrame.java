package sc.fiji.standout.view;

import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;

import javax.swing.JFrame;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

import ij.WindowManager;

import sc.fiji.standout.study.Selection;
import sc.fiji.standout.study.Study;

/**
 * A window about one study: follows its results and its selection as long as it is open, and is listed in ImageJ's
 * Window menu.
 */
abstract class StudyFrame extends JFrame {

	private static final long serialVersionUID = 1L;

	private final transient Study study;
	private final transient Runnable studyListener = () -> SwingUtilities.invokeLater(this::refreshResults);
	private final transient Selection.Listener selectionListener = (selection, origin) -> {
		// at once where possible: what the user picks here must be seen before the next event
		if (SwingUtilities.isEventDispatchThread()) refreshSelection();
		else SwingUtilities.invokeLater(this::refreshSelection);
	};
	private boolean disposed;

	StudyFrame(final String title, final Study study) {
		super(title);
		this.study = study;
		setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		addWindowListener(new WindowAdapter() {

			@Override
			public void windowActivated(final WindowEvent e) {
				WindowManager.setWindow(StudyFrame.this);
			}
		});
		setJMenuBar(menuBar());
	}

	/** The study that this window shows. */
	public final Study study() {
		return study;
	}

	/** What the window shows, as a picture for files and the clipboard. */
	public abstract BufferedImage toImage();

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
		WindowManager.addWindow(this);
		setVisible(true);
	}

	/** Below ImageJ's own window, half of the screen at most. */
	private void place(final boolean left) {
		final Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
		final int width = Math.min(getWidth(), screen.width / 2);
		final int height = Math.min(getHeight(), screen.height * 5 / 6);
		setBounds(left ? screen.x : screen.x + screen.width - width, screen.y + screen.height - height, width, height);
	}

	@Override
	public void dispose() {
		if (!disposed) {
			disposed = true;
			study.removeListener(studyListener);
			study.selection().removeListener(selectionListener);
			WindowManager.removeWindow(this);
		}
		super.dispose();
	}

	// -- Helper methods --

	private void refreshResults() {
		if (!disposed) studyChanged();
	}

	private void refreshSelection() {
		if (!disposed) selectionChanged();
	}

	private JMenuBar menuBar() {
		final int shortcut = getToolkit().getMenuShortcutKeyMaskEx();
		final JMenu file = new JMenu("File");
		file.add(item("Save as PNG...", KeyEvent.VK_S, shortcut, () -> PictureFile.ask(this, getTitle(), toImage())));
		file.add(item("Copy Picture", KeyEvent.VK_C, shortcut, () -> PictureFile.copy(toImage())));
		file.addSeparator();
		file.add(item("Close", KeyEvent.VK_W, shortcut, this::dispose));
		final JMenu select = new JMenu("Select");
		final Selection selection = study.selection();
		select.add(item("All", KeyEvent.VK_A, shortcut, () -> selection.set(where(false), this)));
		select.add(item("None", KeyEvent.VK_ESCAPE, 0, () -> selection.clear(this)));
		select.add(item("Invert", KeyEvent.VK_I, shortcut, () -> selection.set(where(true), this)));
		final JMenuBar bar = new JMenuBar();
		bar.add(file);
		bar.add(select);
		return bar;
	}

	private static JMenuItem item(final String text, final int key, final int modifiers, final Runnable action) {
		final JMenuItem item = new JMenuItem(text);
		item.setAccelerator(KeyStroke.getKeyStroke(key, modifiers));
		item.addActionListener(e -> action.run());
		return item;
	}

	/** All items, or those that are not picked. */
	private int[] where(final boolean onlyOthers) {
		final boolean[] flags = new boolean[study.size()];
		for (int i = 0; i < flags.length; i++) flags[i] = !onlyOthers || !study.selection().contains(i);
		return Selection.where(flags);
	}
}
