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
import javax.swing.WindowConstants;

import ij.WindowManager;

/** A window that ImageJ's Window menu lists, and that gives a picture of what it shows to files and the clipboard. */
abstract class ListedFrame extends JFrame {

	private static final long serialVersionUID = 1L;

	private boolean disposed;

	ListedFrame(final String title) {
		super(title);
		setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		addWindowListener(new WindowAdapter() {

			@Override
			public void windowActivated(final WindowEvent e) {
				WindowManager.setWindow(ListedFrame.this);
			}
		});
		final int shortcut = shortcut();
		final JMenu file = new JMenu("File");
		file.add(item("Save as PNG...", KeyEvent.VK_S, shortcut, () -> PictureFile.ask(this, getTitle(), toImage())));
		file.add(item("Copy Picture", KeyEvent.VK_C, shortcut, () -> PictureFile.copy(toImage())));
		file.addSeparator();
		file.add(item("Close", KeyEvent.VK_W, shortcut, this::dispose));
		final JMenuBar bar = new JMenuBar();
		bar.add(file);
		setJMenuBar(bar);
	}

	/** What the window shows, as a picture for files and the clipboard. */
	public abstract BufferedImage toImage();

	/** Shows the window and lists it; to be called once, when it is complete and has its place. */
	final void present() {
		WindowManager.addWindow(this);
		setVisible(true);
	}

	@Override
	public void dispose() {
		if (!disposed) {
			disposed = true;
			WindowManager.removeWindow(this);
		}
		super.dispose();
	}

	final boolean isDisposed() {
		return disposed;
	}

	/** The key that goes with the letters of a menu, such as Ctrl. */
	final int shortcut() {
		return getToolkit().getMenuShortcutKeyMaskEx();
	}

	/** The part of the screen that windows may cover. */
	static Rectangle screen() {
		return GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
	}

	static JMenuItem item(final String text, final int key, final int modifiers, final Runnable action) {
		final JMenuItem item = new JMenuItem(text);
		item.setAccelerator(KeyStroke.getKeyStroke(key, modifiers));
		item.addActionListener(e -> action.run());
		return item;
	}
}
