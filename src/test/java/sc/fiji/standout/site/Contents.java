package sc.fiji.standout.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a site is made of: the plugin, the jars that Fiji lacks, natives, macros and model descriptions. */
final class Contents {

	private static final String ONNX_RUNTIME = "com.microsoft.onnxruntime:onnxruntime";
	private static final String MODELS = "src/main/resources/sc/fiji/standout/feature/deep";

	private final Path root;
	private final Map<String, String> reasons;
	private final JarChoice choice;

	/**
	 * @param root of the checkout
	 * @param jars that the plugin has at run time
	 * @param managed versions, see {@link ManagedVersions}
	 */
	Contents(final Path root, final List<Jar> jars, final Map<String, String> managed) throws IOException {
		this.root = root;
		reasons = Table.read(root.resolve("update-site/jars.tsv"));
		choice = JarChoice.of(jars, reasons, Table.read(root.resolve("update-site/fiji-jars.tsv")), managed);
	}

	JarChoice jars() {
		return choice;
	}

	/**
	 * @param plugin the plugin's jar
	 * @param work a folder for jars that are made here
	 */
	List<SiteFile> files(final Path plugin, final Path work) throws IOException {
		final List<SiteFile> jars = new ArrayList<>();
		for (final Jar jar : choice.shipped()) {
			final boolean onnx = jar.artifact().equals(ONNX_RUNTIME);
			jars.add(SiteFile.of("jars/" + jar.name(), onnx ? Natives.classes(jar, work) : jar.file(), reasons.get(jar
				.artifact())));
			if (onnx) for (final String platform : Natives.PLATFORMS.keySet()) {
				final Path natives = Natives.of(jar, platform, work);
				jars.add(new SiteFile("jars/" + platform + "/" + natives.getFileName(), natives,
					"The native libraries of ONNX Runtime for " + platform, List.of(platform), List.of(Entry.identity("jars/" +
						jar.name()))));
			}
		}
		// not the natives: the updater's command line installs what is needed even when it is for another platform
		final List<String> needed = new ArrayList<>(jars.stream().filter(jar -> jar.platforms().isEmpty()).map(SiteFile::path)
			.map(Entry::identity).toList());
		for (final Jar jar : choice.left()) needed.add(Entry.identity("jars/" + jar.name()));
		final List<SiteFile> files = new ArrayList<>();
		files.add(new SiteFile("plugins/" + plugin.getFileName(), plugin,
			"Standout: finds the images that stand out in an image stack", List.of(), needed));
		files.addAll(jars);
		addAll(files, "macros", ".ijm", "macros/Standout/", "An example macro of Standout");
		addAll(files, MODELS, ".json", "models/standout/", "The description of a network whose weights Standout can load");
		files.add(SiteFile.of("licenses/Standout/LICENSE", root.resolve("LICENSE"), "The licence of Standout"));
		files.sort(Comparator.comparing(SiteFile::path));
		return files;
	}

	private void addAll(final List<SiteFile> files, final String from, final String ending, final String to,
		final String description) throws IOException
	{
		try (Stream<Path> all = Files.list(root.resolve(from))) {
			for (final Path file : all.filter(one -> one.toString().endsWith(ending)).toList()) {
				files.add(SiteFile.of(to + file.getFileName(), file, description));
			}
		}
	}
}
