package sc.fiji.standout.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import sc.fiji.standout.matrix.Matrix;

/** What hdbscan 0.8.43 of scikit-learn-contrib says of a set of points: rows of label, probability, outlier score. */
record HdbscanGolden(int set, int minClusterSize, int minSamples, Matrix points, double[][] expected) {

	private static final double TOLERANCE = 1e-9;

	static HdbscanGolden read(final int set) {
		final double[] index = table("index.csv", 1)[set];
		final double[][] rows = table("points_" + set + ".csv", 0);
		final double[] values = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
		return new HdbscanGolden(set, (int) index[1], (int) index[2], Matrix.of(values, rows.length, rows[0].length), table(
			"expected_" + set + ".csv", 1));
	}

	/** All labels up to renaming, all probabilities and all scores. */
	void assertEqual(final Clustering found) {
		final Map<Integer, Integer> names = new HashMap<>();
		final Map<Integer, Integer> back = new HashMap<>();
		names.put(-1, -1);
		back.put(-1, -1);
		for (int i = 0; i < expected.length; i++) {
			final int label = (int) expected[i][0];
			names.putIfAbsent(label, found.labels()[i]);
			back.putIfAbsent(found.labels()[i], label);
			assertEquals(names.get(label), found.labels()[i], "label of point " + i);
			assertEquals(back.get(found.labels()[i]), label, "label of point " + i);
			assertEquals(expected[i][1], found.probabilities()[i], TOLERANCE, "probability of point " + i);
			assertEquals(expected[i][2], found.outlierScores()[i], TOLERANCE, "score of point " + i);
		}
	}

	private static double[][] table(final String name, final int header) {
		final File file = new File("../shared/reference/hdbscan/" + name);
		assumeTrue(file.exists(), "missing: " + file);
		try {
			return Files.readAllLines(file.toPath()).stream().skip(header).map(line -> Arrays.stream(line.split(","))
				.mapToDouble(Double::parseDouble).toArray()).toArray(double[][]::new);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
