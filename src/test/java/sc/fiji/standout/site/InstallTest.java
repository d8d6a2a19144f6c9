package sc.fiji.standout.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.standout.ij1.MacroBatch;

/** What was installed from the site does the main job, and says what is missing where something is. */
class InstallTest {

	private static final String PLATFORM = MainJob.platform();

	@TempDir
	static Path shared;
	private static Path site;
	private static Contents contents;

	@TempDir
	Path folder;

	@BeforeAll
	static void build() throws IOException {
		contents = Checkout.contents();
		site = shared.resolve("site");
		new UpdateSite(contents, Checkout.plugin(shared, "0.1.0", ""), 20260501120000L, null).build(site, null);
	}

	private InstalledImageJ install() throws IOException {
		try (SiteServer server = new SiteServer(site)) {
			UpdaterClient.install(server.address(), PLATFORM, folder);
		}
		return new InstalledImageJ(folder, contents.jars().left());
	}

	@Test
	void theInstallIsWholeAndSmall() throws IOException {
		final Set<String> listed = new HashSet<>(Set.of(Database.NAME));
		try (SiteServer server = new SiteServer(site)) {
			for (final String platform : Natives.PLATFORMS.keySet()) {
				final List<Entry> installed = UpdaterClient.install(server.address(), platform, folder.resolve(platform));
				assertTrue(Main.size(installed, platform) <= 120e6);
				assertTrue(Files.size(folder.resolve(platform + "/jars/" + platform + "/onnxruntime-" + platform +
					"-1.23.2.jar")) > 4e6);
				for (final Entry entry : installed) listed.add(entry.current().served());
			}
			assertEquals(listed, server.asked());
		}
		assertTrue(SiteCheck.read(site).size() + 1 == listed.size());
	}

	@Test
	void aBrokenDownloadIsNotInstalled() throws IOException {
		for (final Predicate<Path> wrong : List.<Predicate<Path>> of(file -> file.endsWith("Demo.ijm-20260501120000"), file -> file
			.endsWith("LICENSE-20260501120000")))
		{
			try (SiteServer server = new SiteServer(copy(wrong))) {
				final Path fiji = Files.createTempDirectory(folder, "fiji");
				assertTrue(assertThrows(IOException.class, () -> UpdaterClient.install(server.address(), PLATFORM, fiji))
					.getMessage().contains(" has the wrong "));
			}
		}
	}

	/** A copy of the site in which some of the files end early. */
	private Path copy(final Predicate<Path> cut) throws IOException {
		final Path to = Files.createTempDirectory(folder, "copy");
		try (Stream<Path> files = Files.walk(site)) {
			for (final Path file : files.filter(Files::isRegularFile).toList()) {
				final Path one = to.resolve(site.relativize(file).toString());
				Files.createDirectories(one.getParent());
				final byte[] bytes = Files.readAllBytes(file);
				Files.write(one, cut.test(file) ? java.util.Arrays.copyOf(bytes, bytes.length - 1) : bytes);
			}
		}
		return to;
	}

	@Test
	void everyKindOfFeatureDoesTheMainJob() throws Exception {
		final Map<String, String> macros = new LinkedHashMap<>();
		for (final String features : List.of("Pixels", "Statistics", "Texture", "CNN", "Autoencoder")) macros.put(features,
			MainJob.macro(features));
		final Map<String, MacroBatch.Result> results = install().run(macros, folder.toString());
		for (final String features : List.of("Pixels", "Statistics", "Texture")) assertDone(results, features);
		if (Files.exists(MainJob.MODEL)) assertDone(results, "CNN");
		else MainJob.assertSaid(results.get("CNN"), "The model MobileNetV2 is not on this computer");
		MainJob.assertSaid(results.get("Autoencoder"),
			"PyTorch is not installed: put pytorch-engine, pytorch-jni and pytorch-native-cpu");
	}

	private void assertDone(final Map<String, MacroBatch.Result> results, final String features) throws IOException {
		assertTrue(results.get(features).ended(), results.get(features).output());
		MainJob.assertDone(folder.resolve(features + ".csv"));
	}

	/** With a display, in ImageJ itself, where the zip was unpacked over one of a version before. */
	@Test
	void theZipDoesTheMainJobInPlainImageJ() throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "This test needs a display");
		final PlainImageJ imagej = new PlainImageJ(Files.createDirectory(folder.resolve("imagej")), PlainImageJ.jar(
			contents));
		final Path work = Files.createDirectory(folder.resolve("older"));
		final Path older = work.resolve("site");
		new UpdateSite(Checkout.smallContents(work), Checkout.plugin(work, "0.0.9", ""), 20260401120000L, null).build(older,
			null);
		imagej.unzip(older.resolve(PlainZip.NAME));
		final Set<Path> before = files(imagej.folder());
		imagej.unzip(site.resolve(PlainZip.NAME));
		assertEquals(before, files(imagej.folder()));
		final List<String> kinds = new ArrayList<>(List.of("Pixels", "Statistics", "Texture"));
		if (Files.exists(MainJob.MODEL)) kinds.add("CNN");
		final StringBuilder macro = new StringBuilder();
		for (final String features : kinds) macro.append(MainJob.macro(features)).append("run('Close All');\n");
		imagej.run(macro + "run('Quit');", folder);
		for (final String features : kinds) MainJob.assertDone(folder.resolve(features + ".csv"));
	}

	private static Set<Path> files(final Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).collect(Collectors.toSet());
		}
	}

	@Test
	void withoutNativesTheRestWorks() throws Exception {
		assumeTrue(Files.exists(MainJob.MODEL), "This test needs the networks of ../shared/data/models");
		final InstalledImageJ imagej = install();
		imagej.remove("jars/" + PLATFORM + "/onnxruntime-.*");
		final Map<String, MacroBatch.Result> results = imagej.run(Map.of("Texture", MainJob.macro("Texture"), "CNN", MainJob
			.macro("CNN")), folder.toString());
		assertDone(results, "Texture");
		MainJob.assertSaid(results.get("CNN"), "The native library of ONNX Runtime for this computer (" + PLATFORM +
			") is not installed: in Fiji, run Help > Update... with the update site Standout");
	}

	/** All that the zip has is in the folders where plain ImageJ looks, and nothing that ImageJ has itself. */
	@Test
	void theZipIsForPlainImageJ() throws IOException {
		final Set<String> names = new HashSet<>();
		try (InputStream in = Files.newInputStream(site.resolve(PlainZip.NAME)); ZipInputStream zip = new ZipInputStream(in)) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) names.add(entry.getName());
		}
		assertTrue(names.contains("plugins/Standout_.jar") && names.contains("macros/Standout/Step_by_Step.ijm"));
		final Set<String> jars = new HashSet<>();
		for (final Jar jar : contents.jars().left()) if (!jar.name().startsWith("ij-")) jars.add("plugins/jars/" + Entry
			.identity(jar.name()));
		for (final Jar jar : contents.jars().shipped()) jars.add("plugins/jars/" + Entry.identity(jar.name()));
		for (final String platform : Natives.PLATFORMS.keySet()) jars.add("plugins/jars/onnxruntime-" + platform + ".jar");
		names.removeIf(name -> !name.endsWith(".jar") || name.startsWith("plugins/Standout_"));
		assertEquals(jars, names);
	}
}
