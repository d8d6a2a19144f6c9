package sc.fiji.standout.site;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;

/** Installs from a site as Fiji's updater does: what is listed for a platform, each file checked. */
final class UpdaterClient {

	private UpdaterClient() {}

	/**
	 * @param address of the site, with a slash at the end
	 * @param fiji where the files are laid
	 * @return what was installed
	 * @throws IOException when the site has not what it lists
	 */
	static List<Entry> install(final URI address, final String platform, final Path fiji) throws IOException {
		final List<Entry> entries;
		try (InputStream in = address.resolve(Database.NAME).toURL().openStream()) {
			entries = Database.read(in).stream().filter(entry -> entry.current() != null && (entry.platforms().isEmpty() ||
				entry.platforms().contains(platform))).toList();
		}
		for (final Entry entry : entries) {
			final Path file = fiji.resolve(entry.path());
			Files.createDirectories(file.getParent());
			// beside its place, so that what is broken never lies there
			final Path download = file.resolveSibling(file.getFileName() + ".part");
			try (InputStream in = address.resolve(entry.current().served()).toURL().openStream()) {
				Files.copy(in, download);
				if (Files.size(download) != entry.size()) throw new IOException(entry.path() + " has the wrong length.");
				if (!checksum(entry, download).equals(entry.current().checksum())) throw new IOException(entry.path() +
					" has the wrong checksum.");
				Files.move(download, file);
			}
			finally {
				Files.deleteIfExists(download);
			}
		}
		return entries;
	}

	/** Of what is no jar at all, none. */
	private static String checksum(final Entry entry, final Path download) throws IOException {
		try {
			return UpdaterChecksum.of(entry.path(), download);
		}
		catch (final ZipException e) {
			return "";
		}
	}
}
