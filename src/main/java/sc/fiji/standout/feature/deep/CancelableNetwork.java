package sc.fiji.standout.feature.deep;

import java.nio.ByteBuffer;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import sc.fiji.standout.matrix.Progress;

/**
 * Runs a network whose user does not have to wait for the end of a run to cancel it: a run that nobody waits for any more
 * ends by itself, and only then is the network closed.
 */
final class CancelableNetwork implements AutoCloseable {

	private static final int POLL_MILLIS = 50;
	private static final ExecutorService POOL = Executors.newCachedThreadPool(task -> {
		final Thread thread = new Thread(task, "Standout network");
		thread.setDaemon(true);
		return thread;
	});

	private final Network network;
	private int running;
	private boolean closed;

	/** @param network closed with this */
	CancelableNetwork(final Network network) {
		this.network = network;
	}

	/**
	 * As {@link Network#features}.
	 *
	 * @param images not to be used again when this throws: the run may still read them
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	float[] features(final ByteBuffer images, final int count, final Progress progress) {
		begin();
		final Future<float[]> run = POOL.submit(() -> {
			try {
				return network.features(images, count);
			}
			finally {
				end();
			}
		});
		while (true) {
			progress.check();
			try {
				return run.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
			}
			catch (final TimeoutException e) {
				// ask the user again
			}
			catch (final ExecutionException e) {
				if (e.getCause() instanceof RuntimeException problem) throw problem;
				if (e.getCause() instanceof Error problem) throw problem;
				throw new IllegalStateException(Engines.oneLine(e.getCause()), e);
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new java.util.concurrent.CancellationException("Interrupted.");
			}
		}
	}

	@Override
	public void close() {
		synchronized (this) {
			if (closed) return;
			closed = true;
			if (running > 0) return;
		}
		network.close();
	}

	private synchronized void begin() {
		running++;
	}

	private void end() {
		synchronized (this) {
			if (--running > 0 || !closed) return;
		}
		network.close();
	}
}
