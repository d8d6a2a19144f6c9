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

	private void launcher(final String line) throws IOException {
		final Path fiji = Files.writeString(folder.resolve("fiji"), "#!/bin/sh\n" + line + "\n");
		fiji.toFile().setExecutable(true);
	}
}
