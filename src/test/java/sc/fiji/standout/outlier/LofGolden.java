package sc.fiji.standout.outlier;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;

import sc.fiji.standout.matrix.Matrix;

/** What scikit-learn 1.9.1's LocalOutlierFactor (20 neighbors) says of a set of points. */
record LofGolden(Matrix points, double[] negativeOutlierFactor) {

	static LofGolden read(final int set) {
		final double[][] rows = table("points_" + set + ".csv", 0);
		final double[] values = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
		return new LofGolden(Matrix.of(values, rows.length, rows[0].length), Arrays.stream(table("expected_" + set + ".csv",
			1)).mapToDouble(row -> row[0]).toArray());
	}

	private static double[][] table(final String name, final int header) {
		final File file = new File("../shared/reference/lof/" + name);
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
