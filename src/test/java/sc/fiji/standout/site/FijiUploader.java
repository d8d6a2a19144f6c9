package sc.fiji.standout.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

	/**
	 * @param gone what the site has and this checkout has not, by identity
	 * @param site a folder, empty or with the site before this one
	 * @throws IllegalArgumentException in one sentence, when another site of that Fiji has one of the files
	 */
	void upload(final List<SiteFile> files, final List<String> gone, final long timestamp, final Path site)
		throws IOException
	{
		final FijiFolder folder = new FijiFolder(fiji);
		folder.refuseOthers(files, SITE);
		final FileTime time = FileTime.from(LocalDateTime.parse(String.valueOf(timestamp), TIMESTAMP).toInstant(
			ZoneOffset.UTC));
		final List<String> upload = new ArrayList<>(List.of("--site", SITE));
		for (final SiteFile file : files) {
			folder.lay(file, time);
			upload.add(file.path());
		}
		// what is named and not there becomes obsolete
		for (final String identity : gone) {
			folder.remove(identity);
			upload.add(identity);
		}
		// its address is the folder itself, so that the updater asks no server what the site has
		final List<String> where = List.of(SITE, site.toUri().toString(), "file:localhost", site.toAbsolutePath() + "/");
		if (update("add-update-site", where) != 0) succeed("edit-update-site", where);
		succeed("upload", upload);
		// the uploader keeps the database before this one beside it, where a web server would serve it
		Files.deleteIfExists(site.resolve(Database.NAME + ".old"));
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
