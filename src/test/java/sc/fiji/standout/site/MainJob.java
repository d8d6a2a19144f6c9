package sc.fiji.standout.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import sc.fiji.standout.ij1.MacroBatch;

/** The main job as a macro, and what becomes of it. */
final class MainJob {

	/** Weights of the network MobileNetV2, which an install has in this place. */
	static final Path MODEL = Path.of("../shared/data/models/mobilenetv2_features.onnx").toAbsolutePath().normalize();
	static final String MODEL_PLACE = "models/standout/mobilenetv2_features.onnx";
	static final String SAMPLE = "run('Sample Cells', 'count=60 seed=42');\n";

	private MainJob() {}

	/** Writes the table of items, the plot and the montage into the folder that is the macro's argument. */
	static String macro(final String features) {
		return macro(features, "plot=false montage=false") + "run('Show Scatter Plot...', 'path=[' + getArgument() + '/" +
			features + "-plot.png]');\nrun('Show Montage...', 'path=[' + getArgument() + '/" + features + "-montage.png]');\n";
	}

	/** Opens windows as asked for, and writes the table of items into the folder that is the macro's argument. */
	static String macro(final String features, final String windows) {
		return SAMPLE + "run('Find Outliers...', 'features=" + features + " outliers=LOF contamination=0.1 " + windows +
			"');\n" + table(features);
	}

	static String table(final String name) {
		return "run('Export Items...', 'path=[' + getArgument() + '/" + name + ".csv]');\n";
	}

	/** The table has a row for each image, and the outliers that were asked for. */
	static void assertDone(final Path table) throws IOException {
		final List<String> lines = Files.readAllLines(table);
		final int outlier = List.of(lines.get(0).split(",")).indexOf("outlier");
		assertEquals(61, lines.size());
		assertEquals(6, lines.stream().skip(1).filter(line -> line.split(",")[outlier].equals("1")).count());
	}

	/** As above, with the pictures beside it. */
	static void assertPictured(final Path table) throws IOException {
		assertDone(table);
		for (final String name : List.of("plot", "montage")) {
			final Path picture = Path.of(table.toString().replace(".csv", "-" + name + ".png"));
			assertTrue(Files.size(picture) > 2000, picture.toString());
		}
	}

	/** The macro was stopped with the sentence, and without asking for a bug report. */
	static void assertSaid(final MacroBatch.Result result, final String sentence) {
		assertTrue(!result.ended() && result.output().contains(sentence) && !result.output().contains("fault of Standout"),
			result.output());
	}

	/** Fiji's name of this computer's kind. */
	static String platform() {
		final String system = System.getProperty("os.name");
		final boolean arm = System.getProperty("os.arch").equals("aarch64");
		return (system.startsWith("Win") ? "win" : system.startsWith("Mac") ? "macos" : "linux") + (arm ? "-arm64" : "64");
	}
}
