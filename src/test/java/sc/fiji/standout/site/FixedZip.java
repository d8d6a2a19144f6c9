package sc.fiji.standout.site;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a zip or jar whose bytes depend on the contents alone, not on the clock. */
final class FixedZip implements Closeable {

	private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

	private final ZipOutputStream out;

	FixedZip(final Path file) throws IOException {
		out = new ZipOutputStream(Files.newOutputStream(file));
	}

	void add(final String name, final InputStream content) throws IOException {
		final ZipEntry entry = new ZipEntry(name);
		entry.setTimeLocal(TIME);
		// a jar is packed already
		out.setLevel(name.endsWith(".jar") ? Deflater.NO_COMPRESSION : Deflater.DEFAULT_COMPRESSION);
		out.putNextEntry(entry);
		content.transferTo(out);
		out.closeEntry();
	}

	void add(final String name, final Path content) throws IOException {
		try (InputStream in = Files.newInputStream(content)) {
			add(name, in);
		}
	}

	void add(final String name, final String content) throws IOException {
		add(name, new java.io.ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
	}

	@Override
	public void close() throws IOException {
		out.close();
	}
}
