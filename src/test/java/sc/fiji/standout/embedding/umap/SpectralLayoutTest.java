package sc.fiji.standout.embedding.umap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.embedding.graph.Graph;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;

class SpectralLayoutTest {

	/** On a path of equal edges, the eigenvectors are cosines weighted with the roots of the degrees (Chung 1997). */
	@Test
	void findsTheCosinesOfAPath() {
		final int n = 80;
		final double[][] vectors = SpectralLayout.of(path(n, n), new double[0][], 2, 1, Progress.NONE);
		for (int c = 0; c < 2; c++) {
			double dot = 0, squares = 0, length = 0;
			for (int i = 0; i < n; i++) {
				final double root = i == 0 || i == n - 1 ? 1 : Math.sqrt(2);
				final double expected = root * Math.cos(Math.PI * (c + 1) * i / (n - 1));
				dot += expected * vectors[c][i];
				squares += expected * expected;
				length += vectors[c][i] * vectors[c][i];
			}
			assertEquals(1, length, 1e-12);
			assertTrue(Math.abs(dot) / Math.sqrt(squares) > .999, "vector " + c + ": " + dot / Math.sqrt(squares));
		}
	}

	@Test
	void findsAndCutsOutTheComponents() {
		final Graph graph = path(10, 4);
		final List<int[]> components = graph.components();
		assertEquals(3, components.size());
		assertArrayEquals(new int[] { 4, 5, 6, 7 }, components.get(1));
		assertArrayEquals(new int[] { 8, 9 }, components.get(2));
		final Graph second = graph.restrict(components.get(1));
		assertArrayEquals(new int[] { 0, 1, 3, 5, 6 }, second.starts());
		assertArrayEquals(new int[] { 1, 0, 2, 1, 3, 2 }, second.targets());
	}

	/** Two paths far apart: each is laid out along itself, and they stay apart. */
	@Test
	void componentsKeepTheirPlaces() {
		final int n = 120;
		final double[] points = new double[2 * n];
		for (int i = 0; i < n; i++) {
			points[2 * i] = i < 60 ? 0 : 1000;
			points[2 * i + 1] = i % 60;
		}
		final float[] layout = InitialLayout.of(path(n, 60), Matrix.of(points, n, 2), 2, 1, Progress.NONE);
		for (int i = 0; i < n; i++) {
			assertEquals(i < 60, layout[2 * i] < 5 == layout[0] < 5);
			assertTrue(layout[2 * i] >= 0 && layout[2 * i] <= 10);
			assertTrue(layout[2 * i + 1] >= 0 && layout[2 * i + 1] <= 10);
		}
	}

	/** Paths of so many vertices each, with edges of weight 1. */
	private static Graph path(final int n, final int length) {
		final int[] starts = new int[n + 1];
		final int[] targets = new int[2 * n];
		int m = 0;
		for (int i = 0; i < n; i++) {
			if (i % length > 0) targets[m++] = i - 1;
			if (i % length < length - 1 && i < n - 1) targets[m++] = i + 1;
			starts[i + 1] = m;
		}
		final float[] weights = new float[m];
		Arrays.fill(weights, 1);
		return new Graph(starts, Arrays.copyOf(targets, m), weights);
	}
}
