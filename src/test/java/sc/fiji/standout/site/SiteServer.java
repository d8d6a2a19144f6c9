package sc.fiji.standout.site;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Serves a folder to this computer alone, and remembers what was asked for. */
final class SiteServer implements AutoCloseable {

	private final Path folder;
	private final HttpServer server;
	private final Set<String> asked = new ConcurrentSkipListSet<>();

	SiteServer(final Path folder) throws IOException {
		this.folder = folder;
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", this::answer);
		server.start();
	}

	URI address() {
		return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
	}

	Set<String> asked() {
		return asked;
	}

	private void answer(final HttpExchange exchange) throws IOException {
		final String name = exchange.getRequestURI().getPath().substring(1);
		asked.add(name);
		final Path file = folder.resolve(name);
		final boolean there = Files.isRegularFile(file);
		exchange.sendResponseHeaders(there ? 200 : 404, there ? Files.size(file) : -1);
		if (there) try (OutputStream out = exchange.getResponseBody()) {
			Files.copy(file, out);
		}
		exchange.close();
	}

	@Override
	public void close() {
		server.stop(0);
	}
}
