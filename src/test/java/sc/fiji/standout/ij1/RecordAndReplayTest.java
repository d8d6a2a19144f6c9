package sc.fiji.standout.ij1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user does by mouse is recorded, and the recorded text gives the same table without a display. */
class RecordAndReplayTest {

	@TempDir
	Path folder;

	@Test
	void theRecordedMacroGivesTheSameTableHeadless() throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
		assumeTrue(Toolkit.getDefaultToolkit().isFrameStateSupported(Frame.MAXIMIZED_BOTH), "needs a window manager");
		final Path table = folder.resolve("items.csv");
		final Path record = folder.resolve("record.ijm");
		final Path output = folder.resolve("output");
		final Process session = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
			System.getProperty("java.class.path"), RecordingSession.class.getName(), table.toString(), record.toString())
				.redirectErrorStream(true).redirectOutput(output.toFile()).start();
		assertTrue(session.waitFor(180, TimeUnit.SECONDS));
		assertEquals(0, session.exitValue(), Files.readString(output));
		final String macro = Files.readString(record);
		assertTrue(macro.contains("run(\"Sample Cells\", \"count=1000 seed=42\");"), macro);
		assertTrue(macro.contains("run(\"Find Outliers...\", \"items=Slices rois=[] labels=[] tile=64 features=Automatic"), macro);
		assertEquals(1, macro.split("Find Outliers", -1).length - 1, "what was cancelled is not recorded: " + macro);
		assertFalse(macro.contains("UMAP Embedding"), "what failed is not recorded: " + macro);
		assertTrue(macro.contains("contamination=0.1 seed=42 plot=true montage=true table=false\");"), macro);

		final String byHand = Files.readString(table);
		Files.delete(table);
		final MacroBatch.Result replayed = MacroBatch.run(true, Map.of("replay", macro), "").get("replay");
		assertTrue(replayed.ended(), replayed.output());
		assertEquals(byHand, Files.readString(table));
	}
}
