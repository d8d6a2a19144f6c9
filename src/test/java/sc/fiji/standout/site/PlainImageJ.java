package sc.fiji.standout.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Plain ImageJ as a user starts it: its own main class, from a folder with {@code plugins}. Needs a display.
 *
 * @param folder of ImageJ
 * @param jar ImageJ's own
 */
record PlainImageJ(Path folder, Path jar) {

	/** The jar of ImageJ that the plugin is built with. */
	static Path jar(final Contents contents) {
		return contents.jars().left().stream().map(Jar::file).filter(file -> file.getFileName().toString().startsWith("ij-"))
			.findFirst().orElseThrow();
	}

	/** Unpacks the zip of a site into the folder, over what is there. */
	void unzip(final Path zip) throws IOException {
		try (InputStream in = Files.newInputStream(zip); ZipInputStream entries = new ZipInputStream(in)) {
			for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
				final Path file = folder.resolve(entry.getName());
				Files.createDirectories(file.getParent());
				Files.copy(entries, file, StandardCopyOption.REPLACE_EXISTING);
			}
		}
	}

	/** All files that it has. */
	Set<Path> files() throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).collect(Collectors.toSet());
		}
	}

	/**
	 * Runs a macro, which has to quit ImageJ.
	 *
	 * @param results a folder, the macro's argument
	 * @return the time in ms
	 */
	long run(final String macro, final Path results) throws IOException, InterruptedException {
		final Path file = Files.writeString(results.resolve("macro.ijm"), macro);
		return java(results.resolve("output.txt"), "-cp", jar.toString(), "ij.ImageJ", "-ijpath", folder.toString(), "-port0",
			"-macro", file.toString(), results.toString());
	}

	/** Runs a program of Java that has to end by itself; the time in ms. */
	static long java(final Path output, final String... arguments) throws IOException, InterruptedException {
		final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
			.toString(), "-Xmx1g"));
		// neither the preferences nor the networks of whoever runs this
		final Path home = Files.createDirectories(output.resolveSibling("home"));
		command.addAll(List.of("-Duser.home=" + home, "-Dstandout.cache=" + home.resolve("cache")));
		command.addAll(Arrays.asList(arguments));
		final long start = System.nanoTime();
		final Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		final boolean ended = process.waitFor(120, TimeUnit.SECONDS);
		final long time = (System.nanoTime() - start) / 1_000_000;
		process.destroyForcibly().waitFor();
		if (!ended) throw new IOException("ImageJ did not quit: " + Files.readString(output));
		return time;
	}
}
