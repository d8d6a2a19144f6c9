package sc.fiji.standout.site;

import java.nio.file.Path;
import java.util.List;

/**
 * A file that the site ships.
 *
 * @param path within Fiji
 * @param content where it is now
 * @param platforms for which it is installed; none for all
 * @param dependencies paths without versions
 */
record SiteFile(String path, Path content, String description, List<String> platforms, List<String> dependencies) {

	/** A file for all platforms that needs no other. */
	static SiteFile of(final String path, final Path content, final String description) {
		return new SiteFile(path, content, description, List.of(), List.of());
	}
}
