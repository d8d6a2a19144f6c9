package sc.fiji.standout.site;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long ImageJ takes to start with Standout, and Standout to show its first dialog. */
@Tag("slow")
class StartTimeTest {

	private static final int RUNS = 5;
	private static final Pattern TIME = Pattern.compile("(?m)^dialog (\\d+)$");

	@TempDir
	static Path shared;
	private static PlainImageJ with;
	private static PlainImageJ without;

	@BeforeAll
	static void install() throws IOException {
		assumeFalse(GraphicsEnvironment.isHeadless(), "This test needs a display");
		final Contents contents = Checkout.contents();
		final Path site = shared.resolve("site");
		new UpdateSite(contents, Checkout.plugin(shared, "0.1.0", ""), 20260501120000L, null).build(site, null);
		with = new PlainImageJ(Files.createDirectory(shared.resolve("with")), PlainImageJ.jar(contents));
		with.unzip(site.resolve(PlainZip.NAME));
		without = new PlainImageJ(Files.createDirectories(shared.resolve("without/plugins")).getParent(), with.jar());
	}

	/** Five runs each, in turn, after one that does not count; the medians. */
	@Test
	void startingTakesLittleLonger() throws Exception {
		final long[] plain = new long[RUNS];
		final long[] ours = new long[RUNS];
		for (int i = -1; i < RUNS; i++) {
			final long one = without.run("run('Quit');", shared);
			final long other = with.run("run('Quit');", shared);
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
			PlainImageJ.java(output, "-cp", with.jar() + File.pathSeparator + runner, DialogTime.class.getName(), with.folder()
				.toString());
			final String text = Files.readString(output);
			final Matcher time = TIME.matcher(text);
			assertTrue(time.find(), text);
			times[i] = Long.parseLong(time.group(1));
		}
		Arrays.sort(times);
		System.out.println("The first Find Outliers... dialog, median of " + RUNS + ": " + times[RUNS / 2] + " ms");
		assertTrue(times[RUNS / 2] <= 1000, Arrays.toString(times));
	}
}
