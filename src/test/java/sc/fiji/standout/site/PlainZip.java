package sc.fiji.standout.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The zip for plain ImageJ 1.x, which has no updater: all that is needed beside ImageJ itself, for all platforms. Its jars
 * have no versions in their names, so that a new zip that is unpacked over an old one replaces them.
 */
final class PlainZip {

	static final String NAME = "Standout-for-ImageJ1.zip";
	private static final String IMAGEJ = "net.imagej:ij";
	private static final String JARS = "plugins/jars/";
	private static final int BUFFER = 1 << 16;

	private PlainZip() {}

	/** Writes it into a site, of the files that are current there and of the jars that Fiji has and plain ImageJ lacks. */
	static void write(final Path site, final List<Entry> entries, final List<Jar> fijis) throws IOException {
		try (FixedZip out = new FixedZip(site.resolve(NAME))) {
			for (final Entry entry : entries.stream().filter(one -> one.current() != null).sorted(Comparator.comparing(
				Entry::path)).toList()) out.add(place(entry), site.resolve(entry.current().served()));
			for (final Jar jar : fijis) if (!jar.artifact().equals(IMAGEJ)) out.add(JARS + Entry.identity(jar.name()), jar
				.file());
		}
	}

	/** Plain ImageJ looks for jars in the folders within {@code plugins}, but not deeper, where Fiji has those of platforms. */
	private static String place(final Entry entry) {
		if (!entry.path().endsWith(".jar")) return entry.path();
		return entry.identity().replaceFirst("^jars/(.*/)?", JARS);
	}

	/**
	 * Compares the zip of a site with what is current there.
	 *
	 * @return what is wrong with it, or null
	 */
	static String problem(final Path site, final List<Entry> entries) throws IOException {
		final Path file = site.resolve(NAME);
		if (!Files.isRegularFile(file)) return "it has no " + NAME;
		try (ZipFile zip = new ZipFile(file.toFile())) {
			final Map<String, ZipEntry> rest = new HashMap<>();
			for (final ZipEntry entry : zip.stream().toList()) rest.put(entry.getName(), entry);
			for (final Entry entry : entries) {
				if (entry.current() == null) continue;
				final ZipEntry packed = rest.remove(place(entry));
				if (packed == null) return "its " + NAME + " lacks " + place(entry);
				if (!same(zip.getInputStream(packed), site.resolve(entry.current().served()))) return place(entry) + " in its " +
					NAME + " is not " + entry.current().served();
			}
			// jars that Fiji has itself
			for (final String name : rest.keySet()) if (!name.matches(JARS + "[^/]+\\.jar")) return "its " + NAME + " has " +
				name + ", which is not in its " + Database.NAME;
			return null;
		}
		catch (final IOException e) {
			return "its " + NAME + " cannot be read";
		}
	}

	private static boolean same(final InputStream packed, final Path file) throws IOException {
		try (packed; InputStream served = Files.newInputStream(file)) {
			while (true) {
				final byte[] one = packed.readNBytes(BUFFER);
				if (!Arrays.equals(one, served.readNBytes(BUFFER))) return false;
				if (one.length < BUFFER) return true;
			}
		}
	}
}
