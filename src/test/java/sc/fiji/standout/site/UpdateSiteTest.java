package sc.fiji.standout.site;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site is whole, the same from the same input, and knows what was there before. */
class UpdateSiteTest {

	private static final long MAY = 20260501120000L;
	private static final long JUNE = 20260601120000L;

	@TempDir
	Path folder;
	private Path site;

	@BeforeEach
	void buildFirst() throws IOException {
		site = folder.resolve("site");
		build("0.1.0", "first", MAY, site, null);
	}

	private void build(final String version, final String note, final long time, final Path target, final Path previous)
		throws IOException
	{
		final Path work = Files.createDirectories(folder.resolve(version + note));
		new UpdateSite(Checkout.smallContents(work), Checkout.plugin(work, version, note), time, null).build(target,
			previous);
	}

	private static Entry entry(final Path site, final String identity) throws IOException {
		return SiteCheck.read(site).stream().filter(entry -> entry.identity().equals(identity)).findFirst().orElseThrow();
	}

	private static Map<String, byte[]> bytes(final Path site) throws IOException {
		final Map<String, byte[]> all = new TreeMap<>();
		try (Stream<Path> files = Files.walk(site)) {
			for (final Path file : files.filter(Files::isRegularFile).toList()) all.put(site.relativize(file).toString(), Files
				.readAllBytes(file));
		}
		return all;
	}

	private static void assertSame(final Map<String, byte[]> expected, final Map<String, byte[]> actual) {
		assertEquals(expected.keySet(), actual.keySet());
		for (final String name : expected.keySet()) assertArrayEquals(expected.get(name), actual.get(name), name);
	}

	@Test
	void listsWhatFijiLacksAndNothingElse() throws IOException {
		final List<Entry> entries = SiteCheck.read(site);
		final List<String> jars = entries.stream().map(Entry::identity).filter(path -> path.matches("(jars|plugins)/[^/]*"))
			.toList();
		assertEquals(List.of("jars/api.jar", "jars/onnxruntime.jar", "jars/onnxruntime-engine.jar",
			"plugins/Standout_.jar"), jars);
		for (final String platform : Natives.PLATFORMS.keySet()) assertEquals(List.of(platform), entry(site, "jars/" +
			platform + "/onnxruntime-" + platform + ".jar").platforms());
		assertEquals(MAY, entry(site, "macros/Standout/Step_by_Step.ijm").current().timestamp());
		assertTrue(entry(site, "models/standout/MobileNetV2.json").size() > 100);
	}

	/** Each is on the site or in Fiji; and none is for one platform, which the updater would install on all. */
	@Test
	void whatThePluginNeedsIsThere() throws IOException {
		final List<String> needed = entry(site, "plugins/Standout_.jar").dependencies();
		assertTrue(needed.containsAll(List.of("jars/api.jar", "jars/onnxruntime.jar", "jars/imglib2.jar", "jars/ij.jar",
			"jars/jfreechart.jar", "jars/scijava-common.jar", "jars/slf4j-api.jar", "jars/gson.jar")), needed.toString());
		final List<String> listed = SiteCheck.read(site).stream().map(Entry::identity).toList();
		final List<String> fiji = Table.read(Checkout.ROOT.resolve("update-site/fiji-jars.tsv")).keySet().stream().map(
			artifact -> "jars/" + artifact.replaceFirst(".*:", "") + ".jar").toList();
		for (final String one : needed) assertTrue(listed.contains(one) != fiji.contains(one), one);
		assertTrue(needed.stream().noneMatch(one -> one.indexOf('/') != one.lastIndexOf('/')), needed.toString());
	}

	@Test
	void theSameInputGivesTheSameBytes() throws IOException {
		final Path again = folder.resolve("again");
		build("0.1.0", "first", MAY, again, null);
		assertSame(bytes(site), bytes(again));
		build("0.1.0", "first", JUNE, site, null);
		assertSame(bytes(again), bytes(site));
	}

	@Test
	void aNewVersionListsTheOldOne() throws IOException {
		final Map<String, byte[]> before = bytes(site);
		final Entry old = entry(site, "plugins/Standout_.jar");
		final Path next = folder.resolve("next");
		build("0.2.0", "second", JUNE, next, site);
		assertSame(before, bytes(site));
		final Entry now = entry(next, "plugins/Standout_.jar");
		assertEquals("plugins/Standout_-0.2.0.jar", now.path());
		assertEquals(List.of(old.current()), now.previous());
		assertEquals(JUNE, now.current().timestamp());
		// what did not change is not downloaded again
		assertEquals(MAY, entry(next, "jars/api.jar").current().timestamp());
		assertTrue(entry(next, "jars/api.jar").previous().isEmpty());
		build("0.2.0", "second", JUNE, site, null);
		assertSame(bytes(next), bytes(site));
	}

	@Test
	void whatIsShippedNoMoreIsObsolete() throws IOException {
		final Entry gone = new Entry("macros/Standout/Gone.ijm", List.of(), "", List.of(), 0, new Entry.Version(
			"macros/Standout/Gone.ijm", MAY, "0"), List.of());
		final Entry now = new History(List.of(gone), JUNE).next(List.of()).get(0);
		assertNull(now.current());
		assertEquals(List.of(gone.current()), now.previous());
	}

	/** Also where all else is the same, as when a newer commit has only added a file. */
	@Test
	void whatIsNewerIsNotMadeObsolete() {
		final Entry newer = new Entry("macros/Standout/New.ijm", List.of(), "", List.of(), 0, new Entry.Version(
			"macros/Standout/New.ijm", JUNE, "0"), List.of());
		for (final long time : new long[] { MAY, JUNE }) assertEquals("The site has macros/Standout/New.ijm-" + JUNE +
			", which is not older than this checkout (" + time + ") that lacks it; build from a newer commit, or into a new " +
			"folder.", assertThrows(IllegalArgumentException.class, () -> new History(List.of(newer), time).next(List
				.of())).getMessage());
	}

	@Test
	void anOlderVersionIsRefused() throws IOException {
		build("0.2.0", "second", JUNE, site, null);
		assertRefused("0.1.0", "first", MAY, "has plugins/Standout_-0.2.0.jar-20260601120000, which is not older than ");
		assertRefused("0.1.0", "later", JUNE + 1, "which is not older than plugins/Standout_-0.1.0.jar-20260601120001");
		// changes without a commit
		assertRefused("0.2.0", "not committed", JUNE, "build from a newer commit, or into a new folder.");
	}

	/** One sentence, and nothing is changed. */
	private void assertRefused(final String version, final String note, final long time, final String part)
		throws IOException
	{
		final Map<String, byte[]> before = bytes(site);
		final String message = assertThrows(IllegalArgumentException.class, () -> build(version, note, time, site, null))
			.getMessage();
		assertTrue(message.contains(part) && message.endsWith(".") && !message.contains("\n"), message);
		assertSame(before, bytes(site));
		try (Stream<Path> files = Files.list(folder)) {
			assertTrue(files.noneMatch(file -> file.getFileName().toString().startsWith(".update-site")));
		}
	}

	@Test
	void aFolderThatIsNoWholeSiteIsRefused() throws IOException {
		final Path plugin = site.resolve("plugins/Standout_-0.1.0.jar-" + MAY);
		final byte[] right = Files.readAllBytes(plugin);
		Files.write(plugin, Damage.flipped(right));
		assertRefused("0.2.0", "next", JUNE, "plugins/Standout_-0.1.0.jar-" + MAY + " has another checksum than listed");
		Files.write(plugin, java.util.Arrays.copyOf(right, right.length - 1));
		assertRefused("0.2.0", "next", JUNE, "Standout_-0.1.0.jar-" + MAY + " has another checksum");
		final Path macro = site.resolve("macros/Standout/Demo.ijm-" + MAY);
		final Path same = site.resolve("macros/Standout/Demo.ijm-" + JUNE);
		Files.write(plugin, right);
		Files.move(macro, same);
		assertRefused("0.2.0", "next", JUNE, "macros/Standout/Demo.ijm-" + MAY + " is missing");
		Files.copy(same, macro);
		assertRefused("0.2.0", "next", JUNE, "macros/Standout/Demo.ijm-" + JUNE + " is not in its db.xml.gz");
		Files.delete(same);
		Files.write(site.resolve("db.xml.gz"), new byte[] { 31, 2 });
		assertRefused("0.2.0", "next", JUNE, "its db.xml.gz cannot be read");
		Files.delete(site.resolve("db.xml.gz"));
		assertRefused("0.2.0", "next", JUNE, "is no whole update site: it has no db.xml.gz; delete it");
	}

	/** Repacking keeps the checksum and changes the length. */
	@Test
	void aFileOfAnotherLengthIsRefused() throws IOException {
		final Path plugin = site.resolve("plugins/Standout_-0.1.0.jar-" + MAY);
		try (java.io.OutputStream out = Files.newOutputStream(plugin, java.nio.file.StandardOpenOption.APPEND)) {
			out.write(0);
		}
		assertRefused("0.2.0", "next", JUNE, " bytes instead of ");
	}

	@Test
	void aZipThatIsNotOfTheSiteIsRefused() throws IOException {
		final Path zip = site.resolve(PlainZip.NAME);
		final byte[] right = Files.readAllBytes(zip);
		Files.write(zip, java.util.Arrays.copyOf(right, right.length / 2));
		assertRefused("0.2.0", "next", JUNE, "its Standout-for-ImageJ1.zip cannot be read");
		final List<Entry> entries = SiteCheck.list(site);
		PlainZip.write(site, entries.subList(1, entries.size()), List.of());
		assertRefused("0.2.0", "next", JUNE, "its Standout-for-ImageJ1.zip lacks plugins/jars/api.jar");
		try (FixedZip out = new FixedZip(zip)) {
			for (final Entry entry : entries) out.add(entry.identity().replaceFirst("^jars/(.*/)?", "plugins/jars/"), "other");
		}
		assertRefused("0.2.0", "next", JUNE, "plugins/jars/api.jar in its Standout-for-ImageJ1.zip is not jars/api-");
		final Path more = folder.resolve("more.zip");
		try (FixedZip out = new FixedZip(more); java.util.zip.ZipInputStream in = new java.util.zip.ZipInputStream(
			new java.io.ByteArrayInputStream(right)))
		{
			for (java.util.zip.ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) out.add(entry
				.getName(), in);
			out.add("plugins/More_.jar", "more");
		}
		Files.move(more, zip, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
		assertRefused("0.2.0", "next", JUNE, "has plugins/More_.jar, which is not in its db.xml.gz");
		Files.delete(zip);
		assertRefused("0.2.0", "next", JUNE, "it has no Standout-for-ImageJ1.zip");
	}

	@Test
	void previousIsOnlyForANewFolder() {
		assertTrue(assertThrows(IllegalArgumentException.class, () -> build("0.2.0", "next", JUNE, site, site)).getMessage()
			.endsWith("is not empty; give --previous only with a new folder."));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> build("0.2.0", "next", JUNE, folder.resolve("new"),
			folder.resolve("none"))).getMessage().contains("none is no whole update site"));
		assertFalse(Files.exists(folder.resolve("new")));
	}
}
