package sc.fiji.standout.imagej;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

import ij.IJ;

import sc.fiji.standout.matrix.Progress;

/** Progress in ImageJ's bar and status line; cancelled by Esc, or by what it is told to ask. */
public final class ImageJProgress implements Progress, AutoCloseable {

	/** More would only slow the work down. */
	private static final long NANOS_BETWEEN_REPORTS = 50_000_000;

	private final BooleanSupplier canceled;
	private final AtomicLong last = new AtomicLong(System.nanoTime() - NANOS_BETWEEN_REPORTS);

	/** Cancelled when Esc is pressed from now on. */
	public ImageJProgress() {
		this(IJ::escapePressed);
		IJ.resetEscape();
	}

	/** @param canceled asked often and from any thread */
	public ImageJProgress(final BooleanSupplier canceled) {
		this.canceled = canceled;
	}

	@Override
	public void report(final double fraction) {
		final long now = System.nanoTime();
		final long before = last.get();
		if (now - before < NANOS_BETWEEN_REPORTS || !last.compareAndSet(before, now)) return;
		// 1 would erase the bar, which close() does
		IJ.showProgress(Math.max(0, Math.min(0.999, fraction)));
	}

	@Override
	public boolean isCanceled() {
		return canceled.getAsBoolean();
	}

	@Override
	public void message(final String text) {
		IJ.showStatus(text);
	}

	/** Erases the bar and the status. */
	@Override
	public void close() {
		IJ.showProgress(1);
		IJ.showStatus("");
	}
}
