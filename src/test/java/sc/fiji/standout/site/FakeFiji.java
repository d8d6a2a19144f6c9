package sc.fiji.standout.site;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Does what the updater of a Fiji does at {@code --update add-update-site} and {@code --update upload}, as far as its folder
 * and the site's are concerned: it takes whatever version of a file lies there, and leaves the database before this one
 * beside the new one.
 */
public final class FakeFiji {

	private static final long NOW = 20260701120000L;

	private final Path fiji;
	private final Path site;
	private final Map<String, Entry> entries = new TreeMap<>();

	private FakeFiji(final Path fiji, final Path site) {
		this.fiji = fiji;
		this.site = site;
	}

	/** Makes a folder a Fiji whose launcher runs this class; it leaves the files out whose path contains the text. */
	static void install(final Path folder, final String leftOut) throws IOException {
		final Path java = Path.of(System.getProperty("java.home"), "bin", "java");
		final Path launcher = Files.writeString(folder.resolve("fiji"), "#!/bin/sh\nexec '" + java + "' -cp '" + System
			.getProperty("java.class.path") + "' " + FakeFiji.class.getName() + " '" + folder + "' '" + leftOut + "' \"$@\"\n");
		if (!launcher.toFile().setExecutable(true)) throw new IOException("The launcher cannot be made executable.");
	}

	/** @param arguments Fiji's folder, what is left out, and those of Fiji's launcher */
	public static void main(final String... arguments) throws IOException {
		final Path fiji = Path.of(arguments[0]);
		final Path address = fiji.resolve("address.txt");
		final List<String> rest = Arrays.asList(arguments).subList(5, arguments.length);
		if (arguments[4].equals("upload")) new FakeFiji(fiji, Path.of(Files.readString(address))).upload(rest.subList(2, rest
			.size()), arguments[1]);
		else Files.writeString(address, rest.get(3));
	}

	private void upload(final List<String> paths, final String leftOut) throws IOException {
		final Path database = site.resolve(Database.NAME);
		if (Files.exists(database)) try (InputStream in = Files.newInputStream(database)) {
			for (final Entry entry : Database.read(in)) entries.put(entry.identity(), entry);
		}
		for (final String path : paths) if (leftOut.isEmpty() || !path.contains(leftOut)) upload(path);
		if (Files.exists(database)) Files.move(database, site.resolve(Database.NAME + ".old"));
		Files.write(database, Database.write(List.copyOf(entries.values()), "FakeFiji"));
	}

	private void upload(final String path) throws IOException {
		final String identity = Entry.identity(path);
		final Entry before = entries.get(identity);
		final List<Entry.Version> previous = new ArrayList<>(before == null ? List.of() : before.previous());
		final Path file = find(identity);
		if (file == null) {
			previous.add(before.current());
			entries.put(identity, new Entry(before.path(), before.platforms(), "", List.of(), 0, null, previous));
			return;
		}
		final String name = fiji.relativize(file).toString().replace(File.separatorChar, '/');
		final Entry.Version version = new Entry.Version(name, NOW, UpdaterChecksum.of(name, file));
		if (before != null && before.current() != null) {
			if (before.current().checksum().equals(version.checksum())) return;
			previous.add(before.current());
		}
		final String[] parts = name.split("/");
		entries.put(identity, new Entry(name, name.matches("jars/.*/.*") ? List.of(parts[1]) : List.of(), "", List.of(), Files
			.size(file), version, previous));
		final Path served = site.resolve(version.served());
		Files.createDirectories(served.getParent());
		Files.copy(file, served);
	}

	/** The first of the versions of a file, or null. */
	private Path find(final String identity) throws IOException {
		final Path parent = fiji.resolve(identity).getParent();
		if (!Files.isDirectory(parent)) return null;
		try (Stream<Path> files = Files.list(parent)) {
			return files.sorted().filter(file -> Entry.identity(fiji.relativize(file).toString().replace('\\', '/')).equals(
				identity)).findFirst().orElse(null);
		}
	}
}
