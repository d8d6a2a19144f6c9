package sc.fiji.standout.feature.deep;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import sc.fiji.standout.matrix.Progress;

/** The content of an address, by HTTP. Waiting for it can be cancelled at any time. */
final class Download implements AutoCloseable {

	/** The connection, not the user, has ended the download. */
	static final class Interruption extends RuntimeException {

		private static final long serialVersionUID = 1;

		Interruption(final String message, final Throwable cause) {
			super(message, cause);
		}
	}

	private static final Duration CONNECT = Duration.ofSeconds(20);
	private static final int SILENCE_SECONDS = 60;
	private static final int POLL_MILLIS = 50;

	private final ExecutorService reader = Executors.newSingleThreadExecutor(task -> {
		final Thread thread = new Thread(task, "Standout download");
		thread.setDaemon(true);
		return thread;
	});
	private final HttpResponse<InputStream> response;
	private final Progress progress;

	private Download(final HttpResponse<InputStream> response, final Progress progress) {
		this.response = response;
		this.progress = progress;
	}

	/**
	 * Follows redirections, but not from https to http.
	 *
	 * @param from how many bytes to leave out, if the server can do that
	 * @throws Interruption when the server cannot be reached
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	static Download open(final String url, final long from, final Progress progress) {
		final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(
			HttpClient.Redirect.NORMAL).build();
		final HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).header("User-Agent", "Standout");
		if (from > 0) request.header("Range", "bytes=" + from + "-");
		final Future<HttpResponse<InputStream>> future = client.sendAsync(request.build(), HttpResponse.BodyHandlers
			.ofInputStream());
		return new Download(await(future, progress), progress);
	}

	int status() {
		return response.statusCode();
	}

	/** Whether the content is the part from this byte on. */
	boolean startsAt(final long from) {
		return response.headers().firstValue("Content-Range").orElse("").matches("bytes " + from + "-.*");
	}

	/**
	 * As that of {@link InputStream}.
	 *
	 * @throws Interruption when the connection ends too early
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	int read(final byte[] buffer) {
		return await(reader.submit(() -> response.body().read(buffer)), progress);
	}

	@Override
	public void close() {
		reader.shutdownNow();
		try {
			response.body().close();
		}
		catch (final IOException e) {
			// nothing more is read from it
		}
	}

	private static <T> T await(final Future<T> future, final Progress progress) {
		try {
			for (int i = 0; i < SILENCE_SECONDS * 1000 / POLL_MILLIS; i++) {
				progress.check();
				try {
					return future.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
				}
				catch (final TimeoutException e) {
					// ask the user again
				}
			}
			throw new Interruption("no answer for " + SILENCE_SECONDS + " s", null);
		}
		catch (final ExecutionException e) {
			throw new Interruption(Engines.oneLine(e.getCause()), e.getCause());
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new Interruption("interrupted", e);
		}
		finally {
			future.cancel(true);
		}
	}
}
