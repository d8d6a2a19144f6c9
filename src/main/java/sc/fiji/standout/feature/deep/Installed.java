package sc.fiji.standout.feature.deep;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Looks whether the jars of an engine and its native libraries for this computer are there, before it is started. */
final class Installed {

	/** By our names of platforms: ONNX Runtime's, and Fiji's. */
	private static final Map<String, String[]> ONNX_PLATFORMS = Map.of("linux-x86_64", new String[] { "linux-x64",
		"linux64" }, "linux-aarch64", new String[] { "linux-aarch64", "linux-arm64" }, "osx-x86_64", new String[] {
			"osx-x64", "macos64" }, "osx-aarch64", new String[] { "osx-aarch64", "macos-arm64" }, "win-x86_64",
		new String[] { "win-x64", "win64" });

	private Installed() {}

	/**
	 * @throws IllegalStateException in one sentence, when ONNX Runtime does not exist for the platform, or its jars are not
	 *           installed
	 */
	static void requireOnnxRuntime(final ClassLoader loader, final String system, final String architecture) {
		final String[] names = ONNX_PLATFORMS.get(platform(system, architecture));
		if (names == null) throw new IllegalStateException("There is no ONNX Runtime for this computer (" + system + ", " +
			architecture + "); use other features, such as Texture, which need none.");
		if (loader.getResource("ai/djl/onnxruntime/engine/OrtEngine.class") == null || loader.getResource(
			"ai/onnxruntime/OrtEnvironment.class") == null) throw new IllegalStateException("ONNX Runtime is not installed" +
				install("onnxruntime-engine and onnxruntime, two .jar files of Standout's zip for ImageJ,"));
		final String library = names[0].startsWith("win") ? "onnxruntime.dll" : "libonnxruntime." + (names[0].startsWith("osx")
			? "dylib" : "so");
		if (System.getProperty("onnxruntime.native.path") == null && loader.getResource("ai/onnxruntime/native/" + names[0] +
			"/" + library) == null) throw new IllegalStateException(
				"The native library of ONNX Runtime for this computer (" + names[1] + ") is not installed" + install(
					"the onnxruntime-" + names[1] + " .jar file of Standout's zip for ImageJ"));
	}

	private static String install(final String what) {
		return ": in Fiji, run Help > Update... with the update site Standout, in ImageJ, put " + what +
			" into the folder plugins/jars, and restart it.";
	}

	/** @throws IllegalStateException when PyTorch does not exist for the platform, or its jars are not installed */
	static void requirePytorch(final ClassLoader loader, final String system, final String architecture) {
		final String platform = platform(system, architecture);
		if (!platform.matches("(linux-(x86_64|aarch64)|win-x86_64|osx-aarch64)")) throw new IllegalStateException(
			"There is no PyTorch for this computer (" + system + ", " + architecture +
				"); use a model in the ONNX format, which needs no PyTorch.");
		if (loader.getResource("ai/djl/pytorch/engine/PtEngine.class") == null || loader.getResource(
			"jnilib/pytorch.properties") == null || !hasNatives(loader, platform)) throw new IllegalStateException(
				"PyTorch is not installed: put pytorch-engine, pytorch-jni and pytorch-native-cpu (" + platform +
					"), three .jar files that the section PyTorch of Standout's README names, into the jars folder of ImageJ " +
					"and restart it.");
	}

	private static boolean hasNatives(final ClassLoader loader, final String platform) {
		try {
			for (final URL url : Collections.list(loader.getResources("native/lib/pytorch.properties"))) {
				final Properties properties = new Properties();
				try (InputStream in = url.openStream()) {
					properties.load(in);
				}
				if (platform.equals(properties.getProperty("classifier"))) return true;
			}
			return false;
		}
		catch (final IOException e) {
			return false;
		}
	}

	/** As the classifiers of the jars, such as linux-x86_64. */
	static String platform(final String system, final String architecture) {
		final String os = system.toLowerCase(Locale.ROOT);
		final String arch = architecture.toLowerCase(Locale.ROOT);
		return (os.startsWith("win") ? "win" : os.startsWith("mac") ? "osx" : os.startsWith("linux") ? "linux" : os) + "-" +
			(arch.equals("amd64") || arch.equals("x86_64") ? "x86_64" : arch.equals("arm64") ? "aarch64" : arch);
	}
}
