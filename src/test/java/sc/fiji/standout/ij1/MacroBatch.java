package sc.fiji.standout.ij1;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs macros one after the other in one ImageJ of its own: a child process, since ImageJ with and without a display
 * cannot be in one.
 */
public final class MacroBatch {

	private static final String MARK = "=== ";

	/** A macro whose name begins with this goes on with the images and windows of the one before. */
	public static final String THEN = "then ";

	/** The classes that run macros. */
	public static final List<Class<?>> NEEDED = List.of(MacroBatch.class, Result.class, Launcher.class, Messages.class);

	/** What became of one macro: whether it ran to its end, and all that was printed meanwhile. */
	public record Result(boolean ended, String output) {}

	private MacroBatch() {}

	/** Runs macros by name, each with the argument; their order is kept. */
	static Map<String, Result> run(final boolean headless, final Map<String, String> macros, final String argument)
		throws IOException, InterruptedException
	{
		return run(headless, macros, argument, Path.of(""), List.of("-cp", System.getProperty("java.class.path")));
	}

	/**
	 * As above, in a folder and with options of Java, such as a class path of its own, in which {@link #NEEDED} and
	 * ij1-patcher have to be.
	 */
	public static Map<String, Result> run(final boolean headless, final Map<String, String> macros,
		final String argument, final Path directory, final List<String> options) throws IOException, InterruptedException
	{
		final Path folder = Files.createTempDirectory("macros");
		try {
			return run(headless, macros, argument, directory, options, folder);
		}
		finally {
			for (final File file : folder.toFile().listFiles()) Files.delete(file.toPath());
			Files.delete(folder);
		}
	}

	private static Map<String, Result> run(final boolean headless, final Map<String, String> macros, final String argument,
		final Path directory, final List<String> options, final Path folder) throws IOException, InterruptedException
	{
		final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
			.toString(), "-Xmx1g", "-Djava.awt.headless=" + headless, "--add-opens", "java.base/java.lang=ALL-UNNAMED"));
		command.addAll(options);
		command.addAll(List.of(MacroBatch.class.getName(), String.valueOf(headless), argument));
		for (final Map.Entry<String, String> macro : macros.entrySet()) {
			final Path file = folder.resolve(macro.getKey().replaceAll("\\W", "_") + ".ijm");
			Files.writeString(file, macro.getValue());
			command.add(file.toString());
		}
		final File output = folder.resolve("output").toFile();
		final Process process = new ProcessBuilder(command).directory(directory.toAbsolutePath().toFile()).redirectErrorStream(true).redirectOutput(output).start();
		final boolean finished = process.waitFor(300, TimeUnit.SECONDS);
		process.destroyForcibly().waitFor();
		final String text = Files.readString(output.toPath());
		if (!finished) throw new IOException("The macros took too long:\n" + text);
		final Map<String, Result> results = new LinkedHashMap<>();
		final String[] parts = text.split("(?m)^" + MARK);
		int i = 1;
		for (final String name : macros.keySet()) {
			if (i >= parts.length) throw new IOException("ImageJ ended before the macro '" + name + "':\n" + text);
			results.put(name, new Result(parts[i + 1].startsWith("true"), parts[i]));
			i += 2;
		}
		return results;
	}

	/** Runs the macro files that are given after {@code headless} and the argument. */
	public static void main(final String... arguments) throws Exception {
		final boolean headless = Boolean.parseBoolean(arguments[0]);
		final Launcher imagej = new Launcher(headless);
		if (!headless) Messages.close();
		for (int i = 2; i < arguments.length; i++) {
			if (!Path.of(arguments[i]).getFileName().toString().startsWith(THEN.replace(' ', '_'))) imagej.run(
				"run('Close All'); if (isOpen('ROI Manager')) roiManager('reset');", "");
			mark(arguments[i]);
			final boolean ended = imagej.run(Files.readString(Path.of(arguments[i])), arguments[1]);
			mark(String.valueOf(ended));
		}
		System.exit(0);
	}

	private static void mark(final String text) {
		System.err.flush();
		System.out.println("\n" + MARK + text);
		System.out.flush();
	}
}
