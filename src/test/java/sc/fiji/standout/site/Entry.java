package sc.fiji.standout.site;

import java.util.List;

import org.scijava.util.FileUtils;

/**
 * A file as the site's database lists it.
 *
 * @param path within Fiji, such as {@code jars/api-0.38.0.jar}
 * @param platforms for which it is installed; none for all
 * @param dependencies paths without versions
 * @param size in bytes
 * @param current null when the file is not shipped any more
 * @param previous what was current once, oldest first
 */
record Entry(String path, List<String> platforms, String description, List<String> dependencies, long size,
	Version current, List<Version> previous)
{

	/**
	 * @param timestamp yyyyMMddHHmmss
	 * @param checksum as {@link UpdaterChecksum} has it
	 */
	record Version(String path, long timestamp, String checksum) {

		/** Where a web server has this version, from the root of the site. */
		String served() {
			return path + "-" + timestamp;
		}
	}

	/** The path without a version: files with the same identity are versions of one file. */
	String identity() {
		return identity(path);
	}

	static String identity(final String path) {
		return FileUtils.stripFilenameVersion(path);
	}
}
