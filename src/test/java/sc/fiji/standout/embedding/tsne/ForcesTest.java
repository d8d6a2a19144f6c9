package sc.fiji.standout.embedding.tsne;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.embedding.graph.Graph;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.KdTree;
import sc.fiji.standout.matrix.Progress;

/** Against the sums over all pairs, in double precision. */
class ForcesTest {

	private static final int SIZE = 3000;

	@Test
	void pushIsCloseToThatOfAllPairs() {
		for (int dimensions = 1; dimensions <= 3; dimensions++) for (final double spread : new double[] { 1e-4, 30 }) {
			final float[] layout = layout(SIZE, dimensions, spread);
			final Forces forces = new Forces(ring(SIZE), dimensions);
			forces.compute(layout, Progress.NONE);
			final double[] exact = new double[layout.length];
			final double total = push(layout, dimensions, exact);
			assertEquals(1, forces.total / total, .005, dimensions + " dimensions, spread " + spread);
			double error = 0, length = 0;
			for (int c = 0; c < exact.length; c++) {
				error += Math.pow(forces.push[c] - exact[c], 2);
				length += exact[c] * exact[c];
			}
			assertTrue(error < .0004 * length, dimensions + " dimensions, spread " + spread + ": " + Math.sqrt(error / length));
		}
	}

	@Test
	void treeIsRightAfterThePointsHaveMoved() {
		final Forces forces = new Forces(ring(SIZE), 2);
		final float[] layout = layout(SIZE, 2, 30);
		forces.compute(layout, Progress.NONE);
		final Random random = new Random(4);
		for (int c = 0; c < layout.length; c++) layout[c] += 10 * random.nextGaussian();
		forces.compute(layout, Progress.NONE);
		assertEquals(1, forces.total / push(layout, 2, new double[layout.length]), .005);
	}

	@Test
	void pullIsThatOfTheNeighbors() {
		final float[] layout = { 0, 0, 3, 0, 0, 1 };
		final Forces forces = new Forces(new Graph(new int[] { 0, 2, 3, 4 }, new int[] { 1, 2, 0, 0 }, new float[] { .2f, .3f,
			.2f, .3f }), 2);
		forces.compute(layout, Progress.NONE);
		assertArrayEquals(new float[] { -3 * .2f / 10, -.3f / 2, 3 * .2f / 10, 0, 0, .3f / 2 }, forces.pull, 1e-7f);
	}

	/** Neighbours of one point at distances 1, 2, 3 and so on: the entropy of what it gives them is that asked for. */
	@Test
	void affinitiesHaveThePerplexityAndAddUpToOne() {
		final int n = 400;
		final double[] values = new Random(3).doubles(n * 3L).toArray();
		final Graph graph = Affinities.of(KdTree.of(Matrix.of(values, n, 3), Progress.NONE).neighbors(30, Progress.NONE), 10, Progress.NONE);
		double sum = 0;
		for (final float weight : graph.weights()) sum += weight;
		assertEquals(1, sum, 1e-5);
		for (int i = 0; i < n; i++) for (int e = graph.starts()[i]; e < graph.starts()[i + 1]; e++)
			assertTrue(graph.weights()[e] > 0 && graph.weights()[e] < 1. / n);
	}

	@Test
	void duplicatesAreAllEquallyLikely() {
		final Graph graph = Affinities.of(KdTree.of(Matrix.of(new double[12], 6, 2), Progress.NONE).neighbors(5, Progress.NONE), 2,
			Progress.NONE);
		for (final float weight : graph.weights()) assertEquals(1. / 30, weight, 1e-7);
	}

	/** Clusters of very different densities. */
	private static float[] layout(final int n, final int dimensions, final double spread) {
		final Random random = new Random(dimensions);
		final float[] layout = new float[n * dimensions];
		for (int c = 0; c < layout.length; c++) {
			final int cluster = c / dimensions % 7;
			layout[c] = (float) (spread * (Math.sin(cluster * (1.3 + c % dimensions)) + .05 * cluster * random.nextGaussian()));
		}
		return layout;
	}

	private static double push(final float[] layout, final int dimensions, final double[] push) {
		final int n = layout.length / dimensions;
		double total = 0;
		for (int i = 0; i < n; i++) for (int o = 0; o < n; o++) {
			if (o == i) continue;
			double square = 1;
			for (int j = 0; j < dimensions; j++) square += Math.pow(layout[i * dimensions + j] - layout[o * dimensions + j], 2);
			total += 1 / square;
			for (int j = 0; j < dimensions; j++)
				push[i * dimensions + j] += (layout[i * dimensions + j] - layout[o * dimensions + j]) / square / square;
		}
		return total;
	}

	private static Graph ring(final int n) {
		final int[] starts = new int[n + 1];
		final int[] targets = new int[2 * n];
		final float[] weights = new float[2 * n];
		for (int i = 0; i < n; i++) {
			starts[i + 1] = 2 * i + 2;
			targets[2 * i] = (i + 1) % n;
			targets[2 * i + 1] = (i + n - 1) % n;
			weights[2 * i] = weights[2 * i + 1] = .5f / n;
		}
		return new Graph(starts, targets, weights);
	}
}
