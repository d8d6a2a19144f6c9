package sc.fiji.standout.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;

/** What the updater installs from the site is whole and right, or is not installed; and so is the zip. */
class InstallTest extends FromTheSite {

	@Test
	void theInstallIsWholeAndSmall() throws IOException {
		final String version = contents.jars().shipped().stream().filter(jar -> jar.artifact().endsWith(":onnxruntime"))
			.findFirst().orElseThrow().version();
		final Set<String> listed = new HashSet<>(Set.of(Database.NAME));
		try (SiteServer server = new SiteServer(site)) {
			for (final String platform : Natives.PLATFORMS.keySet()) {
				final List<Entry> installed = UpdaterClient.install(server.address(), platform, folder.resolve(platform));
				assertTrue(Main.size(installed, platform) <= 120e6);
				assertTrue(Files.size(folder.resolve(platform + "/jars/" + platform + "/onnxruntime-" + platform + "-" +
					version + ".jar")) > 4e6);
				for (final Entry entry : installed) listed.add(entry.current().served());
			}
			assertEquals(listed, server.asked());
		}
		assertTrue(SiteCheck.read(site).size() + 1 == listed.size());
	}

	/** One that ends early, and one in which a bit is another, so that it has the right length. */
	@Test
	void aBrokenDownloadIsNotInstalled() throws IOException {
		for (final String path : List.of("macros/Standout/Demo.ijm", "licenses/Standout/LICENSE",
			"plugins/Standout_-0.1.0.jar"))
		{
			final Path file = site.resolve(path + "-20260501120000");
			final byte[] right = Files.readAllBytes(file);
			try {
				assertNotInstalled(file, Arrays.copyOf(right, right.length - 1), path, "length");
				assertNotInstalled(file, Damage.flipped(right), path, "checksum");
			}
			finally {
				Files.write(file, right);
			}
		}
	}

	private void assertNotInstalled(final Path served, final byte[] wrong, final String path, final String what)
		throws IOException
	{
		Files.write(served, wrong);
		final Path fiji = Files.createTempDirectory(folder, "fiji");
		try (SiteServer server = new SiteServer(site)) {
			assertEquals(path + " has the wrong " + what + ".", assertThrows(IOException.class, () -> UpdaterClient.install(server
				.address(), PLATFORM, fiji)).getMessage());
		}
		try (Stream<Path> files = Files.walk(fiji)) {
			assertTrue(files.noneMatch(file -> file.toString().contains(Path.of(path).getFileName().toString())));
		}
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
