package sc.fiji.standout.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Builds the update site as a folder that any web server can serve, whole or not at all. */
final class UpdateSite {

	static final String MAINTAINER = "Standout developers";

	private final Contents contents;
	private final Path plugin;
	private final long timestamp;
	private final FijiUploader uploader;

	/**
	 * @param plugin the plugin's jar
	 * @param timestamp yyyyMMddHHmmss of what is new: the time of the commit, not of the clock
	 * @param uploader null to write the database without a Fiji
	 */
	UpdateSite(final Contents contents, final Path plugin, final long timestamp, final FijiUploader uploader) {
		this.contents = contents;
		this.plugin = plugin;
		this.timestamp = timestamp;
		this.uploader = uploader;
	}

	/**
	 * @param target a new or empty folder, or a site, which is replaced
	 * @param previous the site whose files become previous versions, or null for none but the target itself
	 * @throws IllegalArgumentException in one sentence, when one of the two is no whole site or a newer one
	 */
	void build(final Path target, final Path previous) throws IOException {
		final boolean there = !isEmpty(target);
		if (there && previous != null) throw new IllegalArgumentException("The folder " + target +
			" is not empty; give --previous only with a new folder.");
		final Path before = there ? target : previous;
		final List<Entry> listed = before == null ? List.of() : SiteCheck.read(before);
		final Path parent = target.toAbsolutePath().getParent();
		Files.createDirectories(parent);
		final Path work = Files.createTempDirectory(parent, ".update-site-");
		try {
			final Path built = Files.createDirectory(work.resolve("site"));
			final List<SiteFile> files = contents.files(plugin, work);
			final List<Entry> entries = new History(listed, timestamp).next(files);
			if (uploader == null) write(built, files, entries, before);
			else {
				if (before != null) copyAll(before, built);
				uploader.upload(files, gone(listed, entries), timestamp, built);
			}
			PlainZip.write(built, SiteCheck.list(built), contents.jars().left());
			requireOnly(SiteCheck.read(built), files);
			replace(target, built, work.resolve("old"));
		}
		finally {
			delete(work);
		}
	}

	private static void write(final Path built, final List<SiteFile> files, final List<Entry> entries, final Path before)
		throws IOException
	{
		for (final Entry entry : entries) {
			for (final Entry.Version version : entry.previous()) copy(before.resolve(version.served()), built.resolve(version
				.served()));
			if (entry.current() == null) continue;
			final String served = entry.current().served();
			final Path kept = before == null ? null : before.resolve(served);
			copy(kept != null && Files.exists(kept) ? kept : files.stream().filter(file -> file.path().equals(entry.path()))
				.findFirst().orElseThrow().content(), built.resolve(served));
		}
		Files.write(built.resolve(Database.NAME), Database.write(entries, MAINTAINER));
	}

	/** What was current and is not any more, by identity. */
	private static List<String> gone(final List<Entry> before, final List<Entry> now) {
		final Set<String> current = now.stream().filter(entry -> entry.current() != null).map(Entry::identity).collect(
			Collectors.toSet());
		return before.stream().filter(entry -> entry.current() != null).map(Entry::identity).filter(identity -> !current
			.contains(identity)).toList();
	}

	/** The uploader of Fiji ends well also when it has left something out. */
	private static void requireOnly(final List<Entry> entries, final List<SiteFile> files) throws IOException {
		final Map<String, Entry> listed = new TreeMap<>();
		for (final Entry entry : entries) if (entry.current() != null) listed.put(entry.path(), entry);
		for (final SiteFile file : files) {
			final Entry entry = listed.remove(file.path());
			if (entry == null || !entry.current().checksum().equals(UpdaterChecksum.of(file.path(), file.content())) || !entry
				.platforms().equals(file.platforms())) throw new IOException("The site that was built does not list " + file
					.path() + " as it is in this checkout; what Fiji's updater printed above says why.");
		}
		if (!listed.isEmpty()) throw new IOException("The site that was built still lists " + listed.keySet().iterator()
			.next() + ", which this checkout does not have; what Fiji's updater printed above says why.");
	}

	/** Puts back what was there when the new one cannot take its place. */
	private static void replace(final Path target, final Path built, final Path old) throws IOException {
		if (Files.exists(target)) Files.move(target, old);
		try {
			Files.move(built, target);
		}
		catch (final IOException e) {
			if (Files.exists(old)) Files.move(old, target);
			throw e;
		}
	}

	private static void copy(final Path from, final Path to) throws IOException {
		Files.createDirectories(to.getParent());
		Files.copy(from, to);
	}

	private static void copyAll(final Path from, final Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (final Path file : files.filter(Files::isRegularFile).toList()) {
				if (!file.endsWith(PlainZip.NAME)) copy(file, to.resolve(from.relativize(file).toString()));
			}
		}
	}

	private static boolean isEmpty(final Path folder) throws IOException {
		if (!Files.exists(folder)) return true;
		if (!Files.isDirectory(folder)) throw new IllegalArgumentException(folder + " is no folder; give another name.");
		try (Stream<Path> files = Files.list(folder)) {
			return files.findAny().isEmpty();
		}
	}

	static void delete(final Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
		}
	}
}
