package sc.fiji.standout.view;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import ij.macro.Interpreter;

import sc.fiji.standout.matrix.Progress;

/**
 * A progress that shows the curves of whatever learns in a window, from the first point on, and lets the user end the
 * learning there. Where there is no display, and in batch mode, it only passes everything on.
 */
public final class CurveProgress implements Progress, AutoCloseable {

	private final String subject;
	private final Progress progress;
	private final LearningCurves curves = new LearningCurves();
	private final AtomicBoolean opened;
	private final Consumer<LinkageError> unseen;

	/**
	 * @param subject what the curves are about, such as the image's title
	 * @param progress told of everything
	 * @param unseen told when the window cannot be opened since a library is missing or too old; the learning goes on
	 */
	public CurveProgress(final String subject, final Progress progress, final Consumer<LinkageError> unseen) {
		this.subject = subject;
		this.progress = progress;
		this.unseen = unseen;
		opened = new AtomicBoolean(GraphicsEnvironment.isHeadless() || Interpreter.isBatchMode());
	}

	@Override
	public void report(final double fraction) {
		progress.report(fraction);
	}

	@Override
	public boolean isCanceled() {
		return progress.isCanceled();
	}

	@Override
	public void message(final String text) {
		progress.message(text);
	}

	@Override
	public void point(final String curve, final double x, final double y) {
		progress.point(curve, x, y);
		curves.add(curve, x, y);
		// the learning waits for no window
		if (opened.compareAndSet(false, true)) EventQueue.invokeLater(this::open);
	}

	private void open() {
		try {
			CurveFrame.open(subject, curves);
		}
		catch (final LinkageError e) {
			unseen.accept(e);
		}
	}

	@Override
	public boolean isEnough() {
		return curves.phase() == LearningCurves.Phase.STOPPING || progress.isEnough();
	}

	/** To be called when the learning has come to its end, by itself or since it was enough. */
	public void done() {
		curves.end(true);
	}

	/** Says that the learning was cancelled or failed, unless it is {@link #done}. The window stays. */
	@Override
	public void close() {
		curves.end(false);
	}

	LearningCurves curves() {
		return curves;
	}
}
