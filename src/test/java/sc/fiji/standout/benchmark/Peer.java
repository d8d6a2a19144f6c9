package sc.fiji.standout.benchmark;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import sc.fiji.standout.matrix.Matrix;

/** Runs the methods of other languages in {@code scripts/peers} on the same points. */
final class Peer {

	private Peer() {}

	/**
	 * Runs a method and waits for it.
	 *
	 * @param method of {@code methods.py}, or {@code hdbscan.R}
	 */
	static Outcome run(final String method, final Matrix points, final int seed) throws IOException, InterruptedException {
		final Path input = Files.createTempFile("standout-points", ".f32");
		final Path output = Files.createTempFile("standout-result", ".f64");
		try {
			write(points, input);
			final List<String> command = new ArrayList<>(method.endsWith(".R") ? List.of("Rscript", "scripts/peers/" + method)
				: List.of("/usr/bin/python3", "-W", "ignore", "scripts/peers/methods.py", method));
			command.addAll(List.of(input.toString(), "" + points.rows(), "" + points.columns(), output.toString(), "" + seed));
			final Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
			final Map<String, Double> printed = new TreeMap<>();
			for (final String line : new String(process.getInputStream().readAllBytes()).split("\n")) {
				final int equals = line.indexOf('=');
				if (equals > 0) printed.put(line.substring(0, equals), Double.valueOf(line.substring(equals + 1)));
			}
			if (process.waitFor() != 0) throw new IOException(method + " of scripts/peers ended with " + process.exitValue());
			return new Outcome(new Cost(printed.get("seconds"), printed.get("processor")), read(output));
		}
		finally {
			Files.delete(input);
			Files.delete(output);
		}
	}

	private static void write(final Matrix points, final Path file) throws IOException {
		try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
			for (int i = 0; i < points.rows(); i++) for (int j = 0; j < points.columns(); j++) out.writeInt(Integer
				.reverseBytes(Float.floatToIntBits((float) points.get(i, j))));
		}
	}

	private static double[] read(final Path file) throws IOException {
		final ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
		final double[] values = new double[bytes.remaining() / 8];
		bytes.asDoubleBuffer().get(values);
		return values;
	}
}
