package sc.fiji.standout.feature.deep;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.embedding.CancelAt;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/** Whether a network can be used is known before it is; installs without its libraries are tried by InstalledImageJTest. */
class NetworkTrialTest {

	private static final Path MODELS = Path.of("../shared/data/models");

	@Test
	void oneThatWorksHasNoProblem() {
		assumeTrue(Files.exists(MODELS.resolve("mobilenetv2_features.onnx")),
			"This test needs the networks of ../shared/data/models");
		assertNull(NetworkTrial.problem(Settings.of("models", MODELS), Progress.NONE));
		final Progress canceled = new CancelAt(0);
		assertThrows(CancellationException.class, () -> NetworkTrial.problem(Settings.of("models", MODELS), canceled));
	}

	@Test
	void anEngineThatDoesNotStartIsTheProblem() {
		assumeTrue(Files.exists(MODELS.resolve("mobilenetv2_features.onnx")),
			"This test needs the networks of ../shared/data/models");
		final String before = System.getProperty("os.arch");
		System.setProperty("os.arch", "riscv64");
		try {
			final Throwable problem = NetworkTrial.problem(Settings.of("models", MODELS), Progress.NONE);
			assertInstanceOf(IllegalStateException.class, problem);
			assertTrue(problem.getMessage().startsWith("There is no ONNX Runtime for this computer ("), problem.getMessage());
		}
		finally {
			System.setProperty("os.arch", before);
		}
	}

	@Test
	void oneThatDoesNotExistIsAnError() {
		assertThrows(IllegalArgumentException.class, () -> NetworkTrial.problem(Settings.of("model", "Other"), Progress.NONE));
	}
}
