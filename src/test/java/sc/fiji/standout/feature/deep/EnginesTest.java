package sc.fiji.standout.feature.deep;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ai.djl.engine.Engine;

/** Engines that are not there, or cannot start, are one sentence. */
class EnginesTest {

	@TempDir
	Path folder;

	/** A class loader that does not see some of the resources. */
	private static ClassLoader without(final String missing) {
		return new ClassLoader(EnginesTest.class.getClassLoader()) {

			@Override
			public URL getResource(final String name) {
				return name.startsWith(missing) ? null : super.getResource(name);
			}

			@Override
			public Enumeration<URL> getResources(final String name) throws IOException {
				return name.startsWith(missing) ? Collections.emptyEnumeration() : super.getResources(name);
			}
		};
	}

	@Test
	void aMissingPytorchIsSaid() {
		for (final String missing : List.of("ai/djl/pytorch", "jnilib", "native/lib/pytorch")) {
			final String message = assertThrows(IllegalStateException.class, () -> Installed.requirePytorch(without(missing),
				"Linux", "amd64")).getMessage();
			assertEquals("PyTorch is not installed: put pytorch-engine, pytorch-jni and pytorch-native-cpu (linux-x86_64), " +
				"three .jar files that the section PyTorch of Standout's README names, into the jars folder of ImageJ and " +
				"restart it.", message);
		}
	}

	@Test
	void aPlatformWithoutPytorchIsSaid() {
		final ClassLoader loader = EnginesTest.class.getClassLoader();
		assertEquals("There is no PyTorch for this computer (Mac OS X, x86_64); use a model in the ONNX format, which needs " +
			"no PyTorch.", assertThrows(IllegalStateException.class, () -> Installed.requirePytorch(loader, "Mac OS X",
				"x86_64")).getMessage());
		assertThrows(IllegalStateException.class, () -> Installed.requirePytorch(loader, "SunOS", "sparc"));
		// The natives of another platform are of no use
		assertTrue(assertThrows(IllegalStateException.class, () -> Installed.requirePytorch(loader, "Windows 11", "aarch64"))
			.getMessage().startsWith("There is no PyTorch"));
		final String system = System.getProperty("os.name").startsWith("Win") ? "Linux" : "Windows 11";
		assertTrue(assertThrows(IllegalStateException.class, () -> Installed.requirePytorch(loader, system, "amd64"))
			.getMessage().startsWith("PyTorch is not installed"));
		if (system.startsWith("Win") && System.getProperty("os.arch").equals("amd64")) assertDoesNotThrow(() -> Installed
			.requirePytorch(loader, "Linux", "amd64"));
	}

	@Test
	void aMissingOnnxRuntimeIsSaid() {
		assertDoesNotThrow(() -> Installed.requireOnnxRuntime(without("nothing"), "Linux", "amd64"));
		for (final String missing : List.of("ai/djl/onnxruntime", "ai/onnxruntime/OrtEnvironment")) assertEquals(
			"ONNX Runtime is not installed: in Fiji, run Help > Update... with the update site Standout, in ImageJ, put " +
				"onnxruntime-engine and onnxruntime, two .jar files of Standout's zip for ImageJ, into the folder plugins/jars, " +
				"and restart it.", onnxRuntime(missing, "Linux", "amd64"));
		assertEquals("The native library of ONNX Runtime for this computer (macos-arm64) is not installed: in Fiji, run Help > " +
			"Update... with the update site Standout, in ImageJ, put the onnxruntime-macos-arm64 .jar file of Standout's zip " +
			"for ImageJ into the folder plugins/jars, and restart it.", onnxRuntime("ai/onnxruntime/native/osx-aarch64/",
				"Mac OS X", "aarch64"));
		assertEquals("There is no ONNX Runtime for this computer (Windows 11, aarch64); use other features, such as Texture, " +
			"which need none.", onnxRuntime("nothing", "Windows 11", "aarch64"));
		for (final String[] computer : new String[][] { { "Windows 10", "amd64" }, { "Mac OS X", "x86_64" }, { "Mac OS X",
			"aarch64" }, { "Linux", "aarch64" } }) assertDoesNotThrow(() -> Installed.requireOnnxRuntime(without("nothing"),
				computer[0], computer[1]));
	}

	private static String onnxRuntime(final String missing, final String system, final String architecture) {
		return assertThrows(IllegalStateException.class, () -> Installed.requireOnnxRuntime(without(missing), system,
			architecture)).getMessage();
	}

	@Test
	void noTelemetryAndNoDownloads() {
		final ClassLoader before = Thread.currentThread().getContextClassLoader();
		final Engine engine = Engines.onnxRuntime();
		assertEquals("OnnxRuntime", engine.getEngineName());
		assertSame(engine, Engines.onnxRuntime());
		assertEquals("true", System.getProperty("OPT_OUT_TRACKING"));
		assertEquals("true", System.getProperty("ai.djl.offline"));
		assertSame(before, Thread.currentThread().getContextClassLoader());
	}

	/** What remains of a failure is one line, with the innermost cause. */
	@Test
	void aFailureIsOneLine() {
		final Throwable problem = new ExceptionInInitializerError(new IllegalStateException("outer", new IOException(
			"No space left on device\nand more")));
		assertEquals("PyTorch cannot start (IOException: No space left on device); make sure that there is free space in the " +
			"cache and that it can be written to, then restart ImageJ.", Engines.failure("PyTorch", "the cache", problem)
				.getMessage());
	}

	@Test
	void aTemporaryFolderThatCannotBeWrittenIsSaid() throws Exception {
		assertFailure("OnnxRuntime cannot start (", "-Djava.io.tmpdir=" + folder.resolve("none"), "onnx");
	}

	@Test
	void aCacheThatCannotBeWrittenIsSaid() throws Exception {
		final Path file = Files.writeString(folder.resolve("file"), "");
		assertFailure("PyTorch cannot start (", "-DENGINE_CACHE_DIR=" + file.resolve("cache"), "pytorch");
	}

	private void assertFailure(final String begin, final String property, final String engine) throws Exception {
		final Path output = folder.resolve("output");
		final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			property, "-cp", System.getProperty("java.class.path"), EnginesTest.class.getName(), engine).redirectErrorStream(
				true).redirectOutput(output.toFile()).start();
		assertTrue(process.waitFor(120, TimeUnit.SECONDS));
		final List<String> lines = Files.readAllLines(output);
		assertTrue(lines.stream().anyMatch(line -> line.startsWith(begin) && line.endsWith("then restart ImageJ.")), String
			.join("\n", lines));
		assertTrue(lines.stream().noneMatch(line -> line.startsWith("\tat ")), String.join("\n", lines));
	}

	/** Starts an engine in a process of its own, twice, and prints why it cannot. */
	public static void main(final String... arguments) {
		for (int run = 0; run < 2; run++) {
			try {
				if (arguments[0].equals("onnx")) Engines.onnxRuntime();
				else Engines.pytorch();
				System.out.println("started");
			}
			catch (final IllegalStateException e) {
				System.out.println(e.getMessage());
			}
		}
	}
}
