package sc.fiji.standout.site;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scijava.util.VersionUtils;

/** What was current on a site becomes previous when there is something newer. */
final class History {

	private static final String PLUGIN = "plugins/Standout_.jar";

	private final Map<String, Entry> old = new LinkedHashMap<>();
	private final long timestamp;

	/**
	 * @param before what the site lists now
	 * @param timestamp of what is new
	 */
	History(final List<Entry> before, final long timestamp) {
		for (final Entry entry : before) old.put(entry.identity(), entry);
		this.timestamp = timestamp;
	}

	/**
	 * The entries of the new site, by path; what has not changed stays as it is listed now.
	 *
	 * @throws IllegalArgumentException in one sentence, when the site has something that is not older
	 */
	List<Entry> next(final List<SiteFile> files) throws IOException {
		final Map<String, Entry> gone = new LinkedHashMap<>(old);
		final List<Entry> entries = new ArrayList<>();
		for (final SiteFile file : files) entries.add(next(file, gone.remove(Entry.identity(file.path()))));
		for (final Entry entry : gone.values()) entries.add(obsolete(entry));
		entries.sort(Comparator.comparing(Entry::path));
		return entries;
	}

	/** What this checkout does not have is gone, unless it came later. */
	private Entry obsolete(final Entry entry) {
		if (entry.current() != null && timestamp <= entry.current().timestamp()) throw new IllegalArgumentException(
			"The site has " + entry.current().served() + ", which is not older than this checkout (" +
				timestamp + ") that lacks it; build from a newer commit, or into a new folder.");
		return new Entry(entry.path(), entry.platforms(), "", List.of(), 0, null, versions(entry));
	}

	private Entry next(final SiteFile file, final Entry before) throws IOException {
		final Entry.Version version = new Entry.Version(file.path(), timestamp, UpdaterChecksum.of(file.path(), file
			.content()));
		final Entry.Version current = before == null ? null : before.current();
		if (current != null && current.path().equals(file.path()) && current.checksum().equals(version.checksum()))
			return entry(file, before.size(), current, before.previous());
		if (current != null) refuseOlder(version, current);
		return entry(file, Files.size(file.content()), version, before == null ? List.of() : versions(before));
	}

	private static Entry entry(final SiteFile file, final long size, final Entry.Version current,
		final List<Entry.Version> previous)
	{
		return new Entry(file.path(), file.platforms(), file.description(), file.dependencies(), size, current, previous);
	}

	private static void refuseOlder(final Entry.Version version, final Entry.Version current) {
		final boolean plugin = Entry.identity(version.path()).equals(PLUGIN);
		if (version.timestamp() <= current.timestamp() || plugin && VersionUtils.compare(number(version.path()), number(
			current.path())) < 0) throw new IllegalArgumentException("The site has " + current.served() +
				", which is not older than " + version.served() +
				" of this checkout; build from a newer commit, or into a new folder.");
	}

	/** The version in the name of a jar. */
	private static String number(final String path) {
		return path.replaceFirst("[^-]*-(.*)\\.jar", "$1");
	}

	private static List<Entry.Version> versions(final Entry entry) {
		final List<Entry.Version> versions = new ArrayList<>(entry.previous());
		if (entry.current() != null) versions.add(entry.current());
		return versions;
	}
}
