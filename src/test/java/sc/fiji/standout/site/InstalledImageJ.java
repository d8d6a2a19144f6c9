package sc.fiji.standout.site;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import sc.fiji.standout.ij1.Launcher;
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
		for (final Class<?> type : List.of(Launcher.class, MacroBatch.class, MacroBatch.Result.class)) {
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

	/** Runs macros by name without a display; the class path is the jars of this folder alone. */
	Map<String, MacroBatch.Result> run(final Map<String, String> macros, final String argument) throws IOException,
		InterruptedException
	{
		return MacroBatch.run(true, macros, argument, classPath());
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
	void cut(final String name, final String classes) throws IOException {
		final Path whole = folder.resolve("whole.jar");
		final Path jar = folder.resolve("jars").resolve(name);
		Files.move(jar, whole);
		try (ZipFile from = new ZipFile(whole.toFile()); FixedZip out = new FixedZip(jar)) {
			for (final ZipEntry entry : from.stream().filter(one -> !one.isDirectory() && !one.getName().matches(classes))
				.toList()) out.add(entry.getName(), from.getInputStream(entry));
		}
		Files.delete(whole);
	}

	/** Removes the jars whose path within the folder matches. */
	void remove(final String pattern) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			final List<Path> found = files.filter(file -> folder.relativize(file).toString().replace('\\', '/').matches(
				pattern)).toList();
			if (found.isEmpty()) throw new IOException("There is no " + pattern + ".");
			for (final Path file : found) Files.delete(file);
		}
	}
}
