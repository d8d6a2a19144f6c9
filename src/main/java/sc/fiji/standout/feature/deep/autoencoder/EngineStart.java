package sc.fiji.standout.feature.deep.autoencoder;

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
	 */
	static Engine pytorch(final Progress progress) {
		final FutureTask<Engine> start = new FutureTask<>(Engines::pytorch);
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
				throw new IllegalStateException("PyTorch does not start (" + e.getCause() + ").", e);
			}
		}
	}
}
