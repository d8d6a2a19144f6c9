package sc.fiji.standout.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

class ClusterSelectionTest {

	private static final ClusterSelection.Method EOM = ClusterSelection.Method.EOM;
	private static final ClusterSelection.Method LEAF = ClusterSelection.Method.LEAF;

	/**
	 * Random groups of random width, all choices, against an implementation that shares no code. One sample, since more
	 * make edges of equal weight, of which each implementation takes its own.
	 */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void allChoicesAreThoseOfTheDefinition(final int seed) {
		final Random random = new Random(seed);
		final double[][] points = new double[160][2];
		final double[][] groups = new double[6][3];
		for (final double[] group : groups) for (int j = 0; j < 3; j++) group[j] = j < 2 ? 12 * random.nextDouble() : 0.2 +
			random.nextDouble();
		for (int i = 0; i < points.length; i++) {
			final double[] group = groups[i % (2 + seed % 5)];
			for (int j = 0; j < 2; j++) points[i][j] = group[j] + group[2] * random.nextGaussian();
		}
		final int size = 4 + seed;
		final HdbscanByDefinition definition = new HdbscanByDefinition(points, size, 1);
		for (final ClusterSelection.Method method : ClusterSelection.Method.values()) {
			for (final double epsilon : new double[] { 0, 0.2, 0.4, 0.7, 1, 1.5, 3, 100 }) {
				for (final boolean single : new boolean[] { false, true }) {
					final int[] found = new Hdbscan(size, 1, new ClusterSelection(method, epsilon, single)).cluster(matrix(
						points), Progress.NONE).labels();
					HierarchicalTest.assertSamePartition(definition.labels(method == LEAF, epsilon, single), found, method + " " +
						epsilon + " " + single);
				}
			}
		}
	}

	/** Two pairs of groups: 0 and 3 apart 3, 30 and 33 likewise. */
	@Test
	void epsilonJoinsWhatIsNearerAndLeafDividesWhatLastsLong() {
		final double[][] points = new double[80][1];
		for (int i = 0; i < 80; i++) points[i][0] = new double[] { 0, 3, 30, 33 }[i / 20] + 0.01 * (i % 20) + 1e-5 * i * i;
		assertEquals(4, count(points, LEAF, 0, false));
		assertEquals(4, count(points, LEAF, 2, false));
		assertEquals(2, count(points, LEAF, 5, false));
		assertEquals(2, count(points, EOM, 5, false));
		// all are nearer than 100, and the root is not allowed: what is right below it
		assertEquals(2, count(points, LEAF, 100, false));
		assertEquals(1, count(points, LEAF, 100, true));
		final int[] labels = new Hdbscan(10, 3, new ClusterSelection(LEAF, 5, false)).cluster(matrix(points), Progress.NONE)
			.labels();
		for (int i = 0; i < 80; i++) assertEquals(labels[i / 40 * 40], labels[i]);
	}

	@Test
	void oneGroupIsOneClusterOnlyWhereThatIsAllowed() {
		final Random random = new Random(4);
		final double[][] points = new double[100][2];
		for (final double[] point : points) for (int j = 0; j < 2; j++) point[j] = random.nextGaussian();
		assertEquals(0, new Hdbscan(30, 5).cluster(matrix(points), Progress.NONE).count());
		assertEquals(1, new Hdbscan(30, 5, new ClusterSelection(EOM, 0, true)).cluster(matrix(points), Progress.NONE)
			.count());
		// a larger epsilon takes more of it in
		final int few = members(points, 0.3);
		final int many = members(points, 1);
		assertTrue(few < many && many > 80, few + " and " + many);
	}

	@Test
	void settingsOfTheCommandReachTheMethod() {
		assertEquals(new ClusterSelection(LEAF, 0.5, true), HdbscanClusterer.hdbscan(100, Settings.of("selection", "Leaf",
			"epsilon", 0.5, "single", true)).selection());
		assertEquals(ClusterSelection.DEFAULT, HdbscanClusterer.hdbscan(100, Settings.DEFAULTS).selection());
		assertEquals("selection=Root does not exist; it must be EOM or Leaf.", assertThrows(IllegalArgumentException.class,
			() -> HdbscanClusterer.hdbscan(100, Settings.of("selection", "Root"))).getMessage());
		assertTrue(assertThrows(IllegalArgumentException.class, () -> HdbscanClusterer.hdbscan(100, Settings.of("epsilon",
			-1))).getMessage().startsWith("epsilon=-1 must be a number"));
	}

	@Test
	void itemsAllAlikeAndFewItems() {
		for (final ClusterSelection.Method method : ClusterSelection.Method.values()) {
			for (int n = 1; n < 4; n++) assertEquals(n, new Hdbscan(5, 5, new ClusterSelection(method, 1, true)).cluster(matrix(
				new double[n][1]), Progress.NONE).labels().length);
		}
		assertArrayEquals(new int[50], new Hdbscan(5, 5, new ClusterSelection(EOM, 0, true)).cluster(matrix(
			new double[50][1]), Progress.NONE).labels());
	}

	private static int members(final double[][] points, final double epsilon) {
		int count = 0;
		for (final int label : new Hdbscan(30, 5, new ClusterSelection(EOM, epsilon, true)).cluster(matrix(points),
			Progress.NONE).labels()) if (label == 0) count++;
		return count;
	}

	private static int count(final double[][] points, final ClusterSelection.Method method, final double epsilon,
		final boolean single)
	{
		return new Hdbscan(10, 3, new ClusterSelection(method, epsilon, single)).cluster(matrix(points), Progress.NONE)
			.count();
	}

	private static Matrix matrix(final double[][] points) {
		return Matrix.of(java.util.Arrays.stream(points).flatMapToDouble(java.util.Arrays::stream).toArray(), points.length,
			points[0].length);
	}
}
