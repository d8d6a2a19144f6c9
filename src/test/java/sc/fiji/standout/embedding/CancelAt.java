package sc.fiji.standout.embedding;

import sc.fiji.standout.matrix.Progress;

/** Cancels as soon as a part of the work is done. */
public final class CancelAt implements Progress {

	private final double limit;
	private volatile boolean canceled;

	public CancelAt(final double limit) {
		this.limit = limit;
		canceled = limit == 0;
	}

	@Override
	public void report(final double fraction) {
		if (fraction >= limit) canceled = true;
	}

	@Override
	public boolean isCanceled() {
		return canceled;
	}
}
