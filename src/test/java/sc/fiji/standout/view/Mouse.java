package sc.fiji.standout.view;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;

/** Sends a component the events that the window system sends, by the event queue, and waits until they are done. */
final class Mouse {

	private final Component component;

	Mouse(final Component component) {
		this.component = component;
	}

	void click(final double x, final double y, final int modifiers) throws Exception {
		click(x, y, modifiers, 1);
	}

	void click(final double x, final double y, final int modifiers, final int count) throws Exception {
		post(MouseEvent.MOUSE_PRESSED, x, y, modifiers | InputEvent.BUTTON1_DOWN_MASK, count, MouseEvent.BUTTON1);
		post(MouseEvent.MOUSE_RELEASED, x, y, modifiers, count, MouseEvent.BUTTON1);
		post(MouseEvent.MOUSE_CLICKED, x, y, modifiers, count, MouseEvent.BUTTON1);
		sync();
	}

	/** Drags along points x, y, x, y, ... */
	void drag(final int modifiers, final double... path) throws Exception {
		post(MouseEvent.MOUSE_PRESSED, path[0], path[1], modifiers | InputEvent.BUTTON1_DOWN_MASK, 1, MouseEvent.BUTTON1);
		for (int i = 2; i < path.length; i += 2) {
			post(MouseEvent.MOUSE_DRAGGED, path[i], path[i + 1], modifiers | InputEvent.BUTTON1_DOWN_MASK, 0, 0);
			// drags in a row are joined to one by AWT, real ones come one by one
			sync();
		}
		post(MouseEvent.MOUSE_RELEASED, path[path.length - 2], path[path.length - 1], modifiers, 1, MouseEvent.BUTTON1);
		sync();
	}

	void move(final double x, final double y) throws Exception {
		post(MouseEvent.MOUSE_MOVED, x, y, 0, 0, 0);
		sync();
	}

	void wheel(final double x, final double y, final int rotation) throws Exception {
		Toolkit.getDefaultToolkit().getSystemEventQueue().postEvent(new MouseWheelEvent(component, MouseEvent.MOUSE_WHEEL,
			System.currentTimeMillis(), 0, (int) x, (int) y, 0, false, MouseWheelEvent.WHEEL_UNIT_SCROLL, 3, rotation));
		sync();
	}

	/** Waits until all events so far are done, and those that they caused. */
	static void sync() throws Exception {
		for (int i = 0; i < 3; i++) EventQueue.invokeAndWait(() -> {});
	}

	private void post(final int id, final double x, final double y, final int modifiers, final int count,
		final int button)
	{
		Toolkit.getDefaultToolkit().getSystemEventQueue().postEvent(new MouseEvent(component, id, System
			.currentTimeMillis(), modifiers, (int) x, (int) y, count, false, button));
	}
}
