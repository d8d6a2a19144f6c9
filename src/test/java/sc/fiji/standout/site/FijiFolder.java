package sc.fiji.standout.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folder of a Fiji, in which files of the site are laid as its updater would install them. */
record FijiFolder(Path folder) {

	/** @throws IllegalArgumentException in one sentence, when another update site of that Fiji has one of the files */
	void refuseOthers(final List<SiteFile> files, final String site) throws IOException {
		final Path database = folder.resolve(Database.NAME);
		if (!Files.isRegularFile(database)) return;
		final Map<String, String> sites;
		try (InputStream in = Files.newInputStream(database)) {
			sites = Database.sites(in);
		}
		catch (final IOException e) {
			throw new IllegalArgumentException("The database " + database + " of that Fiji cannot be read (" + e.getMessage() +
				"); use another copy of Fiji.", e);
		}
		for (final SiteFile file : files) {
			final String identity = Entry.identity(file.path());
			final String other = sites.getOrDefault(identity, site);
			if (!other.equals(site)) throw new IllegalArgumentException("The Fiji in " + folder + " has " + identity +
				" from the update site '" + other + "'; untick that site there, or use another copy of Fiji.");
		}
	}

	/** Copies a file to its place, instead of any other version of it, which the updater might take for it. */
	void lay(final SiteFile file, final FileTime time) throws IOException {
		remove(Entry.identity(file.path()));
		final Path to = folder.resolve(file.path());
		Files.createDirectories(to.getParent());
		Files.copy(file.content(), to, StandardCopyOption.REPLACE_EXISTING);
		Files.setLastModifiedTime(to, time);
	}

	/** Deletes all versions of a file. */
	void remove(final String identity) throws IOException {
		final Path parent = folder.resolve(identity).getParent();
		if (!Files.isDirectory(parent)) return;
		try (Stream<Path> files = Files.list(parent)) {
			for (final Path file : files.filter(Files::isRegularFile).filter(file -> Entry.identity(folder.relativize(file)
				.toString().replace('\\', '/')).equals(identity)).toList()) Files.delete(file);
		}
	}
}
