package sc.fiji.standout.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A jar that the plugin has at run time.
 *
 * @param artifact group and artifact, such as {@code net.imagej:ij}
 * @param optional whether the plugin works without it
 */
record Jar(String artifact, String version, Path file, boolean optional) {

	private static final Pattern LINE = Pattern.compile(
		"\\s*([^:\\s]+:[^:\\s]+):jar:(?:[^:\\s]+:)??([^:\\s]+):(?:compile|runtime):(.+?\\.jar)(.*)");

	/** Reads what {@code mvn dependency:list} writes with the option {@code outputAbsoluteArtifactFilename}. */
	static List<Jar> list(final Path file) throws IOException {
		return Files.readAllLines(file).stream().map(LINE::matcher).filter(Matcher::matches).map(line -> new Jar(line.group(
			1), line.group(2), Path.of(line.group(3)), line.group(4).contains("(optional)"))).toList();
	}

	/** The name of the file, such as {@code ij-1.54p.jar}. */
	String name() {
		return file.getFileName().toString();
	}
}
