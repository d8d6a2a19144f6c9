package sc.fiji.standout.embedding.graph;

import sc.fiji.standout.matrix.Progress;

/** Only asks whether to stop: for loops that are too short to be worth reporting, and run again and again. */
public record Quiet(Progress progress) implements Progress {

	@Override
	public void report(final double fraction) {
		// the caller reports
	}

	@Override
	public boolean isCanceled() {
		return progress.isCanceled();
	}
}
