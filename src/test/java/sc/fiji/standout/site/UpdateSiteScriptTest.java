package sc.fiji.standout.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/update-site} says what is wrong before it builds anything; in a checkout that cannot be built. */
class UpdateSiteScriptTest {

	private static final String USAGE = "Usage: scripts/update-site DIR [--previous DIR] [--fiji DIR]";

	@TempDir
	Path folder;

	@BeforeEach
	void checkout() throws Exception {
		assumeFalse(System.getProperty("os.name").startsWith("Win"), "This test needs a shell");
		for (final String name : List.of("macros", "src/main", "src/test", "scripts")) Files.createDirectories(folder.resolve(
			name));
		Files.copy(Path.of("scripts/update-site"), folder.resolve("scripts/update-site"));
		for (final String name : List.of("scripts/classpath", "macros/Demo.ijm", "README.md")) Files.writeString(folder
			.resolve(name), "echo 'This is built.' >&2; exit 3");
		assertTrue(folder.resolve("scripts/classpath").toFile().setExecutable(true));
		try {
			run("git", "init", "-q");
		}
		catch (final IOException e) {
			assumeFalse(true, "This test needs git");
		}
		run("git", "add", "-A");
		run("git", "-c", "user.name=Some", "-c", "user.email=some@localhost", "commit", "-qm", "Some");
	}

	private String run(final String... command) throws IOException, InterruptedException {
		final Path output = Files.createTempFile("output", ".txt");
		try {
			new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile())
				.start().waitFor();
			return Files.readString(output).strip();
		}
		finally {
			Files.delete(output);
		}
	}

	private String script(final String... arguments) throws IOException, InterruptedException {
		final List<String> command = new ArrayList<>(List.of("bash", "scripts/update-site"));
		command.addAll(Arrays.asList(arguments));
		return run(command.toArray(String[]::new));
	}

	@Test
	void changesThatAreNotCommittedAreRefused() throws Exception {
		// what is not shipped may lie around
		Files.writeString(folder.resolve("notes.txt"), "mine");
		Files.writeString(folder.resolve("README.md"), "better");
		assertEquals("This is built.", script("site"));
		Files.writeString(folder.resolve("macros/New.ijm"), "print(1);");
		assertEquals("The site is built from a commit, but macros/New.ijm is not committed; commit it, or remove it.", script(
			"site"));
		Files.delete(folder.resolve("macros/New.ijm"));
		Files.writeString(folder.resolve("macros/Demo.ijm"), "print(1);");
		assertEquals("The site is built from a commit, but macros/Demo.ijm is not committed; commit it, or remove it.", script(
			"site"));
	}

	@Test
	void argumentsAreCheckedFirst() throws Exception {
		for (final String[] wrong : new String[][] { {}, { "" }, { "--fiji" }, { "site", "--previous" }, { "one", "two" }, {
			"site", "--other", "x" } }) assertEquals(USAGE, script(wrong), Arrays.toString(wrong));
		assertTrue(script("README.md").endsWith("README.md is no folder; give another name."));
		assertTrue(script("site", "--previous", "macros").endsWith("macros is no update site: it has no db.xml.gz."));
		assertTrue(script("--fiji", "macros", "site").endsWith("macros is no Fiji: it has no launcher named fiji."));
	}

	@Test
	void whatCannotBeReadIsASentence() {
		assertEquals("The site was not built, since a/b cannot be used: it does not exist.", Main.sentence(
			new NoSuchFileException("a/b")));
		assertEquals("The site was not built, since a/b cannot be used: access is denied.", Main.sentence(
			new AccessDeniedException("a/b")));
		assertEquals("Said.", Main.sentence(new IOException("Said.")));
	}
}
