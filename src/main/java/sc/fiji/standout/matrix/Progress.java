package sc.fiji.standout.matrix;

import java.util.concurrent.CancellationException;

/** How far a step is, and whether the user wants it to stop. May be called from any thread. */
public interface Progress {

	/** Reports nowhere and is never cancelled. */
	Progress NONE = new Progress() {

		@Override
		public void report(final double fraction) {
			// nobody listens
		}

		@Override
		public boolean isCanceled() {
			return false;
		}
	};

	/** @param fraction what is done, from 0 to 1 */
	void report(double fraction);

	boolean isCanceled();

	/** Names what is going on, such as "UMAP: optimizing the layout". */
	default void message(final String text) {
		// optional
	}

	/**
	 * A point of a curve that grows while a model learns, for whoever shows it.
	 *
	 * @param curve such as "Training loss" or "Validation loss"
	 * @param x such as the epoch, from 1
	 */
	default void point(final String curve, final double x, final double y) {
		// optional
	}

	/** Whether the user wants learning to end early, and what was learned so far to be used. */
	default boolean isEnough() {
		return false;
	}

	/**
	 * To be called at least every few hundred milliseconds by whatever takes long.
	 *
	 * @throws CancellationException when the user wants to stop
	 */
	default void check() {
		if (isCanceled()) throw new CancellationException("Canceled by the user.");
	}

	/** Cancelled as this one, but reports nothing: for loops that are a small part of the work. */
	default Progress quiet() {
		final Progress whole = this;
		return new Progress() {

			@Override
			public void report(final double fraction) {
				// the caller reports
			}

			@Override
			public boolean isCanceled() {
				return whole.isCanceled();
			}
		};
	}

	/** A progress for one part of the work: its 0 to 1 is reported as {@code from} to {@code to} here. */
	default Progress part(final double from, final double to) {
		final Progress whole = this;
		return new Progress() {

			@Override
			public void report(final double fraction) {
				whole.report(from + (to - from) * fraction);
			}

			@Override
			public boolean isCanceled() {
				return whole.isCanceled();
			}

			@Override
			public void message(final String text) {
				whole.message(text);
			}

			@Override
			public void point(final String curve, final double x, final double y) {
				whole.point(curve, x, y);
			}

			@Override
			public boolean isEnough() {
				return whole.isEnough();
			}
		};
	}
}
