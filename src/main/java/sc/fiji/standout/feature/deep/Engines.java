package sc.fiji.standout.feature.deep;

import java.util.function.Supplier;

import ai.djl.engine.Engine;
import ai.onnxruntime.OrtEnvironment;

/**
 * The engines that run networks, by way of DJL: ONNX Runtime, which comes with the plugin, and PyTorch, which is
 * optional. Both contact nobody: telemetry is off and DJL offline before its first call, and an engine whose native
 * libraries are not installed is an error, where DJL itself would download them.
 */
public final class Engines {

	private static final String ONNX_RUNTIME = "OnnxRuntime";
	private static final String PYTORCH = "PyTorch";
	private static final int CAUSES_SAID = 10;

	private Engines() {}

	/**
	 * The engine for ONNX models. Unpacks its native libraries into the temporary folder on its first call in a session.
	 *
	 * @throws IllegalStateException in one sentence, when it is not installed or cannot start
	 * @throws LinkageError when a library is missing or too old
	 */
	public static synchronized Engine onnxRuntime() {
		return inPlugin(() -> {
			quieten();
			Installed.requireOnnxRuntime(Engines.class.getClassLoader(), System.getProperty("os.name"), System.getProperty(
				"os.arch"));
			final Engine engine = start(ONNX_RUNTIME, "the temporary folder " + System.getProperty("java.io.tmpdir"));
			try {
				OrtEnvironment.getEnvironment().setTelemetry(false);
			}
			catch (final ai.onnxruntime.OrtException e) {
				throw failure(ONNX_RUNTIME, "the temporary folder", e);
			}
			return engine;
		});
	}

	/**
	 * The engine for training and for TorchScript models. Unpacks some 430 MB of native libraries on its first call on a
	 * computer, into {@code ENGINE_CACHE_DIR}, {@code DJL_CACHE_DIR} (environment variables or system properties) or else
	 * {@code .djl.ai} in the home folder. Its number of threads is its own, one for each core, and never changed.
	 *
	 * @throws IllegalStateException in one sentence, when it is not installed or cannot start
	 */
	public static synchronized Engine pytorch() {
		return inPlugin(() -> {
			quieten();
			Installed.requirePytorch(Engines.class.getClassLoader(), System.getProperty("os.name"), System.getProperty(
				"os.arch"));
			return start(PYTORCH, "the folder " + cache());
		});
	}

	/** Runs something with the plugin's class loader, by which DJL finds its engines, as that of the thread. */
	static <T> T inPlugin(final Supplier<T> task) {
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(Engines.class.getClassLoader());
		try {
			return task.get();
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	/** Before any class of DJL is initialised. */
	private static void quieten() {
		System.setProperty("OPT_OUT_TRACKING", "true");
		System.setProperty("ai.djl.offline", "true");
		// or else ONNX Runtime would start PyTorch too, where it is installed
		System.setProperty("ai.djl.onnx.disable_alternative", "true");
	}

	private static Engine start(final String name, final String unpacked) {
		try {
			return Engine.getEngine(name);
		}
		// A native library that is missing or cannot be unpacked is said by errors as well as by exceptions
		catch (final RuntimeException | LinkageError | AssertionError e) {
			if (isOtherVersion(e)) throw (LinkageError) e;
			throw failure(name, unpacked, e);
		}
	}

	/** Whether a class or method is not there, which free space does not mend. */
	private static boolean isOtherVersion(final Throwable problem) {
		return problem instanceof IncompatibleClassChangeError || problem instanceof NoClassDefFoundError && !String.valueOf(
			problem.getMessage()).startsWith("Could not initialize");
	}

	static IllegalStateException failure(final String name, final String unpacked, final Throwable problem) {
		Throwable cause = problem;
		for (int i = 0; i < CAUSES_SAID && cause.getCause() != null; i++) cause = cause.getCause();
		return new IllegalStateException(name + " cannot start (" + oneLine(cause) +
			"); make sure that there is free space in " + unpacked +
			" and that it can be written to, then restart ImageJ.", problem);
	}

	/** The class and message of a problem on one line, at most 200 characters. */
	static String oneLine(final Throwable problem) {
		final String message = problem.getMessage();
		final String text = problem.getClass().getSimpleName() + (message == null ? "" : ": " + message.strip().lines()
			.findFirst().orElse(""));
		return text.length() <= 200 ? text : text.substring(0, 197) + "...";
	}

	private static String cache() {
		return ai.djl.util.Utils.getEngineCacheDir().toString();
	}
}
