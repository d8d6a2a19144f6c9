package sc.fiji.standout.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

class DamlTest {

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5, 6 })
	void agreesWithTheReference(final int set) {
		final DamlGolden golden = DamlGolden.read(set);
		final int fewest = (int) golden.number("min_samples");
		final DamlHierarchy hierarchy = new DamlHierarchy(PrimTree.dendrogram(golden.points(), Progress.NONE));
		assertEquals((int) golden.number("max_clusters"), hierarchy.clusterCount());
		final java.util.Map<Integer, Integer> last = DamlMerges.lastLevels(golden.points(), hierarchy, fewest,
			Progress.NONE);
		assertEquals(golden.lastLevels(), new java.util.TreeMap<>(last));
		assertEquals(golden.number("mean_std"), DamlDuplicates.spread(hierarchy, last, fewest), 1e-7 * golden.number(
			"mean_std"));
		final Clustering found = new DamlClusterer().cluster(golden.points(), Settings.DEFAULTS, Progress.NONE);
		final boolean[] noise = new boolean[found.labels().length];
		for (int i = 0; i < noise.length; i++) noise[i] = found.labels()[i] < 0;
		assertEquals(golden.list("outliers"), DamlGolden.flagged(noise));
		assertEquals(golden.list("potential_outliers"), DamlGolden.flagged(found.findings().potentialOutliers()));
		assertEquals(golden.list("duplicates"), DamlGolden.groups(found.findings().duplicateGroups()));
		assertEquals(golden.list("near_duplicates"), DamlGolden.groups(found.findings().nearDuplicateGroups()));
	}

	/** The first version, DAML, kept 16-bit floats; its spread of the first set is written down in algorithms.md. */
	@Test
	void sixteenBitFloatsGiveTheSpreadOfTheFirstVersion() {
		final DamlGolden golden = DamlGolden.read(0);
		final int fewest = (int) golden.number("min_samples");
		final DamlHierarchy hierarchy = new DamlHierarchy(PrimTree.dendrogram(golden.points(), Progress.NONE), DamlTest::half);
		final java.util.Map<Integer, Integer> last = DamlMerges.lastLevels(golden.points(), hierarchy, fewest,
			Progress.NONE);
		assertEquals(golden.lastLevels(), new java.util.TreeMap<>(last));
		assertEquals(0.07906, DamlDuplicates.spread(hierarchy, last, fewest), 5e-6);
		assertEquals(0.07905, golden.number("mean_std"), 5e-6);
	}

	/** Rounds to the nearest number of 11 significant bits, ties to even, as 16-bit floats hold them down to 6e-5. */
	private static double half(final double value) {
		if (value == 0) return 0;
		final double unit = Math.scalb(1.0, Math.max(-14, Math.getExponent(value)) - 10);
		return Math.rint(value / unit) * unit;
	}

	/** Random sets, some with ties or duplicates; expected values by make.py beside them. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 27, 31, 32, 50, 51, 58 })
	void agreesWithTheRulesWrittenDownInPython(final int seed) throws Exception {
		final List<String> lines = lines("points_" + seed + ".csv");
		final double[] values = lines.stream().flatMapToDouble(line -> java.util.Arrays.stream(line.split(",")).mapToDouble(
			Double::parseDouble)).toArray();
		final Clustering found = new DamlClusterer().cluster(Matrix.of(values, lines.size(), values.length / lines.size()),
			Settings.DEFAULTS, Progress.NONE);
		final boolean[] noise = new boolean[lines.size()];
		for (int i = 0; i < noise.length; i++) noise[i] = found.labels()[i] < 0;
		assertEquals(lines("expected_" + seed + ".txt"), List.of(DamlGolden.flagged(noise), DamlGolden.flagged(found.findings()
			.potentialOutliers()), DamlGolden.groups(found.findings().duplicateGroups()), DamlGolden.groups(found.findings()
				.nearDuplicateGroups())));
	}

	private static List<String> lines(final String name) throws java.io.IOException {
		try (java.io.InputStream in = DamlTest.class.getResourceAsStream("/daml/" + name)) {
			return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines().toList();
		}
	}

	@Test
	void anyNumberOfThreadsGivesTheSame() throws Exception {
		final Matrix points = groups(900, 6, 0, 12, 30);
		final Clustering one = Parallel.withThreads(1, () -> new DamlClusterer().cluster(points, Settings.DEFAULTS,
			Progress.NONE));
		final Clustering three = Parallel.withThreads(3, () -> new DamlClusterer().cluster(points, Settings.DEFAULTS,
			Progress.NONE));
		assertArrayEquals(one.labels(), three.labels());
		assertArrayEquals(one.probabilities(), three.probabilities());
		assertArrayEquals(one.findings().nearDuplicateGroups(), three.findings().nearDuplicateGroups());
		assertArrayEquals(one.dendrogram().distances(), three.dendrogram().distances());
	}

	@Test
	void farPointsAreNoiseAndMembersHaveAProbability() {
		final double[] values = groups(300, 2, 0, 100, 200).toDoubles();
		values[0] = 1000;
		values[1] = -1000;
		final Clustering found = new DamlClusterer().cluster(Matrix.of(values, 300, 2), Settings.DEFAULTS, Progress.NONE);
		assertEquals(-1, found.labels()[0]);
		for (int i = 0; i < 300; i++) {
			final double probability = found.probabilities()[i];
			assertTrue(found.labels()[i] < 0 ? probability == 0 : probability > 0 && probability <= 1, i + ": " + probability);
		}
		assertTrue(DoubleStream.of(found.probabilities()).filter(p -> p == 1).count() > 100);
	}

	/** Two groups of copies each, and one point twice with a gap a little larger than that of copies. */
	@Test
	void copiesAreDuplicates() {
		final double[] values = groups(200, 3, 0, 20).toDoubles();
		for (int j = 0; j < 3; j++) {
			values[3 * 7 + j] = values[3 * 5 + j];
			values[3 * 9 + j] = values[3 * 5 + j];
			values[3 * 150 + j] = values[3 * 100 + j];
		}
		final Findings found = new DamlClusterer().cluster(Matrix.of(values, 200, 3), Settings.DEFAULTS, Progress.NONE)
			.findings();
		assertEquals("[[5, 7, 9], [100, 150]]", DamlGolden.groups(found.duplicateGroups()));
	}

	@Test
	void pairsWithinARadiusAreThoseOfTheDefinition() {
		final Matrix points = groups(700, 3, 0, 4);
		final java.util.Set<Long> found = new java.util.TreeSet<>();
		sc.fiji.standout.matrix.PairSearch.within(points, 0.8, Progress.NONE, (i, j, distance) -> {
			assertTrue(found.add(Math.min(i, j) * 1000L + Math.max(i, j)), i + " and " + j + " came twice");
			assertEquals(distance(points, i, j), distance, 1e-12);
		});
		long count = 0;
		for (int i = 0; i < 700; i++) for (int j = i + 1; j < 700; j++) if (distance(points, i, j) <= 0.8) {
			count++;
			assertTrue(found.contains(i * 1000L + j));
		}
		assertEquals(count, found.size());
		assertTrue(count > 1000, count + " pairs");
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 3, 4, 10, 3000 })
	void itemsAllAlikeAreOneClusterWithoutOutliers(final int n) {
		final Clustering found = new DamlClusterer().cluster(Matrix.of(new double[2 * n], n, 2), Settings.DEFAULTS,
			Progress.NONE);
		assertArrayEquals(new int[n], found.labels());
		for (int i = 0; i < n; i++) assertEquals(1, found.probabilities()[i]);
	}

	/** By the rule, all merges at no distance are good for nothing, and each group's first points count as too small. */
	@Test
	void duplicatesByTheThousandInOneDimension() {
		final double[] values = new double[4000];
		for (int i = 0; i < 4000; i++) values[i] = i % 5 == 0 ? 3 : i % 5 == 1 ? 3.5 : 9;
		final Clustering found = new DamlClusterer().cluster(Matrix.of(values, 4000, 1), Settings.DEFAULTS, Progress.NONE);
		for (int i = 1000; i < 4000; i++) assertEquals(i % 5 == 0 ? 1 : i % 5 == 1 ? 2 : 0, found.labels()[i], "item " + i);
	}

	@Test
	void onePointIsRefusedInOneSentence() {
		assertEquals("DAML clustering needs at least 2 items, but there is 1.", assertThrows(IllegalArgumentException.class,
			() -> new DamlClusterer().cluster(Matrix.of(new double[] { 1, 2 }, 1, 2), Settings.DEFAULTS, Progress.NONE))
				.getMessage());
	}

	@Test
	void cancellingEndsTheClusteringSoon() {
		final Matrix points = groups(20000, 24, 0, 5);
		final long start = System.nanoTime();
		final Progress late = new Progress() {

			@Override
			public void report(final double fraction) {}

			@Override
			public boolean isCanceled() {
				return System.nanoTime() - start > 5e8;
			}
		};
		assertThrows(CancellationException.class, () -> new DamlClusterer().cluster(points, Settings.DEFAULTS, late));
		assertTrue((System.nanoTime() - start) / 1e9 < 3.5);
	}

	private static double distance(final Matrix points, final int i, final int j) {
		double sum = 0;
		for (int c = 0; c < points.columns(); c++) sum += Math.pow(points.get(i, c) - points.get(j, c), 2);
		return Math.sqrt(sum);
	}

	private static Matrix groups(final int n, final int d, final double... centers) {
		final Random random = new Random(7);
		final double[] values = new double[n * d];
		for (int i = 0; i < values.length; i++) values[i] = random.nextGaussian() + centers[i / d % centers.length];
		return Matrix.of(values, n, d);
	}
}
