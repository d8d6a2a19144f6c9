package sc.fiji.standout.ij1;

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import net.imagej.patcher.LegacyEnvironment;

/**
 * Plain ImageJ 1.x with Standout, from the class path, with or without a display:
 * {@code [--headless] [-macro FILE [ARG]]}. Ends with 1 when the macro did not run to its end. With a display, ImageJ
 * stays open after the macro.
 */
public final class Launcher {

	private final ClassLoader loader;

	/** Starts ImageJ; at most once in a JVM with a display. */
	public Launcher(final boolean headless) throws ReflectiveOperationException, IOException {
		loader = headless ? patched() : plain();
	}

	/** Without a display, ImageJ runs only when ij1-patcher has changed it. */
	private static ClassLoader patched() throws ClassNotFoundException {
		final LegacyEnvironment environment = new LegacyEnvironment(null, true);
		environment.disableIJ1PluginDirs();
		environment.addPluginClasspath(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(
			File::new).filter(File::exists).toArray(File[]::new));
		environment.newImageJ1(true);
		return environment.getClassLoader();
	}

	/**
	 * With a display, it is ImageJ itself: it finds our commands by a jar in its plugins folder. The system property
	 * {@code plugins.dir} names an ImageJ in which we are installed.
	 */
	private static ClassLoader plain() throws ReflectiveOperationException, IOException {
		if (System.getProperty("plugins.dir") == null) System.setProperty("plugins.dir", onlyOurs().toString());
		Class.forName("ij.ImageJ").getConstructor().newInstance();
		return Launcher.class.getClassLoader();
	}

	private static Path onlyOurs() throws IOException {
		final Path folder = Files.createTempDirectory("standout-imagej");
		final Path jar = Files.createDirectories(folder.resolve("plugins")).resolve("Standout_.jar");
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
				InputStream config = Launcher.class.getResourceAsStream("/plugins.config"))
		{
			out.putNextEntry(new JarEntry("plugins.config"));
			config.transferTo(out);
		}
		for (final Path file : List.of(folder, jar.getParent(), jar)) file.toFile().deleteOnExit();
		return folder;
	}

	/**
	 * Runs a macro on this thread.
	 *
	 * @return whether it ran to its end
	 */
	public boolean run(final String macro, final String argument) throws ReflectiveOperationException {
		final Thread thread = Thread.currentThread();
		final String name = thread.getName();
		final ClassLoader before = thread.getContextClassLoader();
		thread.setName("Run$_Standout");
		thread.setContextClassLoader(loader);
		try {
			final Class<?> type = loader.loadClass("ij.macro.Interpreter");
			final Object interpreter = type.getConstructor().newInstance();
			type.getMethod("run", String.class, String.class).invoke(interpreter, macro, argument);
			final Object error = type.getMethod("getErrorMessage").invoke(interpreter);
			// with a display, it is in a window
			if (error != null && !GraphicsEnvironment.isHeadless()) System.out.println(error);
			return error == null;
		}
		catch (final InvocationTargetException e) {
			if (!"Macro canceled".equals(e.getCause().getMessage())) e.getCause().printStackTrace();
			return false;
		}
		finally {
			thread.setName(name);
			thread.setContextClassLoader(before);
		}
	}

	public static void main(final String... arguments) throws Exception {
		final List<String> rest = new ArrayList<>(Arrays.asList(arguments));
		final boolean headless = rest.remove("--headless");
		if (headless) System.setProperty("java.awt.headless", "true");
		if (!rest.isEmpty() && (!rest.get(0).equals("-macro") || rest.size() < 2 || rest.size() > 3)) usage();
		if (rest.isEmpty() && headless) usage();
		final Path macro = rest.isEmpty() ? null : Path.of(rest.get(1));
		if (macro != null && !Files.isReadable(macro)) {
			System.err.println("The macro " + macro + " does not exist.");
			System.exit(2);
		}
		final Launcher imagej = new Launcher(headless);
		if (macro == null) return;
		final boolean ended = imagej.run(Files.readString(macro), rest.size() > 2 ? rest.get(2) : "");
		if (!ended) System.err.println("The macro " + macro + " stopped before its end.");
		if (headless || !ended) System.exit(ended ? 0 : 1);
	}

	private static void usage() {
		System.err.println("Usage: scripts/imagej [--headless] [-macro FILE [ARG]]   (--headless needs a macro)");
		System.exit(2);
	}
}
