package sc.fiji.standout.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plain ImageJ as a user starts it, with the zip unpacked into its folder: the main job, and how long starting takes. */
@Tag("slow")
class PlainImageJTest {

	private static final int RUNS = 5;

	@TempDir
	static Path shared;
	private static Path with;
	private static Path without;
	private static Path jar;

	@BeforeAll
	static void install() throws IOException {
		assumeFalse(GraphicsEnvironment.isHeadless(), "This test needs a display");
		final Contents contents = Checkout.contents();
		final Path site = shared.resolve("site");
		new UpdateSite(contents, Checkout.plugin(shared, "0.1.0", ""), 20260501120000L, null).build(site, null);
		with = Files.createDirectory(shared.resolve("with"));
		without = Files.createDirectories(shared.resolve("without/plugins")).getParent();
		try (InputStream in = Files.newInputStream(site.resolve(PlainZip.NAME)); ZipInputStream zip = new ZipInputStream(in)) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				final Path file = with.resolve(entry.getName());
				Files.createDirectories(file.getParent());
				Files.copy(zip, file);
			}
		}
		jar = contents.jars().left().stream().map(Jar::file).filter(file -> file.getFileName().toString().startsWith("ij-"))
			.findFirst().orElseThrow();
	}

	/** Runs ImageJ's own main class on a macro, which has to quit it; the time in ms. */
	private static long run(final Path imagej, final String macro, final Path output) throws Exception {
		final Path file = Files.writeString(shared.resolve("macro.ijm"), macro);
		return java(output, "-cp", jar.toString(), "ij.ImageJ", "-ijpath", imagej.toString(), "-port0", "-macro", file
			.toString(), shared.toString());
	}

	private static long java(final Path output, final String... arguments) throws Exception {
		final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
			.toString(), "-Xmx1g"));
		command.addAll(Arrays.asList(arguments));
		final long start = System.nanoTime();
		final Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		final boolean ended = process.waitFor(120, TimeUnit.SECONDS);
		final long time = (System.nanoTime() - start) / 1_000_000;
		process.destroyForcibly().waitFor();
		assertTrue(ended, () -> "ImageJ did not quit: " + read(output));
		return time;
	}

	private static String read(final Path file) {
		try {
			return Files.readString(file);
		}
		catch (final IOException e) {
			return e.toString();
		}
	}

	@Test
	void everyKindOfFeatureDoesTheMainJob() throws Exception {
		final List<String> kinds = new ArrayList<>(List.of("Pixels", "Statistics", "Texture"));
		if (Files.exists(MainJob.MODEL)) kinds.add("CNN");
		final StringBuilder macro = new StringBuilder();
		for (final String features : kinds) macro.append(MainJob.macro(features)).append("run('Close All');\n");
		run(with, macro + "run('Quit');", shared.resolve("job.txt"));
		for (final String features : kinds) MainJob.assertDone(shared.resolve(features + ".csv"));
	}

	/** Five runs each, in turn; the medians. */
	@Test
	void startingTakesLittleLonger() throws Exception {
		final long[] plain = new long[RUNS];
		final long[] ours = new long[RUNS];
		for (int i = -1; i < RUNS; i++) {
			final long one = run(without, "run('Quit');", shared.resolve("start.txt"));
			final long other = run(with, "run('Quit');", shared.resolve("start.txt"));
			if (i < 0) continue;
			plain[i] = one;
			ours[i] = other;
		}
		Arrays.sort(plain);
		Arrays.sort(ours);
		System.out.println("Starting and quitting ImageJ, median of " + RUNS + ": " + plain[RUNS / 2] + " ms, with Standout " +
			ours[RUNS / 2] + " ms");
		assertTrue(ours[RUNS / 2] - plain[RUNS / 2] <= 300, Arrays.toString(plain) + Arrays.toString(ours));
	}

	@Test
	void theFirstDialogIsShownWithinASecond() throws Exception {
		final String name = DialogTime.class.getName().replace('.', '/') + ".class";
		final Path runner = shared.resolve("runner");
		Files.createDirectories(runner.resolve(name).getParent());
		Files.copy(Path.of("target/test-classes").resolve(name), runner.resolve(name));
		final long[] times = new long[RUNS];
		for (int i = 0; i < RUNS; i++) {
			final Path output = shared.resolve("dialog.txt");
			java(output, "-cp", jar + File.pathSeparator + runner, DialogTime.class.getName(), with.toString());
			final String text = read(output);
			assertEquals("dialog ", text.replaceAll("(?s).*(dialog )\\d+\\s*$", "$1"), text);
			times[i] = Long.parseLong(text.replaceAll("(?s).*dialog (\\d+)\\s*$", "$1"));
		}
		Arrays.sort(times);
		System.out.println("The first Find Outliers... dialog, median of " + RUNS + ": " + times[RUNS / 2] + " ms");
		assertTrue(times[RUNS / 2] <= 1000, Arrays.toString(times));
	}
}
