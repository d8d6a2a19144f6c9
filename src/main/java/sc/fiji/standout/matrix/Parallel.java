package sc.fiji.standout.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Parallel loops whose result does not depend on the number of threads: the range is cut into chunks of a fixed size,
 * and each chunk may write only what belongs to it. To add up over chunks, keep one partial result for each chunk and
 * add them in the order of the chunks.
 */
public final class Parallel {

	/** Does the rows {@code from} (inclusive) to {@code to} (exclusive), which are chunk number {@code chunk}. */
	public interface Chunk {

		void run(int chunk, int from, int to);
	}

	private static final ThreadLocal<Integer> THREADS = new ThreadLocal<>();

	private static final ExecutorService POOL = Executors.newCachedThreadPool(task -> {
		final Thread thread = new Thread(task, "Standout worker");
		thread.setDaemon(true);
		return thread;
	});

	private Parallel() {}

	/** How many threads a loop started from this thread uses. */
	public static int threads() {
		final Integer limit = THREADS.get();
		return limit == null ? Runtime.getRuntime().availableProcessors() : limit;
	}

	/** Runs a task whose loops use {@code threads} threads; results are the same for any number. */
	public static <T> T withThreads(final int threads, final Callable<T> task) throws Exception {
		final Integer before = THREADS.get();
		THREADS.set(threads);
		try {
			return task.call();
		}
		finally {
			if (before == null) THREADS.remove();
			else THREADS.set(before);
		}
	}

	/** How many chunks {@link #chunks} makes. */
	public static int count(final int n, final int chunkSize) {
		return (n + chunkSize - 1) / chunkSize;
	}

	/**
	 * Loops over {@code 0..n-1} in chunks of {@code chunkSize} rows (the last may be shorter), on {@link #threads()}
	 * threads. Reports progress and checks for cancelling between chunks, so a chunk should take well under a second. The
	 * first exception of a chunk ends the loop and is thrown here.
	 */
	public static void chunks(final int n, final int chunkSize, final Progress progress, final Chunk body) {
		final int count = count(n, chunkSize);
		final AtomicInteger next = new AtomicInteger();
		final AtomicInteger done = new AtomicInteger();
		final AtomicBoolean failed = new AtomicBoolean();
		final int workers = Math.min(threads(), count);
		final Runnable work = () -> {
			try {
				for (int c = next.getAndIncrement(); c < count && !failed.get(); c = next.getAndIncrement()) {
					progress.check();
					body.run(c, c * chunkSize, (int) Math.min(n, (c + 1L) * chunkSize));
					progress.report((double) done.incrementAndGet() / count);
				}
			}
			catch (final RuntimeException | Error e) {
				failed.set(true);
				throw e;
			}
		};
		final List<Future<?>> others = new ArrayList<>();
		for (int t = 1; t < workers; t++) others.add(POOL.submit(work));
		Throwable failure = null;
		try {
			work.run();
		}
		catch (final RuntimeException | Error e) {
			failure = e;
		}
		for (final Future<?> other : others) {
			final Throwable e = join(other);
			if (failure == null) failure = e;
		}
		if (failure instanceof RuntimeException e) throw e;
		if (failure instanceof Error e) throw e;
	}

	/** Waits for a worker even when interrupted, since it still writes to the caller's arrays. */
	private static Throwable join(final Future<?> worker) {
		boolean interrupted = false;
		try {
			while (true) {
				try {
					worker.get();
					return null;
				}
				catch (final InterruptedException e) {
					interrupted = true;
				}
				catch (final ExecutionException e) {
					return e.getCause();
				}
			}
		}
		finally {
			if (interrupted) Thread.currentThread().interrupt();
		}
	}
}
