package sc.fiji.standout.embedding;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import com.sun.management.OperatingSystemMXBean;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/**
 * Times of our embeddings beside those of umap-learn and scikit-learn ({@code scripts/peers/embeddings.py}), on the same
 * points of Fashion-MNIST and in turns, and how true the layouts are, measured in the same way for both.
 * <p>
 * Arguments: cases such as {@code umap:70000} or {@code tsne:10000:1} (method, items, and how often, 3 unless said), or
 * {@code mixture:1000000}, UMAP alone on points of a Gaussian mixture; none for the cases that take minutes at most.
 * </p>
 */
public final class EmbeddingBenchmark {

	private static final int COMPONENTS = 24;
	private static final int SAMPLE = 500;
	private static final String PEERS = "scripts/peers/embeddings.py";

	private EmbeddingBenchmark() {}

	public static void main(final String... arguments) throws Exception {
		if (!FashionMnist.isInstalled()) {
			System.out.println("missing: Debian's package dataset-fashion-mnist");
			return;
		}
		final String[] cases = arguments.length > 0 ? arguments : new String[] { "umap:10000", "umap:70000:1",
			"tsne:10000:1" };
		System.out.println("method items run ours_s peer_s ratio ours_cpu_s peer_cpu_s ratio peer_compile_s ours_trust peer_trust");
		for (final String one : cases) {
			final String[] parts = one.split(":");
			if (parts[0].equals("mixture")) mixture(Integer.parseInt(parts[1]));
			else compare(parts[0], Integer.parseInt(parts[1]), parts.length > 2 ? Integer.parseInt(parts[2]) : 3);
		}
	}

	private static void compare(final String method, final int n, final int runs) throws Exception {
		final Matrix points = FashionMnist.reduced(n, COMPONENTS);
		final Path folder = Files.createTempDirectory("standout");
		final Path input = folder.resolve("points.f32");
		final Path output = folder.resolve("layout.f32");
		try {
			write(points, input);
			final Embedder embedder = method.equals("umap") ? new UmapEmbedder() : new TsneEmbedder();
			final int warm = Math.min(n, 5000);
			embedder.embed(FashionMnist.reduced(warm, COMPONENTS), Settings.DEFAULTS, Progress.NONE);
			for (int run = 1; run <= runs; run++) {
				final long start = System.nanoTime(), startCpu = cpu();
				final Matrix ours = embedder.embed(points, Settings.DEFAULTS, Progress.NONE);
				final double seconds = (System.nanoTime() - start) / 1e9, cpu = (cpu() - startCpu) / 1e9;
				final double[] peer = peer(method, input, n, output);
				System.out.printf("%s %d %d %.2f %.2f %.3f %.2f %.2f %.3f %.1f", method, n, run, seconds, peer[1], seconds / peer[1],
					cpu, peer[2], cpu / peer[2], peer[0]);
				if (run == 1) System.out.printf(" %.4f %.4f", Trustworthiness.of(points, ours, 15), Trustworthiness.of(points,
					read(output, n), 15));
				System.out.println();
			}
		}
		finally {
			Files.deleteIfExists(input);
			Files.deleteIfExists(output);
			Files.delete(folder);
		}
	}

	/** A hundred clouds, each column narrower than the one before, as principal components are. */
	private static void mixture(final int n) {
		final Random random = new Random(1);
		final double[] centers = random.doubles(100L * COMPONENTS, -2, 2).toArray();
		final float[] values = new float[n * COMPONENTS];
		for (int i = 0; i < n; i++) for (int j = 0; j < COMPONENTS; j++)
			values[i * COMPONENTS + j] = (float) ((centers[i % 100 * COMPONENTS + j] + random.nextGaussian()) / (1 + j));
		final Matrix points = Matrix.of(values, n, COMPONENTS);
		final long start = System.nanoTime();
		final Matrix layout = new UmapEmbedder().embed(points, Settings.DEFAULTS, Progress.NONE);
		final double seconds = (System.nanoTime() - start) / 1e9;
		final long peak = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
			.mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
		System.out.printf("mixture %d: %.1f s, peak heap %d MB, trustworthiness of %d points %.4f%n", n, seconds, peak >> 20,
			SAMPLE, Trustworthiness.of(points, layout, 15, SAMPLE));
	}

	/** What all threads have used, in nanoseconds: says more than the clock where others use the processors too. */
	private static long cpu() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
	}

	/** Seconds of the run that compiles, of the run itself, and of its threads together. */
	private static double[] peer(final String method, final Path input, final int n, final Path output)
		throws IOException, InterruptedException
	{
		final Process process = new ProcessBuilder("/usr/bin/python3", "-W", "ignore", PEERS, method, input.toString(), String
			.valueOf(n), String.valueOf(COMPONENTS), output.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).directory(
				new File(".")).start();
		final String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
		if (process.waitFor() != 0) throw new IOException(PEERS + " ended with " + process.exitValue() + ".");
		return Arrays.stream(said.trim().split(" ")).mapToDouble(Double::parseDouble).toArray();
	}

	private static void write(final Matrix points, final Path file) throws IOException {
		final double[] values = points.toDoubles();
		final ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
		for (final double value : values) bytes.putFloat((float) value);
		Files.write(file, bytes.array());
	}

	private static Matrix read(final Path file, final int n) throws IOException {
		final ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
		final float[] values = new float[bytes.remaining() / 4];
		bytes.asFloatBuffer().get(values);
		return Matrix.of(values, n, values.length / n);
	}
}
