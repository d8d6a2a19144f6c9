package sc.fiji.standout.site;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Builds the update site and prints what is in it; called by {@code scripts/update-site} in the root of the checkout. */
public final class Main {

	private static final Pattern PARENT = Pattern.compile("<artifactId>pom-scijava</artifactId>\\s*<version>([^<]+)<");

	private final List<String> rest;

	private Main(final String... arguments) {
		rest = new ArrayList<>(Arrays.asList(arguments));
	}

	/** @param arguments the target, and the options below with their values */
	public static void main(final String... arguments) {
		try {
			new Main(arguments).run();
		}
		catch (final IllegalArgumentException | IOException e) {
			System.err.println(sentence(e));
			System.exit(1);
		}
	}

	/** Java says of a file that is missing or closed to us no more than its path. */
	static String sentence(final Exception problem) {
		if (!(problem instanceof FileSystemException file)) return String.valueOf(problem.getMessage());
		final String why = problem instanceof NoSuchFileException ? "it does not exist" : problem instanceof
			AccessDeniedException ? "access is denied" : problem instanceof FileAlreadyExistsException
				? "something of that name is there already" : String.valueOf(file.getReason());
		return "The site was not built, since " + file.getFile() + " cannot be used: " + why + ".";
	}

	private void run() throws IOException {
		final String listed = option("--jars");
		final String plugin = option("--plugin");
		final String timestamp = option("--timestamp");
		final String previous = option("--previous");
		final String fiji = option("--fiji");
		if (rest.size() != 1 || rest.get(0).startsWith("-") || listed == null || plugin == null || timestamp == null)
			throw new IllegalArgumentException("Usage: scripts/update-site DIR [--previous DIR] [--fiji DIR]");
		// of a name such as "." the folder above, where the site is built, has to be known
		final Path target = Path.of(rest.get(0)).toAbsolutePath().normalize();
		final List<Jar> jars = Jar.list(Path.of(listed));
		final Contents contents = new Contents(Path.of(""), jars, managed(jars));
		final FijiUploader uploader = fiji == null ? null : new FijiUploader(Path.of(fiji), contents.jars().left());
		new UpdateSite(contents, Path.of(plugin), Long.parseLong(timestamp), uploader).build(target, previous == null ? null
			: Path.of(previous));
		System.out.print(report(target));
	}

	/** Takes the value of an option, or null. */
	private String option(final String name) {
		final int at = rest.indexOf(name);
		if (at < 0 || at + 1 == rest.size()) return null;
		rest.remove(at);
		return rest.remove(at);
	}

	/** The POM by which Maven has found the versions lies in the same local repository as the jars. */
	static Map<String, String> managed(final List<Jar> jars) throws IOException {
		final Matcher parent = PARENT.matcher(Files.readString(Path.of("pom.xml")));
		if (!parent.find()) throw new IllegalArgumentException("The parent of pom.xml is not pom-scijava.");
		final String version = parent.group(1);
		final String pom = "org/scijava/pom-scijava/" + version + "/pom-scijava-" + version + ".pom";
		for (Path folder = jars.get(0).file(); folder != null; folder = folder.getParent()) {
			if (Files.isRegularFile(folder.resolve(pom))) return ManagedVersions.read(folder.resolve(pom));
		}
		throw new IllegalArgumentException("Maven's local repository has no " + pom + "; build Standout first.");
	}

	/** The files with their sizes, and the size of an install on each platform. */
	private static String report(final Path site) throws IOException {
		final List<Entry> entries = SiteCheck.list(site).stream().filter(entry -> entry.current() != null).toList();
		final StringBuilder text = new StringBuilder();
		for (final Entry entry : entries) text.append(String.format(Locale.ROOT, "%11d  %-52s %s%n", entry.size(), entry
			.path(), entry.description()));
		text.append("MB by platform, without the optional parts:\n");
		for (final String platform : Natives.PLATFORMS.keySet()) text.append(String.format(Locale.ROOT, "%11.1f  %s%n",
			size(entries, platform) / 1e6, platform));
		return text.append(String.format(Locale.ROOT, "%11.1f  other platforms (no networks)%n%11.1f  %s%n", size(entries,
			"") / 1e6, Files.size(site.resolve(PlainZip.NAME)) / 1e6, PlainZip.NAME)).toString();
	}

	/** What the updater downloads for a platform, in bytes. */
	static long size(final List<Entry> entries, final String platform) {
		return entries.stream().filter(entry -> entry.platforms().isEmpty() || entry.platforms().contains(platform))
			.mapToLong(Entry::size).sum();
	}
}
