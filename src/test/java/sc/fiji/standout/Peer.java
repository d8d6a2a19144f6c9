package sc.fiji.standout;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import sc.fiji.standout.matrix.Matrix;

/** Runs programs of other languages in {@code scripts/peers} on the same points, for the benchmarks. */
public final class Peer implements AutoCloseable {

	private final Path file;
	private final Matrix points;

	/** Writes the points as little-endian float32, row by row, to a temporary file. */
	public Peer(final Matrix points) throws IOException {
		this.points = points;
		file = Files.createTempFile("standout-points", ".f32");
		try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
			for (int i = 0; i < points.rows(); i++) for (int j = 0; j < points.columns(); j++) out.writeInt(Integer
				.reverseBytes(Float.floatToIntBits((float) points.get(i, j))));
		}
	}

	/**
	 * Runs a script and waits for it.
	 *
	 * @param script such as {@code kmeans.py} or {@code hdbscan.R}
	 * @param arguments after the file and its shape
	 * @return the lines {@code name=value} that it printed, {@code seconds} among them; empty where it failed
	 */
	public Map<String, Double> run(final String script, final Object... arguments) throws IOException {
		final List<String> command = new ArrayList<>(List.of(script.endsWith(".R") ? "Rscript" : "/usr/bin/python3",
			"scripts/peers/" + script, file.toString(), "" + points.rows(), "" + points.columns()));
		for (final Object argument : arguments) command.add("" + argument);
		final Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
		final Map<String, Double> values = new TreeMap<>();
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(),
			StandardCharsets.UTF_8)))
		{
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				final int equals = line.indexOf('=');
				if (equals > 0) values.put(line.substring(0, equals), Double.valueOf(line.substring(equals + 1)));
			}
		}
		return values;
	}

	@Override
	public void close() throws IOException {
		Files.delete(file);
	}
}
