package sc.fiji.standout.feature.deep.autoencoder;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import ai.djl.engine.Engine;
import sc.fiji.standout.feature.deep.Engines;
import sc.fiji.standout.matrix.Progress;

/** Starts PyTorch, which takes half a minute when its libraries are unpacked for the first time. */
final class EngineStart {

	private static final long MILLIS_BETWEEN_CHECKS = 100;

	private EngineStart() {}

	/**
	 * PyTorch, once it is ready.
	 *
	 * @throws java.util.concurrent.CancellationException when cancelled; it goes on to start, for the next time
	 * @throws IllegalStateException as {@link Engines#pytorch}
	 * @throws LinkageError when a library is missing or too old
	 */
	static Engine pytorch(final Progress progress) {
		return await(Engines::pytorch, progress);
	}

	/** Waits for an engine that starts on a thread of its own; what it throws is thrown here. */
	static <T> T await(final Callable<T> engine, final Progress progress) {
		final FutureTask<T> start = new FutureTask<>(engine);
		final Thread thread = new Thread(start, "Standout starts PyTorch");
		thread.setDaemon(true);
		thread.start();
		while (true) {
			progress.check();
			try {
				return start.get(MILLIS_BETWEEN_CHECKS, TimeUnit.MILLISECONDS);
			}
			catch (final TimeoutException e) {
				// asks again
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException("Starting PyTorch was interrupted; try again.", e);
			}
			catch (final ExecutionException e) {
				if (e.getCause() instanceof RuntimeException cause) throw cause;
				if (e.getCause() instanceof Error error) throw error;
				throw new IllegalStateException("PyTorch does not start (" + e.getCause() + ").", e);
			}
		}
	}
}
