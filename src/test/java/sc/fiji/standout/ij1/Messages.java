package sc.fiji.standout.ij1;

import java.awt.AWTEvent;
import java.awt.Toolkit;
import java.awt.event.WindowEvent;

import ij.gui.GenericDialog;
import ij.gui.MessageDialog;

/** Closes the windows in which ImageJ says what is wrong, where nobody is who could. */
final class Messages {

	private Messages() {}

	/** From now on; with a display. */
	static void close() {
		Toolkit.getDefaultToolkit().addAWTEventListener(Messages::opened, AWTEvent.WINDOW_EVENT_MASK);
	}

	private static void opened(final AWTEvent event) {
		if (event.getID() != WindowEvent.WINDOW_OPENED) return;
		if (event.getSource() instanceof MessageDialog dialog) dialog.dispose();
		else if (event.getSource() instanceof GenericDialog dialog && dialog.getTitle().equals("Macro Error")) dialog.dispose();
	}
}
