package sc.fiji.standout.feature.deep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import sc.fiji.standout.feature.deep.ModelDescription.Source;
import sc.fiji.standout.matrix.Progress;

/** Downloads over the loopback: what is complete and right takes its place, and nothing else. */
class ModelDownloadTest {

	private static final int BYTES = 1_500_000;

	/** Answers one request. */
	private interface Answer {

		void to(HttpExchange exchange) throws IOException;
	}

	@TempDir
	Path folder;

	private final byte[] content = new byte[BYTES];
	private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());
	private HttpServer server;
	private volatile Answer answer;
	private Path cache;

	@BeforeEach
	void serve() throws IOException {
		new Random(3).nextBytes(content);
		cache = folder.resolve("some/cache");
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/net.onnx", exchange -> {
			ranges.add(String.valueOf(exchange.getRequestHeaders().getFirst("Range")));
			try (exchange) {
				answer.to(exchange);
			}
		});
		server.setExecutor(java.util.concurrent.Executors.newCachedThreadPool());
		server.start();
	}

	@AfterEach
	void stop() {
		server.stop(0);
		((java.util.concurrent.ExecutorService) server.getExecutor()).shutdownNow();
	}

	private ModelDescription model(final int port) throws Exception {
		final String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		final ModelDescription some = DescriptionFile.builtIn("MobileNetV2");
		return new ModelDescription("Net", "net.onnx", new Source("", "http://127.0.0.1:" + port + "/net.onnx", BYTES, "CC0",
			sha256), some.input(), "");
	}

	private Path download(final Progress progress) throws Exception {
		return ModelDownload.download(model(server.getAddress().getPort()), cache, progress);
	}

	private String failure() {
		final String message = assertThrows(IllegalStateException.class, () -> download(Progress.NONE)).getMessage();
		assertEquals(1, message.lines().count(), message);
		assertFalse(Files.exists(cache.resolve("net.onnx")));
		return message;
	}

	private Path part() {
		return cache.resolve("net.onnx.part");
	}

	private static void send(final HttpExchange exchange, final int status, final byte[] bytes) throws IOException {
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
	}

	/** A server that knows ranges. */
	private void sendRange(final HttpExchange exchange) throws IOException {
		final String range = exchange.getRequestHeaders().getFirst("Range");
		if (range == null) {
			send(exchange, 200, content);
			return;
		}
		final int from = Integer.parseInt(range.replaceAll("\\D", ""));
		exchange.getResponseHeaders().add("Content-Range", "bytes " + from + "-" + (BYTES - 1) + "/" + BYTES);
		send(exchange, 206, Arrays.copyOfRange(content, from, BYTES));
	}

	/** Promises everything, and sends half of it. */
	private void breakOff(final HttpExchange exchange) throws IOException {
		exchange.sendResponseHeaders(200, BYTES);
		exchange.getResponseBody().write(content, 0, BYTES / 2);
		exchange.getResponseBody().flush();
	}

	@Test
	void bringsTheWholeFile() throws Exception {
		answer = this::sendRange;
		final double[] most = new double[1];
		final Path file = download(new Progress() {

			@Override
			public void report(final double fraction) {
				assertTrue(fraction >= most[0] && fraction <= 1);
				most[0] = fraction;
			}

			@Override
			public boolean isCanceled() {
				return false;
			}
		});
		assertEquals(cache.resolve("net.onnx"), file);
		assertArrayEquals(content, Files.readAllBytes(file));
		assertEquals(1, most[0]);
		assertFalse(Files.exists(part()));
	}

	@Test
	void goesOnWhereItStopped() throws Exception {
		answer = this::breakOff;
		assertTrue(failure().startsWith("The model Net cannot be downloaded from http://127.0.0.1:"));
		final long come = Files.size(part());
		assertTrue(come > 0 && come <= BYTES / 2, come + " bytes");
		answer = this::sendRange;
		assertArrayEquals(content, Files.readAllBytes(download(Progress.NONE)));
		assertEquals(List.of("null", "bytes=" + come + "-"), ranges);
	}

	@Test
	void beginsAgainWhenTheServerKnowsNoRanges() throws Exception {
		answer = this::breakOff;
		failure();
		answer = exchange -> send(exchange, 200, content);
		assertArrayEquals(content, Files.readAllBytes(download(Progress.NONE)));
	}

	@Test
	void beginsAgainWhenTheServerHasNoSuchRange() throws Exception {
		answer = this::breakOff;
		failure();
		answer = exchange -> {
			if (exchange.getRequestHeaders().getFirst("Range") == null) send(exchange, 200, content);
			else exchange.sendResponseHeaders(416, -1);
		};
		assertArrayEquals(content, Files.readAllBytes(download(Progress.NONE)));
	}

	@Test
	void anAlteredFileIsRemoved() throws Exception {
		final byte[] altered = content.clone();
		altered[BYTES / 3]++;
		answer = exchange -> send(exchange, 200, altered);
		assertTrue(failure().contains("is not the model Net (its sha256 differs); it was removed"));
		assertFalse(Files.exists(part()));
		// Also when only the first half of it was wrong
		answer = exchange -> {
			exchange.sendResponseHeaders(200, BYTES);
			exchange.getResponseBody().write(altered, 0, BYTES / 2);
		};
		failure();
		assertTrue(Files.exists(part()));
		answer = this::sendRange;
		assertTrue(failure().contains("it was removed"));
		assertFalse(Files.exists(part()));
		assertArrayEquals(content, Files.readAllBytes(download(Progress.NONE)));
	}

	@Test
	void aFileOfTheWrongSizeIsRemoved() throws Exception {
		answer = exchange -> send(exchange, 200, Arrays.copyOf(content, BYTES - 1));
		assertTrue(failure().contains("the server's file is shorter than 1500000 bytes"));
		assertFalse(Files.exists(part()));
		answer = exchange -> send(exchange, 200, Arrays.copyOf(content, BYTES + 1));
		assertTrue(failure().contains("the server's file is longer than 1500000 bytes"));
		assertFalse(Files.exists(part()));
	}

	@Test
	void whatIsNotThereIsSaid() throws Exception {
		answer = exchange -> exchange.sendResponseHeaders(404, -1);
		assertTrue(failure().contains("(the server answers 404)"));
		answer = exchange -> exchange.sendResponseHeaders(500, -1);
		assertTrue(failure().contains("(the server answers 500)"));
		final int port = server.getAddress().getPort();
		server.stop(0);
		final ModelDescription gone = model(port);
		final String message = assertThrows(IllegalStateException.class, () -> ModelDownload.download(gone, cache,
			Progress.NONE)).getMessage();
		assertTrue(message.contains("ConnectException") && message.contains("models/standout"), message);
		assertEquals(0, cache.toFile().list().length);
	}

	@Test
	void canBeCanceledWhileNothingComes() throws Exception {
		final CountDownLatch asked = new CountDownLatch(1);
		final CountDownLatch end = new CountDownLatch(1);
		answer = exchange -> {
			exchange.sendResponseHeaders(200, BYTES);
			exchange.getResponseBody().write(content, 0, 1000);
			exchange.getResponseBody().flush();
			asked.countDown();
			try {
				end.await(20, TimeUnit.SECONDS);
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		};
		final long[] since = new long[1];
		assertThrows(CancellationException.class, () -> download(new Progress() {

			@Override
			public void report(final double fraction) {
				// nothing
			}

			@Override
			public boolean isCanceled() {
				if (asked.getCount() > 0) return false;
				if (since[0] == 0) since[0] = System.nanoTime();
				// Half a second later, when what has come is written
				return System.nanoTime() - since[0] > 500_000_000L;
			}
		}));
		assertTrue(System.nanoTime() - since[0] < 1_500_000_000L);
		end.countDown();
		assertFalse(Files.exists(cache.resolve("net.onnx")));
		assertEquals(1000, Files.size(part()));
		answer = this::sendRange;
		assertArrayEquals(content, Files.readAllBytes(download(Progress.NONE)));
	}

	@Test
	void aCacheThatCannotBeWrittenIsSaid() throws Exception {
		answer = this::sendRange;
		cache = Files.writeString(folder.resolve("file"), "no folder").resolve("cache");
		final String message = assertThrows(IllegalStateException.class, () -> download(Progress.NONE)).getMessage();
		assertTrue(message.startsWith("The model Net cannot be written to " + cache + " ("), message);
		assertEquals(List.of(), ranges);
	}

	@Test
	void noSpaceIsSaid() throws Exception {
		Assumptions.assumeTrue(new File("/dev/full").exists(), "missing: /dev/full");
		answer = this::sendRange;
		Files.createDirectories(cache);
		Files.createSymbolicLink(part(), Path.of("/dev/full"));
		final String message = assertThrows(IllegalStateException.class, () -> download(Progress.NONE)).getMessage();
		assertTrue(message.contains("cannot be written to " + cache) && message.contains("make room there"), message);
		Files.delete(part());
	}

	@Test
	void onlyOneDownloadsAtATime() throws Exception {
		final CountDownLatch asked = new CountDownLatch(1);
		final CountDownLatch end = new CountDownLatch(1);
		answer = exchange -> {
			asked.countDown();
			try {
				end.await(20, TimeUnit.SECONDS);
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
			}
			sendRange(exchange);
		};
		final java.util.concurrent.Future<Path> first = java.util.concurrent.CompletableFuture.supplyAsync(() -> {
			try {
				return download(Progress.NONE);
			}
			catch (final Exception e) {
				throw new IllegalStateException(e);
			}
		});
		assertTrue(asked.await(10, TimeUnit.SECONDS));
		assertEquals("The model Net is being downloaded already; wait until that is done.", failure());
		end.countDown();
		assertArrayEquals(content, Files.readAllBytes(first.get(20, TimeUnit.SECONDS)));
	}
}
