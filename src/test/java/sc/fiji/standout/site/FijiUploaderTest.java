package sc.fiji.standout.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no Fiji, another Fiji, or one whose uploader fails gives no site. The uploader itself is Fiji's. */
class FijiUploaderTest {

	@TempDir
	Path folder;

	@Test
	void anotherFijiIsRefused() throws IOException {
		assertEquals("The folder " + folder + " is no Fiji: it has no launcher named fiji.", assertThrows(
			IllegalArgumentException.class, () -> new FijiUploader(folder, List.of())).getMessage());
		launcher("exit 0");
		final Jar charts = new Jar("org.jfree:jfreechart", "1.5.6", Path.of("jfreechart-1.5.6.jar"), false);
		Files.createFile(Files.createDirectory(folder.resolve("jars")).resolve("jfreechart-1.5.5.jar"));
		assertEquals("The Fiji in " + folder + " has no jfreechart-1.5.6.jar; update it, or update-site/fiji-jars.tsv and " +
			"pom.xml if Fiji has another version now.", assertThrows(IllegalArgumentException.class, () -> new FijiUploader(
				folder, List.of(charts))).getMessage());
	}

	@Test
	void anUploadThatFailsGivesNoSite() throws IOException {
		assumeFalse(System.getProperty("os.name").startsWith("Win"), "This test needs a shell");
		launcher("[ \"$3\" != upload ]");
		final Path target = folder.resolve("site");
		final UpdateSite site = new UpdateSite(Checkout.smallContents(folder), Checkout.plugin(folder, "0.1.0", ""),
			20260501120000L, new FijiUploader(folder, List.of()));
		assertTrue(assertThrows(IOException.class, () -> site.build(target, null)).getMessage().contains("ended with 1 at " +
			"'upload'"));
		assertTrue(Files.notExists(target));
		// one that says that all went well and has written nothing
		launcher("exit 0");
		assertTrue(assertThrows(IllegalArgumentException.class, () -> site.build(target, null)).getMessage().contains(
			"it has no db.xml.gz"));
		assertTrue(Files.notExists(target));
	}

	/** Over a site before it, in a Fiji that was used for that one, and with a file that is shipped no more. */
	@Test
	void anUploadGivesTheSiteOfThisCheckout() throws IOException {
		assumeFalse(System.getProperty("os.name").startsWith("Win"), "This test needs a shell");
		FakeFiji.install(folder, "");
		final Path target = folder.resolve("site");
		build("0.1.0", 20260501120000L, target);
		assertEquals("plugins/Standout_-0.1.0.jar", plugin(target).path());
		final Path gone = Files.writeString(folder.resolve("Gone.ijm"), "print(1);");
		addToSite(target, gone);
		// what the updater would rather take
		Files.writeString(Files.createDirectories(folder.resolve("plugins")).resolve("Standout_-0.0.9.jar"), "older");
		build("0.2.0", 20260801120000L, target);
		assertEquals("plugins/Standout_-0.2.0.jar", plugin(target).path());
		assertEquals(List.of("plugins/Standout_-0.1.0.jar"), plugin(target).previous().stream().map(Entry.Version::path)
			.toList());
		assertTrue(SiteCheck.read(target).stream().anyMatch(entry -> entry.path().endsWith("Gone.ijm") && entry
			.current() == null));
		assertTrue(Files.notExists(target.resolve("db.xml.gz.old")));
		assertTrue(Files.notExists(folder.resolve("plugins/Standout_-0.0.9.jar")) && Files.notExists(folder.resolve(
			"macros/Standout/Gone.ijm")));
	}

	/** As if a checkout before had one more macro. */
	private void addToSite(final Path site, final Path macro) throws IOException {
		final String path = "macros/Standout/Gone.ijm";
		final Entry.Version version = new Entry.Version(path, 20260501120000L, UpdaterChecksum.of(path, macro));
		final List<Entry> entries = new java.util.ArrayList<>(SiteCheck.read(site));
		entries.add(new Entry(path, List.of(), "", List.of(), Files.size(macro), version, List.of()));
		Files.copy(macro, site.resolve(version.served()));
		Files.write(site.resolve(Database.NAME), Database.write(entries, "before"));
		PlainZip.write(site, entries, List.of());
		Files.copy(macro, folder.resolve(path));
	}

	private void build(final String version, final long time, final Path target) throws IOException {
		final Path work = Files.createDirectories(folder.resolve("work" + version));
		new UpdateSite(Checkout.smallContents(work), Checkout.plugin(work, version, version), time, new FijiUploader(folder,
			List.of())).build(target, null);
	}

	private static Entry plugin(final Path site) throws IOException {
		return SiteCheck.read(site).stream().filter(entry -> entry.identity().equals("plugins/Standout_.jar")).findFirst()
			.orElseThrow();
	}

	/** The uploader ends with 0 also where it has found conflicts, and when it takes a file for one that it has. */
	@Test
	void anUploadThatLeavesSomethingOutGivesNoSite() throws IOException {
		assumeFalse(System.getProperty("os.name").startsWith("Win"), "This test needs a shell");
		FakeFiji.install(folder, "macros/Standout/Demo.ijm");
		final Path target = folder.resolve("site");
		assertEquals("The site that was built does not list macros/Standout/Demo.ijm as it is in this checkout; what Fiji's " +
			"updater printed above says why.", assertThrows(IOException.class, () -> build("0.1.0", 20260501120000L, target))
				.getMessage());
		assertTrue(Files.notExists(target));
		FakeFiji.install(folder, "");
		build("0.1.0", 20260501120000L, target);
		FakeFiji.install(folder, "plugins/");
		assertTrue(assertThrows(IOException.class, () -> build("0.2.0", 20260801120000L, target)).getMessage().startsWith(
			"The site that was built does not list plugins/Standout_-0.2.0.jar as it is in this checkout;"));
		assertEquals("plugins/Standout_-0.1.0.jar", plugin(target).path());
		addToSite(target, Files.writeString(folder.resolve("Gone.ijm"), "print(1);"));
		FakeFiji.install(folder, "Gone");
		assertTrue(assertThrows(IOException.class, () -> build("0.2.0", 20260801120000L, target)).getMessage().startsWith(
			"The site that was built still lists macros/Standout/Gone.ijm, which this checkout does not have;"));
	}

	@Test
	void aFijiWithAnotherSitesJarIsRefused() throws IOException {
		launcher("exit 0");
		final Entry other = new Entry("jars/api-0.20.0.jar", List.of(), "", List.of(), 1, new Entry.Version(
			"jars/api-0.20.0.jar", 20260501120000L, "0"), List.of());
		final String text = new DatabaseText(List.of(other), "x").toString().replace("<plugin filename",
			"<plugin update-site=\"DeepImageJ\" filename").replace("<!ATTLIST plugin ",
				"<!ATTLIST plugin update-site CDATA #IMPLIED ");
		try (java.io.OutputStream out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(folder.resolve(
			Database.NAME))))
		{
			out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
		}
		assertEquals("The Fiji in " + folder + " has jars/api.jar from the update site 'DeepImageJ'; untick that site there, " +
			"or use another copy of Fiji.", assertThrows(IllegalArgumentException.class, () -> build("0.1.0", 20260501120000L,
				folder.resolve("site"))).getMessage());
		assertTrue(Files.notExists(folder.resolve("plugins")) && Files.notExists(folder.resolve("site")));
		Files.writeString(folder.resolve(Database.NAME), "broken");
		assertTrue(assertThrows(IllegalArgumentException.class, () -> build("0.1.0", 20260501120000L, folder.resolve("site")))
			.getMessage().endsWith("; use another copy of Fiji."));
	}

	private void launcher(final String line) throws IOException {
		final Path fiji = Files.writeString(folder.resolve("fiji"), "#!/bin/sh\n" + line + "\n");
		fiji.toFile().setExecutable(true);
	}
}
