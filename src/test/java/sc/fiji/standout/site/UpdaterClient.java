package sc.fiji.standout.site;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
			try (InputStream in = address.resolve(entry.current().served()).toURL().openStream()) {
				Files.copy(in, file);
			}
			if (Files.size(file) != entry.size()) throw new IOException(entry.path() + " has the wrong length.");
			if (!UpdaterChecksum.of(entry.path(), file).equals(entry.current().checksum())) throw new IOException(entry.path() +
				" has the wrong checksum.");
		}
		return entries;
	}
}
