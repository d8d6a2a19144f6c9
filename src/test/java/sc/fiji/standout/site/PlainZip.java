package sc.fiji.standout.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The zip for plain ImageJ 1.x, which has no updater: all that is needed beside ImageJ itself, for all platforms. */
final class PlainZip {

	static final String NAME = "Standout-for-ImageJ1.zip";
	private static final String IMAGEJ = "net.imagej:ij";

	private PlainZip() {}

	/** Writes it; plain ImageJ looks for jars in one folder, {@code plugins/jars}. */
	static void write(final Path zip, final List<SiteFile> files, final List<Jar> fijis) throws IOException {
		try (FixedZip out = new FixedZip(zip)) {
			for (final SiteFile file : files) out.add(place(file), file.content());
			for (final Jar jar : fijis) if (!jar.artifact().equals(IMAGEJ)) out.add("plugins/jars/" + jar.name(), jar.file());
		}
	}

	private static String place(final SiteFile file) {
		return file.path().startsWith("jars/") ? "plugins/jars/" + file.content().getFileName() : file.path();
	}
}
