package sc.fiji.standout.site;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The checksum by which Fiji's updater knows a version of a file: SHA-1 of the file's path and content, or of a jar's entries
 * sorted by name, each with name and content. What differs between builds of the same is left out of a jar: what its
 * manifest says, and comments in {@code .properties} files.
 */
final class UpdaterChecksum {

	private UpdaterChecksum() {}

	/**
	 * @param path within Fiji, such as {@code macros/Some.ijm}
	 * @return 40 hexadecimal digits in lower case
	 */
	static String of(final String path, final Path file) throws IOException {
		final MessageDigest digest = sha1();
		if (path.endsWith(".jar")) jar(file, digest);
		else {
			digest.update(path.getBytes(StandardCharsets.US_ASCII));
			try (InputStream in = Files.newInputStream(file)) {
				all(in, digest);
			}
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	private static void jar(final Path file, final MessageDigest digest) throws IOException {
		try (ZipFile jar = new ZipFile(file.toFile())) {
			final List<? extends ZipEntry> entries = jar.stream().sorted(Comparator.comparing(ZipEntry::getName)).toList();
			for (final ZipEntry entry : entries) {
				digest.update(entry.getName().getBytes(StandardCharsets.US_ASCII));
				if (entry.getName().equals("META-INF/MANIFEST.MF")) continue;
				try (InputStream in = new BufferedInputStream(jar.getInputStream(entry))) {
					if (entry.getName().endsWith(".properties")) properties(in, digest);
					else all(in, digest);
				}
			}
		}
	}

	private static void all(final InputStream in, final MessageDigest digest) throws IOException {
		final byte[] buffer = new byte[1 << 16];
		for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) digest.update(buffer, 0, count);
	}

	/**
	 * Leaves out comments, but neither their line ends nor, as a habit of the updater, those that follow an empty line.
	 */
	private static void properties(final InputStream in, final MessageDigest digest) throws IOException {
		boolean start = true;
		for (int c = in.read(); c >= 0; c = in.read()) {
			if (start && c == '#') {
				while (c == '#') c = in.read();
				start = c != '\n';
				while (c >= 0 && c != '\n') c = in.read();
				if (c < 0) return;
			}
			else start = !start && c == '\n';
			digest.update((byte) c);
		}
	}

	private static MessageDigest sha1() {
		try {
			return MessageDigest.getInstance("SHA-1");
		}
		catch (final NoSuchAlgorithmException e) {
			throw new AssertionError("Every Java has SHA-1", e);
		}
	}
}
