package sc.fiji.standout.study;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file as a whole or not at all: the content goes to a temporary file beside the target, which takes the
 * target's place only when it is complete.
 */
public final class CompleteFile {

	/** Writes the content. */
	public interface Content {

		void writeTo(OutputStream out) throws IOException;
	}

	private CompleteFile() {}

	/** @throws IllegalArgumentException in one sentence, when the path is empty or cannot be written */
	public static void write(final String path, final Content content) {
		requireName(path);
		final File target = new File(path).getAbsoluteFile();
		if (target.isDirectory()) throw new IllegalArgumentException("path=" + path + " is a folder; give a file name.");
		if (!target.getParentFile().isDirectory()) throw new IllegalArgumentException("The folder of path=" + path +
			" does not exist; choose an existing folder.");
		// Not createTempFile, whose files can be read by their owner alone.
		final Path temporary = target.toPath().resolveSibling("." + target.getName() + "-" + System.nanoTime() + ".part");
		try {
			try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW))) {
				content.writeTo(out);
			}
			Files.move(temporary, target.toPath(), StandardCopyOption.REPLACE_EXISTING);
		}
		catch (final IOException e) {
			throw new IllegalArgumentException("path=" + path + " cannot be written (" + reason(e) +
				"); choose a place that can.", e);
		}
		finally {
			delete(temporary);
		}
	}

	/** @throws IllegalArgumentException when the path is empty */
	static void requireName(final String path) {
		if (path == null || path.isBlank()) throw new IllegalArgumentException(
			"path is empty; give the file to write, such as path=items.csv.");
	}

	private static String reason(final IOException e) {
		return e instanceof java.nio.file.AccessDeniedException ? "access denied" : String.valueOf(e.getMessage());
	}

	private static void delete(final Path temporary) {
		try {
			Files.deleteIfExists(temporary);
		}
		catch (final IOException e) {
			temporary.toFile().deleteOnExit();
		}
	}
}
