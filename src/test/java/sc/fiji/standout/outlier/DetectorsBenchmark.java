package sc.fiji.standout.outlier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/**
 * Times of the detectors beside those of scikit-learn on the same points, Fashion-MNIST in 24 components, and how alike
 * the orders of the scores are. Arguments: the numbers of items, 10000 and 70000 unless given.
 */
public final class DetectorsBenchmark {

	private DetectorsBenchmark() {}

	/** One of ours, and the peers whose scores it is compared with; the time is that of the first. */
	private record Row(String name, OutlierDetector detector, Settings settings, String... peers) {}

	private static final List<Row> ROWS = List.of( //
		new Row("Isolation Forest, 100 trees", new IsolationForestOutliers(), Settings.of("trees", 100), "forest100",
			"forest100again", "forest300"), //
		new Row("Isolation Forest, default trees", new IsolationForestOutliers(), Settings.DEFAULTS, "forest100",
			"forest100again", "forest300"), //
		new Row("LOF", new LocalOutlierFactorOutliers(), Settings.DEFAULTS, "lof"), //
		new Row("Neighbor Distance, 5 neighbors", new NeighborDistanceOutliers(), Settings.of("neighbors", 5), "distance"), //
		new Row("PCA Residual, 8 components", new PcaResidualOutliers(), Settings.of("components", 8), "residual"));

	public static void main(final String... arguments) throws Exception {
		final List<String> sizes = arguments.length > 0 ? List.of(arguments) : List.of("10000", "70000");
		final Path folder = Files.createTempDirectory("detectors");
		final Map<String, Double> seconds = peers(folder, sizes);
		for (final String size : sizes) {
			final int n = Integer.parseInt(size);
			final FloatBuffer raw = bytes(folder, "data_" + n).asFloatBuffer();
			final float[] values = new float[raw.remaining()];
			raw.get(values);
			final Evidence evidence = new Evidence(Matrix.of(values, n, values.length / n), null);
			System.out.printf("%n%d x %d: ours, scikit-learn, ratio, rank correlations%n", n, values.length / n);
			final double[] first = scores(folder, "forest100", n);
			System.out.printf("forest100 of scikit-learn with forest100again %.4f, with forest300 %.4f%n", correlation(first,
				scores(folder, "forest100again", n)), correlation(first, scores(folder, "forest300", n)));
			for (final Row row : ROWS) measure(row, evidence, folder, seconds);
		}
		try (var files = Files.list(folder)) {
			for (final Path file : files.toList()) Files.delete(file);
		}
		Files.delete(folder);
	}

	private static void measure(final Row row, final Evidence evidence, final Path folder,
		final Map<String, Double> seconds) throws IOException
	{
		final int n = evidence.points().rows();
		double best = Double.POSITIVE_INFINITY;
		double[] scores = null;
		for (int run = 0; run < 3; run++) {
			final long start = System.nanoTime();
			scores = row.detector().detect(evidence, row.settings(), Progress.NONE).scores();
			best = Math.min(best, (System.nanoTime() - start) / 1e9);
		}
		final double peer = seconds.get(row.peers()[0] + " " + n);
		final StringBuilder line = new StringBuilder(String.format("%-32s %7.2f s %8.2f s  %6.3f ", row.name(), best, peer,
			best / peer));
		for (final String name : row.peers()) line.append(String.format("  %s %.4f", name, correlation(scores, scores(folder,
			name, n))));
		System.out.println(line);
	}

	/** Lets scikit-learn do its part. */
	private static Map<String, Double> peers(final Path folder, final List<String> sizes) throws Exception {
		final List<String> command = new ArrayList<>(List.of("/usr/bin/python3", "scripts/peers/detectors.py", folder
			.toString()));
		command.addAll(sizes);
		final Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		final Map<String, Double> seconds = new HashMap<>();
		for (final String line : new String(process.getInputStream().readAllBytes()).split("\n")) {
			final String[] words = line.split(" ");
			if (words.length == 3) seconds.put(words[0] + " " + words[1], Double.parseDouble(words[2]));
		}
		if (process.waitFor() != 0) throw new IllegalStateException("scripts/peers/detectors.py failed.");
		return seconds;
	}

	private static double[] scores(final Path folder, final String name, final int n) throws IOException {
		final DoubleBuffer raw = bytes(folder, name + "_" + n).asDoubleBuffer();
		final double[] scores = new double[raw.remaining()];
		raw.get(scores);
		return scores;
	}

	private static ByteBuffer bytes(final Path folder, final String name) throws IOException {
		return ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name + ".raw"))).order(ByteOrder.LITTLE_ENDIAN);
	}

	/** Spearman's rank correlation. */
	private static double correlation(final double[] a, final double[] b) {
		final double[] x = Ranks.of(a);
		final double[] y = Ranks.of(b);
		final double meanX = Arrays.stream(x).average().orElse(0);
		final double meanY = Arrays.stream(y).average().orElse(0);
		double xy = 0;
		double xx = 0;
		double yy = 0;
		for (int i = 0; i < x.length; i++) {
			xy += (x[i] - meanX) * (y[i] - meanY);
			xx += (x[i] - meanX) * (x[i] - meanX);
			yy += (y[i] - meanY) * (y[i] - meanY);
		}
		return xy / Math.sqrt(xx * yy);
	}
}
