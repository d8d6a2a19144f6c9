package sc.fiji.standout.site;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/** Looks whether a folder is a whole site: all that its database lists, and nothing else. */
final class SiteCheck {

	private SiteCheck() {}

	/**
	 * @return what the database lists
	 * @throws IllegalArgumentException in one sentence, when something is missing, too much or not as listed
	 */
	static List<Entry> read(final Path folder) throws IOException {
		final List<Entry> entries = list(folder);
		final Set<String> listed = new HashSet<>(Set.of(Database.NAME, PlainZip.NAME));
		for (final Entry entry : entries) {
			for (final Entry.Version old : entry.previous()) listed.add(version(folder, old));
			if (entry.current() == null) continue;
			listed.add(version(folder, entry.current()));
			final long size = Files.size(folder.resolve(entry.current().served()));
			if (size != entry.size()) throw broken(folder, entry.current().served() + " has " + size + " bytes instead of " +
				entry.size());
		}
		try (Stream<Path> files = Files.walk(folder)) {
			for (final Path file : files.filter(Files::isRegularFile).sorted().toList()) {
				final String name = folder.relativize(file).toString().replace('\\', '/');
				if (!listed.contains(name)) throw broken(folder, name + " is not in its " + Database.NAME);
			}
		}
		final String zip = PlainZip.problem(folder, entries);
		if (zip != null) throw broken(folder, zip);
		return entries;
	}

	/**
	 * Reads what the database of a folder lists, without a look at the files.
	 *
	 * @throws IllegalArgumentException in one sentence, when there is none or it cannot be read
	 */
	static List<Entry> list(final Path folder) throws IOException {
		final Path database = folder.resolve(Database.NAME);
		if (!Files.isRegularFile(database)) throw broken(folder, "it has no " + Database.NAME);
		try (InputStream in = Files.newInputStream(database)) {
			return Database.read(in);
		}
		catch (final IOException e) {
			throw broken(folder, "its " + Database.NAME + " cannot be read");
		}
	}

	private static String version(final Path folder, final Entry.Version version) throws IOException {
		final Path file = folder.resolve(version.served()).normalize();
		if (!file.startsWith(folder.normalize())) throw broken(folder, version.path() + " is outside of it");
		if (!Files.isRegularFile(file)) throw broken(folder, version.served() + " is missing");
		if (!checksum(version.path(), file).equals(version.checksum())) throw broken(folder, version.served() +
			" has another checksum than listed");
		return version.served();
	}

	/** Of what is no jar at all, none. */
	private static String checksum(final String path, final Path file) throws IOException {
		try {
			return UpdaterChecksum.of(path, file);
		}
		catch (final ZipException | EOFException e) {
			return "";
		}
	}

	private static IllegalArgumentException broken(final Path folder, final String why) {
		return new IllegalArgumentException("The folder " + folder + " is no whole update site: " + why +
			"; delete it, or give another folder.");
	}
}
