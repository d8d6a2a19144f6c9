package sc.fiji.standout.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What tests build a site from: this checkout's classes as a jar, and the jars of its build. */
final class Checkout {

	static final Path ROOT = Path.of("");
	private static final Path CLASSES = Path.of("target/classes");
	private static final List<String> NATIVES = List.of("linux-x64/libonnxruntime.so", "linux-aarch64/libonnxruntime.so",
		"osx-x64/libonnxruntime.dylib", "osx-aarch64/libonnxruntime.dylib", "win-x64/onnxruntime.dll");

	private Checkout() {}

	static List<Jar> jars() throws IOException {
		return Jar.list(Path.of("target/runtime-jars.txt"));
	}

	static Contents contents() throws IOException {
		return new Contents(ROOT, jars(), Main.managed(jars()));
	}

	/** As {@link #contents()} but with a small ONNX Runtime, for tests that do not run it. */
	static Contents smallContents(final Path folder) throws IOException {
		final List<Jar> jars = new ArrayList<>();
		for (final Jar jar : jars()) jars.add(jar.name().startsWith("onnxruntime-1") ? small(jar, folder) : jar);
		return new Contents(ROOT, jars, Main.managed(jars()));
	}

	private static Jar small(final Jar jar, final Path folder) throws IOException {
		final Path file = folder.resolve(jar.name());
		try (FixedZip out = new FixedZip(file)) {
			out.add("ai/onnxruntime/OrtEnvironment.class", "");
			for (final String name : NATIVES) {
				out.add("ai/onnxruntime/native/" + name, name);
				out.add("ai/onnxruntime/native/" + name + ".dSYM/Info.plist", "for debugging");
			}
		}
		return new Jar(jar.artifact(), jar.version(), file, jar.optional());
	}

	/** Builds the site in a folder of that name. */
	static Path site(final Contents contents, final Path folder) throws IOException {
		final Path site = folder.resolve("site");
		new UpdateSite(contents, plugin(folder, "0.1.0", ""), 20260501120000L, null).build(site, null);
		return site;
	}

	/**
	 * The plugin's jar as Maven packs it, in some version.
	 *
	 * @param note a text within, by which jars of the same version can differ
	 */
	static Path plugin(final Path folder, final String version, final String note) throws IOException {
		final Path jar = Files.createDirectories(folder).resolve("Standout_-" + version + ".jar");
		try (FixedZip out = new FixedZip(jar); Stream<Path> files = Files.walk(CLASSES)) {
			out.add("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n\r\n");
			out.add("note.txt", note);
			for (final Path file : files.filter(Files::isRegularFile).sorted().toList()) {
				out.add(CLASSES.relativize(file).toString().replace('\\', '/'), file);
			}
		}
		return jar;
	}
}
