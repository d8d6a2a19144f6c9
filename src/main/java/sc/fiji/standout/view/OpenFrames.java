package sc.fiji.standout.view;

import java.awt.EventQueue;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;

import sc.fiji.standout.study.Study;

/** The windows of one kind that are open, at most one for each study. Holds no study in memory. */
final class OpenFrames<F extends StudyFrame> {

	private final Map<Study, WeakReference<F>> frames = new WeakHashMap<>();

	/** The open window of a study, or null. */
	synchronized F get(final Study study) {
		final WeakReference<F> reference = frames.get(study);
		final F frame = reference == null ? null : reference.get();
		return frame != null && frame.isDisplayable() ? frame : null;
	}

	synchronized void put(final Study study, final F frame) {
		frames.put(study, new WeakReference<>(frame));
	}

	/** Closes the window of a study, if one is open; from any thread. */
	void close(final Study study) {
		final F frame = get(study);
		if (frame != null) onEventThread(() -> {
			frame.dispose();
			return null;
		});
	}

	/** Runs work on the event thread and waits for its result; what it throws is thrown here. */
	static <T> T onEventThread(final Supplier<T> work) {
		if (EventQueue.isDispatchThread()) return work.get();
		final Object[] result = new Object[1];
		try {
			EventQueue.invokeAndWait(() -> result[0] = work.get());
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while a window was being opened or closed.", e);
		}
		catch (final InvocationTargetException e) {
			if (e.getCause() instanceof RuntimeException cause) throw cause;
			if (e.getCause() instanceof Error error) throw error;
			throw new IllegalStateException("A window could not be opened or closed: " + e.getCause() + ".", e);
		}
		@SuppressWarnings("unchecked")
		final T typed = (T) result[0];
		return typed;
	}
}
