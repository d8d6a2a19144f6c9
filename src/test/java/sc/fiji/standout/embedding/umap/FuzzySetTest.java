package sc.fiji.standout.embedding.umap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.embedding.graph.Graph;
import sc.fiji.standout.matrix.KdTree;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Neighbors;
import sc.fiji.standout.matrix.Progress;

/** Against umap-learn 0.5.3, {@code fuzzy_simplicial_set(blobs, n_neighbors=10)}: its upper triangle. */
class FuzzySetTest {

	@Test
	void agreesWithUmapLearnByEuclideanDistance() throws IOException {
		check("euclidean", Metric.EUCLIDEAN, 2e-4);
	}

	@Test
	void agreesWithUmapLearnByCosineDistance() throws IOException {
		check("cosine", Metric.COSINE, 2e-4);
	}

	private static void check(final String name, final Metric metric, final double tolerance) throws IOException {
		final Matrix points = metric.prepare(blobs());
		final Graph graph = FuzzySet.of(metric.finish(KdTree.of(points, Progress.NONE).neighbors(9, Progress.NONE)), Progress.NONE);
		final int n = points.rows();
		final double[] expected = new double[n * n];
		try (InputStream in = FuzzySetTest.class.getResourceAsStream("/umap/fuzzy_" + name + ".csv")) {
			for (final String line : new String(in.readAllBytes(), StandardCharsets.US_ASCII).split("\n")) {
				final String[] cells = line.split(",");
				final int i = Integer.parseInt(cells[0]), j = Integer.parseInt(cells[1]);
				expected[i * n + j] = expected[j * n + i] = Double.parseDouble(cells[2]);
			}
		}
		final double[] found = new double[n * n];
		for (int i = 0; i < n; i++) for (int e = graph.starts()[i]; e < graph.starts()[i + 1]; e++)
			found[i * n + graph.targets()[e]] = graph.weights()[e];
		assertArrayEquals(expected, found, tolerance);
	}

	private static Matrix blobs() throws IOException {
		final File file = new File("../shared/data/blobs.csv");
		assumeTrue(file.exists(), "missing: " + file);
		final List<String> lines = Files.readAllLines(file.toPath());
		final double[] values = new double[2 * (lines.size() - 1)];
		for (int i = 0; i < values.length / 2; i++) {
			final String[] cells = lines.get(i + 1).split(",");
			values[2 * i] = Double.parseDouble(cells[1]);
			values[2 * i + 1] = Double.parseDouble(cells[2]);
		}
		return Matrix.of(values, values.length / 2, 2);
	}

	@Test
	void identicalPointsBelongTogetherFully() {
		final Neighbors neighbors = KdTree.of(Matrix.of(new double[12], 6, 2), Progress.NONE).neighbors(3, Progress.NONE);
		final Graph graph = FuzzySet.of(neighbors, Progress.NONE);
		assertTrue(graph.weights().length > 0);
		for (final float weight : graph.weights()) assertEquals(1, weight);
	}

	/** Cosine distances by the definition; a point without direction is at distance 1 from all that have one. */
	@Test
	void cosineDistances() {
		final Matrix points = Matrix.of(new double[] { 2, 0, 0, 3, 1e-200, 1e-200, 0, 0 }, 4, 2);
		final Neighbors found = Metric.COSINE.finish(KdTree.of(Metric.COSINE.prepare(points), Progress.NONE).neighbors(3, Progress.NONE));
		final double diagonal = 1 - Math.sqrt(.5);
		assertArrayEquals(new int[] { 2, 1, 3 }, new int[] { found.index(0, 0), found.index(0, 1), found.index(0, 2) });
		final double[] expected = { diagonal, 1, 1, diagonal, 1, 1, diagonal, diagonal, 1, 1, 1, 1 };
		assertArrayEquals(expected, found.distances(), 1e-15);
	}

	/** Worked by hand: weights .5 and .2 between 0 and 1, .3 from 2 to 0 alone. */
	@Test
	void unionOfBothDirections() {
		final Graph graph = new Graph(new int[] { 0, 1, 2, 3 }, new int[] { 1, 0, 0 }, new float[] { .5f, .2f, .3f });
		final Graph both = graph.symmetrize((a, b) -> a + b - a * b, Progress.NONE);
		assertArrayEquals(new int[] { 0, 2, 3, 4 }, both.starts());
		assertArrayEquals(new int[] { 1, 2, 0, 0 }, both.targets());
		assertArrayEquals(new float[] { .6f, .3f, .6f, .3f }, both.weights(), 1e-6f);
		assertArrayEquals(new int[] { 1, 0 }, both.prune(.5f).targets());
		assertEquals(.6f, both.heaviest(), 1e-6f);
	}
}
