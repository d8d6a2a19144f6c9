package sc.fiji.standout.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jars of an install: no other versions than Fiji's, none too few, and known to the updater by the right checksums. */
class JarsTest {

	@TempDir
	Path folder;

	@Test
	void everyJarIsShippedOrFijisInFijisVersion() throws IOException {
		final JarChoice choice = Checkout.contents().jars();
		assertEquals(List.of("api", "onnxruntime", "onnxruntime-engine"), choice.shipped().stream().map(jar -> jar.artifact()
			.replaceFirst(".*:", "")).sorted().toList());
		assertTrue(choice.left().size() >= 11, choice.left().toString());
	}

	@Test
	void anotherVersionThanFijisIsAnError() throws IOException {
		final Map<String, String> reasons = Table.read(Path.of("update-site/jars.tsv"));
		final Map<String, String> fiji = Table.read(Path.of("update-site/fiji-jars.tsv"));
		final Map<String, String> managed = Main.managed(Checkout.jars());
		assertEquals("8.0.0", managed.get("net.imglib2:imglib2"));
		final Map<String, String> older = new HashMap<>(fiji);
		older.put("net.imglib2:imglib2", "7.1.5");
		assertError("The jar imglib2-8.0.0.jar is not the version 7.1.5 that Fiji ships; use that version in pom.xml.", reasons,
			older, managed);
		final Map<String, String> newer = new HashMap<>(managed);
		newer.put("org.jfree:jfreechart", "1.5.7");
		assertError("The jar jfreechart-1.5.6.jar is not the version 1.5.7 that pom-scijava manages; use that version in " +
			"pom.xml.", reasons, fiji, newer);
		final Map<String, String> less = new HashMap<>(reasons);
		less.remove("ai.djl:api");
		assertError("The jar api-0.38.0.jar is not in Fiji, and update-site/jars.tsv gives no reason to ship it; add one, or " +
			"the dependency is not needed.", less, fiji, managed);
		final Map<String, String> twice = new HashMap<>(fiji);
		twice.put("ai.djl:api", "0.38.0");
		assertError("The jar api-0.38.0.jar is in update-site/jars.tsv, but Fiji ships it; remove it there.", reasons, twice,
			managed);
	}

	private static void assertError(final String message, final Map<String, String> reasons, final Map<String, String> fiji,
		final Map<String, String> managed)
	{
		assertEquals(message, assertThrows(IllegalArgumentException.class, () -> JarChoice.of(Checkout.jars(), reasons, fiji,
			managed)).getMessage());
	}

	/** Every version that is written down is the one that Fiji's parent manages, but for Fiji's own choices. */
	@Test
	void theListOfFijisJarsHasTheManagedVersions() throws IOException {
		final Map<String, String> managed = Main.managed(Checkout.jars());
		Table.read(Path.of("update-site/fiji-jars.tsv")).forEach((artifact, version) -> {
			if (!List.of("net.imagej:imagej", "sc.fiji:fiji-links").contains(artifact)) assertEquals(managed.get(artifact),
				version, artifact);
		});
	}

	/** Of the plugin's classes, none needs a class that is neither in Fiji's jars nor on the site. */
	@Test
	void noClassNeedsAnythingElse() throws IOException {
		final Path plugin = Checkout.plugin(folder, "0.1.0", "");
		final JarChoice choice = Checkout.contents().jars();
		final List<Jar> jars = new ArrayList<>(choice.shipped());
		jars.addAll(choice.left());
		assertEquals("", missing(plugin, jars));
		// the tool does find what is missing
		final String without = missing(plugin, jars.stream().filter(jar -> !jar.name().startsWith("jfreechart")).toList());
		assertTrue(without.contains("org.jfree.chart."), without);
	}

	private static String missing(final Path plugin, final List<Jar> jars) {
		final StringWriter out = new StringWriter();
		final String classPath = jars.stream().map(jar -> jar.file().toString()).collect(Collectors.joining(
			java.io.File.pathSeparator));
		final int status = ToolProvider.findFirst("jdeps").orElseThrow().run(new PrintWriter(out), new PrintWriter(out),
			"--multi-release", "17", "--missing-deps", "--class-path", classPath, plugin.toString());
		assertEquals(0, status, out.toString());
		return out.toString();
	}

	/** Fiji's launcher puts the platform's folder on the module path, where a jar without a module's name stops it. */
	@Test
	void nativesHaveAModulesName() throws IOException {
		final Path work = Files.createDirectories(folder.resolve("work"));
		final List<SiteFile> files = Checkout.smallContents(folder).files(Checkout.plugin(folder, "0.1.0", ""), work);
		for (final String platform : Natives.PLATFORMS.keySet()) {
			final Path jar = files.stream().filter(file -> file.platforms().contains(platform)).findFirst().orElseThrow()
				.content();
			assertEquals("sc.fiji.standout.natives", ModuleFinder.of(jar).findAll().iterator().next().descriptor().name());
		}
	}

	/** The values are those that imagej-updater 2.0.4-SNAPSHOT (commit ea5f12e) computes for the same bytes. */
	@Test
	void checksumsAreThoseOfTheUpdater() throws IOException {
		final Path text = Files.writeString(folder.resolve("a.ijm"), "print(1);\n");
		assertEquals("e787a05edec8b76e9599ff01a61044612171e81b", UpdaterChecksum.of("macros/a.ijm", text));
		final Path jar = folder.resolve("a.jar");
		try (FixedZip out = new FixedZip(jar)) {
			out.add("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMain-Class: a.B\n\n");
			out.add("b/a.properties", "#Mon\n#\n#kept\nx=1\n\n#after an empty line\n##two\ny=2\n#end");
			out.add("a/B.class", "class");
			out.add("b/c.txt", "#kept\n");
		}
		assertEquals("d158d483d8d9bd43619abadc1fb8fd4b847e2361", UpdaterChecksum.of("jars/a-1.0.jar", jar));
	}
}
