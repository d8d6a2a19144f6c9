package sc.fiji.standout.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.standout.embedding.CancelAt;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

class HdbscanTest {

	private static final Progress CANCELED = new CancelAt(0);

	/** HDBSCAN divides some of these into clusters of six or seven points, and noise. */
	@Test
	void aFewPointsThatAreNearByChanceAreNoCluster() {
		int divided = 0;
		for (int seed = 0; seed < 20; seed++) {
			final Matrix points = Matrix.of(new Random(seed).doubles(300 * 24).toArray(), 300, 24);
			final Clustering found = new HdbscanClusterer().cluster(points, Settings.DEFAULTS, Progress.NONE);
			assertEquals(1, found.count());
			assertTrue(Arrays.stream(found.labels()).filter(label -> label == 0).count() > 270);
			final Clustering asked = new HdbscanClusterer().cluster(points, Settings.of("size", 6, "samples", 6), Progress.NONE);
			if (asked.count() > 1) divided++;
		}
		assertTrue(divided > 0, "what was asked for is done");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5 })
	void agreesWithTheReference(final int set) {
		final HdbscanGolden golden = HdbscanGolden.read(set);
		golden.assertEqual(new Hdbscan(golden.minClusterSize(), golden.minSamples()).cluster(golden.points(),
			Progress.NONE));
	}

	@Test
	void anyNumberOfThreadsGivesTheSame() throws Exception {
		final Matrix points = groups(600, 5, 0, 40, 80);
		final Clustering one = Parallel.withThreads(1, () -> new Hdbscan(10, 5).cluster(points, Progress.NONE));
		final Clustering two = Parallel.withThreads(2, () -> new Hdbscan(10, 5).cluster(points, Progress.NONE));
		assertArrayEquals(one.labels(), two.labels());
		assertArrayEquals(one.probabilities(), two.probabilities());
		assertArrayEquals(one.outlierScores(), two.outlierScores());
	}

	@Test
	void farGroupsAreClustersAndALonePointIsNoise() {
		final double[] values = groups(300, 2, 0, 100, 200).toDoubles();
		values[0] = 1000;
		final Clustering found = new HdbscanClusterer().cluster(Matrix.of(values, 300, 2), Settings.of("size", 20),
			Progress.NONE);
		assertEquals(3, found.count());
		assertEquals(-1, found.labels()[0]);
		assertEquals(0, found.probabilities()[0]);
		assertTrue(found.outlierScores()[0] > 0.95);
	}

	@Test
	void manyIdenticalPointsInAClusterLeaveTheOthersTheirProbability() {
		final double[] values = groups(400, 2, 0, 100).toDoubles();
		for (int i = 0; i < 60; i++) values[4 * i] = values[4 * i + 1] = 0;
		final Clustering found = new Hdbscan(20, 5).cluster(Matrix.of(values, 400, 2), Progress.NONE);
		for (int i = 0; i < 400; i++) {
			assertTrue(found.probabilities()[i] >= 0 && found.probabilities()[i] <= 1);
			assertTrue(found.outlierScores()[i] >= 0 && found.outlierScores()[i] <= 1);
		}
		for (int i = 0; i < 60; i++) {
			assertEquals(1, found.probabilities()[2 * i]);
			assertEquals(0, found.outlierScores()[2 * i]);
		}
	}

	@Test
	void itemsAllAlikeAreOneCluster() {
		final Clustering found = new HdbscanClusterer().cluster(Matrix.of(new float[500 * 3], 500, 3), Settings.DEFAULTS,
			Progress.NONE);
		for (int i = 0; i < 500; i++) {
			assertEquals(0, found.labels()[i]);
			assertEquals(1, found.probabilities()[i]);
			assertEquals(0, found.outlierScores()[i]);
		}
	}

	@Test
	void onePopulationIsOneClusterAndWhatLiesFarOutIsNoise() {
		final double[] values = groups(500, 3, 0).toDoubles();
		for (int i = 0; i < 5; i++) values[3 * i] = 50 + 20 * i;
		final Matrix points = Matrix.of(values, 500, 3);
		final Clustering asked = new HdbscanClusterer().cluster(points, Settings.of("size", 300), Progress.NONE);
		assertArrayEquals(new Hdbscan(300, 100).cluster(points, Progress.NONE).outlierScores(), asked.outlierScores());
		assertEquals(0, asked.count());
		final Clustering found = new HdbscanClusterer().cluster(points, Settings.DEFAULTS, Progress.NONE);
		assertEquals(1, found.count());
		int noise = 0;
		for (final int label : found.labels()) if (label < 0) noise++;
		for (int i = 0; i < 5; i++) assertEquals(-1, found.labels()[i]);
		assertTrue(noise < 60, noise + " of 500 are noise");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4 })
	void fewerItemsThanACluster(final int n) {
		final Matrix points = Matrix.of(new Random(1).doubles(n).toArray(), n, 1);
		final Clustering found = new HdbscanClusterer().cluster(points, Settings.DEFAULTS, Progress.NONE);
		for (int i = 0; i < n; i++) {
			assertTrue(found.probabilities()[i] >= 0 && found.probabilities()[i] <= 1);
			assertTrue(found.outlierScores()[i] >= 0 && found.outlierScores()[i] <= 1);
		}
		assertArrayEquals(new int[] { -1, -1, -1, -1 }, Arrays.copyOf(new Hdbscan(5, 5).cluster(Matrix.of(
			new double[] { 1, 2, 3, 4 }, 4, 1), Progress.NONE).labels(), 4));
	}

	@Test
	void defaultsGrowWithTheStack() {
		assertEquals(new Hdbscan(5, 5), HdbscanClusterer.hdbscan(100, Settings.DEFAULTS));
		assertEquals(new Hdbscan(20, 20), HdbscanClusterer.hdbscan(1000, Settings.DEFAULTS));
		assertEquals(new Hdbscan(2000, 100), HdbscanClusterer.hdbscan(100000, Settings.DEFAULTS));
		assertEquals(new Hdbscan(7, 7), HdbscanClusterer.hdbscan(1000, Settings.of("size", 7)));
		assertEquals(new Hdbscan(7, 3), HdbscanClusterer.hdbscan(1000, Settings.of("size", 7, "samples", 3)));
	}

	@Test
	void wrongSettingsAreRefusedInOneSentence() {
		final Matrix points = groups(50, 2, 0);
		for (final String size : new String[] { "1", "-3", "many" }) {
			final String message = assertThrows(IllegalArgumentException.class, () -> new HdbscanClusterer().cluster(points,
				Settings.of("size", size), Progress.NONE)).getMessage();
			assertTrue(message.startsWith("size=" + size + " must be"), message);
		}
		assertThrows(IllegalArgumentException.class, () -> new Hdbscan(5, 0));
		assertThrows(IllegalArgumentException.class, () -> new Hdbscan(1, 5));
	}

	@Test
	void cancellingEndsTheClustering() {
		assertThrows(CancellationException.class, () -> new Hdbscan(5, 5).cluster(groups(50, 2, 0), CANCELED));
	}

	/** Standard normal groups around (center, 0, 0, ...), item i in group i modulo their number. */
	private static Matrix groups(final int n, final int d, final double... centers) {
		final Random random = new Random(7);
		final double[] values = new double[n * d];
		for (int i = 0; i < values.length; i++) values[i] = random.nextGaussian() + (i % d == 0 ? centers[i / d %
			centers.length] : 0);
		return Matrix.of(values, n, d);
	}
}
