package sc.fiji.standout.feature.deep.autoencoder;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import sc.fiji.standout.feature.deep.Engines;

/**
 * Seconds for each epoch, beside the same network in PyTorch in Python ({@code scripts/peers/autoencoder.py}), with
 * sub-pixel and with transposed convolutions, in turn; and the memory of the process over the epochs.
 * Arguments: images of 28 x 28 pixels (7070), rounds (3).
 */
public final class AutoencoderBenchmark {

	private static final Layout LAYOUT = new Layout(28, 28, 1, 256);
	private static final int BATCH = 32;

	private AutoencoderBenchmark() {}

	public static void main(final String... arguments) throws Exception {
		final int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7070;
		final int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
		final float[] images = new float[count * LAYOUT.pixels()];
		for (int i = 0; i < images.length; i++) {
			final int item = i / LAYOUT.pixels();
			images[i] = (float) (0.5 + 0.5 * Math.sin(0.2 * (i % 28) * (1 + item % 3) + 0.3 * (i / 28 % 28) + item));
		}
		final Path file = Files.createTempFile("images", ".f32");
		try (SingleThread thread = new SingleThread(Engines.pytorch()); Network network = new Network(LAYOUT, LAYOUT.initial(
			42)))
		{
			final ByteBuffer bytes = ByteBuffer.allocate(4 * images.length).order(ByteOrder.LITTLE_ENDIAN);
			bytes.asFloatBuffer().put(images);
			Files.write(file, bytes.array());
			for (int b = 0; b < 3; b++) network.learn(Arrays.copyOf(images, BATCH * LAYOUT.pixels()));
			System.out.printf("%-8s%12s%12s%12s%10s%10s%12s%n", "round", "Standout", "sub-pixel", "transposed", "ratio",
				"ratio", "memory");
			for (int round = 1; round <= rounds; round++) {
				final double own = epoch(network, images, count);
				final double subpixel = peer(file, count, "subpixel");
				final double transposed = peer(file, count, "transposed");
				System.out.printf("%-8d%10.2f s%10.2f s%10.2f s%10.2f%10.2f%9d MB%n", round, own, subpixel, transposed, own /
					subpixel, own / transposed, megabytes());
			}
		}
		finally {
			Files.delete(file);
		}
	}

	private static double epoch(final Network network, final float[] images, final int count) {
		final long begin = System.nanoTime();
		for (int from = 0; from < count; from += BATCH) {
			network.learn(Arrays.copyOfRange(images, from * LAYOUT.pixels(), Math.min(count, from + BATCH) * LAYOUT.pixels()));
		}
		return (System.nanoTime() - begin) / 1e9;
	}

	private static double peer(final Path file, final int count, final String kind) throws IOException {
		final Process process = new ProcessBuilder("/usr/bin/python3", "scripts/peers/autoencoder.py", file.toString(), String
			.valueOf(count), "1", "28", "28", "256", String.valueOf(BATCH), kind).redirectError(
				ProcessBuilder.Redirect.INHERIT).start();
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
			final String line = reader.readLine();
			return line == null ? Double.NaN : Double.parseDouble(line.split(" ")[0]);
		}
	}

	/** What the process holds, with all native memory; -1 where it cannot be told. */
	private static long megabytes() throws IOException {
		final Path status = Path.of("/proc/self/status");
		if (!Files.exists(status)) return -1;
		for (final String line : Files.readAllLines(status)) {
			if (line.startsWith("VmRSS:")) return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
		}
		return -1;
	}
}
