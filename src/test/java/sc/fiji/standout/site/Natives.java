package sc.fiji.standout.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Takes the jar of ONNX Runtime apart: its classes, and its native libraries in a jar for each of the platforms that Fiji
 * has a folder for. Debugging symbols are left out. ONNX Runtime finds the libraries as resources, in whatever jar.
 */
final class Natives {

	/** Fiji's names of platforms, and ONNX Runtime's. There is none for win-arm64. */
	static final Map<String, String> PLATFORMS = new LinkedHashMap<>();
	static {
		PLATFORMS.put("linux64", "linux-x64");
		PLATFORMS.put("linux-arm64", "linux-aarch64");
		PLATFORMS.put("macos64", "osx-x64");
		PLATFORMS.put("macos-arm64", "osx-aarch64");
		PLATFORMS.put("win64", "win-x64");
	}
	private static final String FOLDER = "ai/onnxruntime/native/";

	private Natives() {}

	/** Writes what is not native, under the jar's own name. */
	static Path classes(final Jar jar, final Path folder) throws IOException {
		return copy(jar, folder.resolve(jar.name()), name -> !name.startsWith(FOLDER), "");
	}

	/** Writes the native libraries of a platform. */
	static Path of(final Jar jar, final String platform, final Path folder) throws IOException {
		final String prefix = FOLDER + PLATFORMS.get(platform) + "/";
		// Fiji's launcher puts the folder on the module path too, where a jar must have a name that is one of a module
		return copy(jar, folder.resolve("onnxruntime-" + platform + "-" + jar.version() + ".jar"), name -> name.startsWith(
			prefix) && !name.contains(".dSYM/"), "Automatic-Module-Name: sc.fiji.standout.natives\r\n");
	}

	private static Path copy(final Jar jar, final Path to, final Predicate<String> chosen, final String header)
		throws IOException
	{
		try (ZipFile from = new ZipFile(jar.file().toFile()); FixedZip out = new FixedZip(to)) {
			out.add("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n" + header + "\r\n");
			final List<? extends ZipEntry> entries = from.stream().filter(entry -> !entry.isDirectory() && !entry.getName()
				.equals("META-INF/MANIFEST.MF") && chosen.test(entry.getName())).sorted(Comparator.comparing(ZipEntry::getName))
				.toList();
			if (entries.isEmpty()) throw new IllegalArgumentException("The jar " + jar.name() + " has nothing for " + to
				.getFileName() + "; see which native libraries it has.");
			for (final ZipEntry entry : entries) {
				try (InputStream content = from.getInputStream(entry)) {
					out.add(entry.getName(), content);
				}
			}
		}
		return to;
	}
}
