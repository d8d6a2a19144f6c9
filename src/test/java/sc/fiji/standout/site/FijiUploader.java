package sc.fiji.standout.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets the uploader of a Fiji write the site. The files are copied into that Fiji, so it should be a copy made for it. The
 * site is added to it, under the name Standout, as one that is published to a folder.
 */
final class FijiUploader {

	static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
	static final String SITE = "Standout";

	private final Path fiji;

	/**
	 * @param fiji its folder, with the launcher {@code fiji}
	 * @param expected jars that it should have
	 * @throws IllegalArgumentException in one sentence, when it is no Fiji or has one of the jars in another version
	 */
	FijiUploader(final Path fiji, final List<Jar> expected) {
		this.fiji = fiji.toAbsolutePath();
		if (!Files.isExecutable(this.fiji.resolve("fiji"))) throw new IllegalArgumentException("The folder " + fiji +
			" is no Fiji: it has no launcher named fiji.");
		for (final Jar jar : expected) if (!Files.isRegularFile(fiji.resolve("jars").resolve(jar.name())))
			throw new IllegalArgumentException("The Fiji in " + fiji + " has no " + jar.name() +
				"; update it, or update-site/fiji-jars.tsv and pom.xml if Fiji has another version now.");
	}

	/** @param site a folder, empty or with the site before this one */
	void upload(final List<SiteFile> files, final long timestamp, final Path site) throws IOException {
		final FileTime time = FileTime.from(LocalDateTime.parse(String.valueOf(timestamp), TIMESTAMP).toInstant(
			ZoneOffset.UTC));
		final List<String> upload = new ArrayList<>(List.of("--site", SITE));
		for (final SiteFile file : files) {
			final Path to = fiji.resolve(file.path());
			Files.createDirectories(to.getParent());
			Files.copy(file.content(), to, StandardCopyOption.REPLACE_EXISTING);
			Files.setLastModifiedTime(to, time);
			upload.add(file.path());
		}
		// its address is the folder itself, so that the updater asks no server what the site has
		final List<String> where = List.of(SITE, site.toUri().toString(), "file:localhost", site.toAbsolutePath() + "/");
		if (update("add-update-site", where) != 0) succeed("edit-update-site", where);
		succeed("upload", upload);
	}

	private void succeed(final String task, final List<String> arguments) throws IOException {
		final int status = update(task, arguments);
		if (status != 0) throw new IOException("The updater of " + fiji + " ended with " + status + " at '" + task +
			"'; what it printed above says why.");
	}

	private int update(final String task, final List<String> arguments) throws IOException {
		final List<String> command = new ArrayList<>(List.of(fiji.resolve("fiji").toString(), "--headless", "--update",
			task));
		command.addAll(arguments);
		final ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
		// timestamps are in the time of the place where they are made
		builder.environment().put("TZ", "UTC");
		try {
			return builder.start().waitFor();
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted.", e);
		}
	}
}
