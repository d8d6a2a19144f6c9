package sc.fiji.standout.feature.deep;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import sc.fiji.standout.matrix.Progress;

/** The SHA-256 of files, computed once as long as a file's size and time stay the same. */
final class Checksum {

	private record Known(long size, FileTime time, String sha256) {}

	private static final Map<Path, Known> KNOWN = new ConcurrentHashMap<>();
	private static final int BUFFER = 1 << 20;

	private Checksum() {}

	/**
	 * @return 64 hexadecimal digits in lower case
	 * @throws IllegalArgumentException when the file cannot be read
	 */
	static String of(final Path path, final Progress progress) {
		final Path file = path.toAbsolutePath().normalize();
		try {
			final Known known = KNOWN.get(file);
			final long size = Files.size(file);
			final FileTime time = Files.getLastModifiedTime(file);
			if (known != null && known.size == size && known.time.equals(time)) return known.sha256;
			final String sha256 = digest(file, progress);
			KNOWN.put(file, new Known(size, time, sha256));
			return sha256;
		}
		catch (final IOException e) {
			throw unreadable(path, e);
		}
	}

	static IllegalArgumentException unreadable(final Path path, final IOException problem) {
		return new IllegalArgumentException("The file " + path + " cannot be read (" + Engines.oneLine(problem) +
			"); give the path of a file that can.", problem);
	}

	private static String digest(final Path file, final Progress progress) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			final MessageDigest digest = MessageDigest.getInstance("SHA-256");
			final byte[] buffer = new byte[BUFFER];
			for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
				progress.check();
				digest.update(buffer, 0, count);
			}
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (final NoSuchAlgorithmException e) {
			throw new AssertionError("Every Java has SHA-256", e);
		}
	}
}
