package sc.fiji.standout.site;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import sc.fiji.standout.ij1.MacroBatch;

/** A folder of plain ImageJ with the files of the site and the jars that Fiji would have, run in a process of its own. */
final class InstalledImageJ {

	private static final Path TEST_CLASSES = Path.of("target/test-classes");

	private final Path folder;

	/** @param fijis jars that are in Fiji */
	InstalledImageJ(final Path folder, final List<Jar> fijis) throws IOException {
		this.folder = folder;
		for (final Jar jar : fijis) copy(jar.file(), folder.resolve("jars").resolve(jar.name()));
		// what runs the macros; without a display, as in Fiji, by ij1-patcher
		for (final Class<?> type : MacroBatch.NEEDED) {
			final String name = type.getName().replace('.', '/') + ".class";
			copy(TEST_CLASSES.resolve(name), folder.resolve("runner").resolve(name));
		}
		for (final String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
			final Path jar = Path.of(path);
			if (jar.getFileName().toString().matches("(ij1-patcher|javassist)-.*")) copy(jar, folder.resolve("jars").resolve(jar
				.getFileName()));
		}
	}

	private static void copy(final Path from, final Path to) throws IOException {
		Files.createDirectories(to.getParent());
		Files.copy(from, to);
	}

	/**
	 * Runs macros by name, from this folder; the class path is its jars alone, and neither the preferences nor the networks
	 * of whoever runs this are read or changed.
	 */
	Map<String, MacroBatch.Result> run(final boolean headless, final Map<String, String> macros, final String argument)
		throws IOException, InterruptedException
	{
		final Path home = Files.createDirectories(folder.resolve("home"));
		final List<String> options = new ArrayList<>(List.of("-Dij.dir=" + folder, "-Dplugins.dir=" + folder, "-Duser.home=" +
			home, "-Dstandout.cache=" + home.resolve("cache"), "-cp", classPath()));
		// 430 MB that PyTorch unpacks once on a computer
		final Path unpacked = Path.of(System.getProperty("user.home"), ".djl.ai");
		if (Files.isDirectory(unpacked)) options.add(0, "-DENGINE_CACHE_DIR=" + unpacked);
		return MacroBatch.run(headless, macros, argument, folder, options);
	}

	/** Runs macros by name without a display. */
	Map<String, MacroBatch.Result> run(final Map<String, String> macros, final String argument) throws IOException,
		InterruptedException
	{
		return run(true, macros, argument);
	}

	/** Lays a file into the folder. */
	void add(final Path file, final String path) throws IOException {
		copy(file, folder.resolve(path));
	}

	/** Cuts a file to the first half of it, as when a download was broken off. */
	void truncate(final String pattern) throws IOException {
		for (final Path file : find(pattern)) {
			final byte[] bytes = Files.readAllBytes(file);
			Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
		}
	}

	/** As Fiji's launcher has it: {@code jars}, then the folders in it, then {@code plugins}. */
	private String classPath() throws IOException {
		final List<String> path = new ArrayList<>(List.of(folder.resolve("runner").toString()));
		for (final String pattern : List.of("jars/[^/]+\\.jar", "jars/[^/]+/[^/]+\\.jar", "plugins/.*\\.jar")) {
			try (Stream<Path> files = Files.walk(folder)) {
				files.filter(file -> folder.relativize(file).toString().replace('\\', '/').matches(pattern)).map(Path::toString)
					.sorted().forEach(path::add);
			}
		}
		return String.join(File.pathSeparator, path);
	}

	/** Takes classes out of a jar, as if it were of another version. */
	void cut(final String pattern, final String classes) throws IOException {
		final Path whole = folder.resolve("whole.jar");
		final Path jar = find(pattern).get(0);
		Files.move(jar, whole);
		try (ZipFile from = new ZipFile(whole.toFile()); FixedZip out = new FixedZip(jar)) {
			for (final ZipEntry entry : from.stream().filter(one -> !one.isDirectory() && !one.getName().matches(classes))
				.toList()) out.add(entry.getName(), from.getInputStream(entry));
		}
		Files.delete(whole);
	}

	/** Removes the files whose path within the folder matches. */
	void remove(final String pattern) throws IOException {
		for (final Path file : find(pattern)) Files.delete(file);
	}

	private List<Path> find(final String pattern) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			final List<Path> found = files.filter(file -> folder.relativize(file).toString().replace('\\', '/').matches(
				pattern)).toList();
			if (found.isEmpty()) throw new IOException("There is no " + pattern + ".");
			return found;
		}
	}
}
