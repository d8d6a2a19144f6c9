package sc.fiji.standout.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

class HierarchicalTest {

	/** Sets with and without ties; expected values by scikit-learn, see make.py beside them. */
	@ParameterizedTest
	@ValueSource(strings = { "groups", "grid", "line", "duplicates" })
	void partitionsAndDistancesAreThoseOfScikitLearn(final String set) {
		final double[][] rows = lines(set + "_points.csv").stream().map(line -> numbers(line, 0)).toArray(double[][]::new);
		final Matrix points = Matrix.of(Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray(), rows.length,
			rows[0].length);
		for (final String line : lines(set + "_expected.csv")) {
			final String name = line.substring(0, line.indexOf(','));
			final Linkage linkage = Linkage.of(name.substring(0, 1).toUpperCase() + name.substring(1));
			final int k = (int) numbers(line, 1)[0];
			final double[] expected = numbers(line, 2);
			final Dendrogram found = linkage.dendrogram(points, Progress.NONE);
			// ties of Ward's that are so only up to rounding are each implementation's own
			if (k > 3 && set.equals("grid") && linkage == Linkage.WARD) continue;
			if (k == 0) assertArrayEquals(expected, found.distances(), 1e-6, linkage.toString());
			else assertSamePartition(Arrays.stream(expected).mapToInt(label -> (int) label).toArray(), found.cut(k), set + " " +
				linkage + " k=" + k);
		}
	}

	/** 0 1 | 4 6 | 20: the distances of the merges by hand. */
	@ParameterizedTest
	@CsvSource({ "Single,1,2,3,14", "Complete,1,2,6,20", "Average,1,2,4.5,17.25" })
	void distancesOnALine(final String linkage, final double first, final double second, final double third,
		final double fourth)
	{
		final Dendrogram found = Linkage.of(linkage).dendrogram(line(0, 1, 4, 6, 20), Progress.NONE);
		assertArrayEquals(new double[] { first, second, third, fourth }, found.distances(), 1e-6);
		assertArrayEquals(new int[] { 0, 2, 5, 4 }, found.left());
		assertArrayEquals(new int[] { 1, 3, 6, 7 }, found.right());
		assertArrayEquals(new int[] { 2, 2, 4, 5 }, found.sizes());
		assertEquals(5, found.clustersAt(1));
		assertEquals(4, found.clustersAt(1.5));
		assertEquals(1, found.clustersAt(100));
		assertArrayEquals(new int[] { 0, 0, 1, 1, 2 }, found.cut(3));
	}

	/** Ward's distance of two clusters is the square root of twice what their merge adds to the inertia. */
	@Test
	void wardIsTheGrowthOfTheInertia() {
		final Matrix points = Matrix.of(new Random(3).doubles(300).toArray(), 100, 3);
		final Dendrogram found = Linkage.WARD.dendrogram(points, Progress.NONE);
		for (int k = 1; k < 100; k += 7) {
			assertEquals(found.distances()[99 - k], Math.sqrt(2 * (inertia(points, found.cut(k)) - inertia(points, found.cut(
				k + 1)))), 1e-9);
		}
	}

	@Test
	void clustersAreNumberedFromTheLargest() {
		final Clustering found = new HierarchicalClusterer().cluster(line(0, 10, 10.1, 10.2, 20, 20.1), Settings.of("k", 3),
			Progress.NONE);
		assertArrayEquals(new int[] { 2, 0, 0, 0, 1, 1 }, found.labels());
		assertArrayEquals(new double[] { 1, 0, 1, 0, 0, 0 }, found.probabilities(), 1e-9);
	}

	@Test
	void aDistanceCutsInsteadOfK() {
		final Clustering found = new HierarchicalClusterer().cluster(line(0, 1, 4, 6, 20), Settings.of("linkage", "Single",
			"k", 5, "distance", 2.5), Progress.NONE);
		assertEquals(3, found.count());
		assertEquals(1, new HierarchicalClusterer().cluster(line(0, 1, 4, 6, 20), Settings.of("linkage", "Single", "k", 50,
			"distance", 15), Progress.NONE).count());
	}

	@ParameterizedTest
	@EnumSource(Linkage.class)
	void pointsAllAlikeAndDuplicatesByTheThousand(final Linkage linkage) {
		assertArrayEquals(new double[1999], linkage.dendrogram(Matrix.of(new double[6000], 2000, 3), Progress.NONE)
			.distances());
		final double[] two = new double[3000];
		for (int i = 0; i < 3000; i++) two[i] = i % 3 == 0 ? 0.1 : 7.3;
		final int[] labels = linkage.dendrogram(Matrix.of(two, 3000, 1), Progress.NONE).cut(2);
		for (int i = 0; i < 3000; i++) assertEquals(i % 3 == 0 ? 1 : 0, labels[i]);
	}

	@ParameterizedTest
	@EnumSource(Linkage.class)
	void aFewPoints(final Linkage linkage) {
		assertEquals(0, linkage.dendrogram(line(4), Progress.NONE).distances().length);
		assertArrayEquals(new int[] { 0 }, linkage.dendrogram(line(4), Progress.NONE).cut(1));
		assertArrayEquals(new double[] { 3 }, linkage.dendrogram(line(4, 7), Progress.NONE).distances(), 1e-12);
	}

	@ParameterizedTest
	@EnumSource(Linkage.class)
	void anyNumberOfThreadsGivesTheSame(final Linkage linkage) throws Exception {
		// more than one chunk of the search for the nearest
		final int n = linkage == Linkage.WARD ? 9000 : 700;
		final Matrix points = Matrix.of(new Random(2).doubles(n * 2L).toArray(), n, 2);
		final Dendrogram one = Parallel.withThreads(1, () -> linkage.dendrogram(points, Progress.NONE));
		final Dendrogram three = Parallel.withThreads(3, () -> linkage.dendrogram(points, Progress.NONE));
		assertArrayEquals(one.left(), three.left());
		assertArrayEquals(one.right(), three.right());
		assertArrayEquals(one.distances(), three.distances());
	}

	@Test
	void whatDoesNotFitTheMemoryIsRefusedInOneSentence() {
		final Matrix points = Matrix.of(new float[400000], 400000, 1);
		final String message = assertThrows(IllegalArgumentException.class, () -> Linkage.COMPLETE.dendrogram(points,
			Progress.NONE)).getMessage();
		assertTrue(message.startsWith("linkage=Complete of 400000 items needs 320.0 GB"), message);
	}

	@Test
	void wrongSettingsAreRefusedInOneSentence() {
		assertEquals("linkage=Median does not exist; it must be one of Ward, Complete, Average, Single.", refused("linkage",
			"Median"));
		assertEquals("k=9 clusters cannot be made of 3 items; k must be from 1 to 3.", refused("k", 9));
		assertEquals("k=0 must be a whole number of at least 1.", refused("k", 0));
		assertEquals("distance=-1 must be a number of at least 0.", refused("distance", -1));
	}

	/** Many points take another way than few; there are no ties here. */
	@Test
	void singleLinkageOfManyPointsIsThatOfFew() {
		final int n = 10_001;
		final Matrix points = Matrix.of(new Random(7).doubles(3 * n).toArray(), n, 3);
		final Dendrogram many = Linkage.SINGLE.dendrogram(points, Progress.NONE);
		final Dendrogram few = PrimTree.dendrogram(points, Progress.NONE);
		assertArrayEquals(few.distances(), many.distances(), 1e-12);
		assertArrayEquals(few.cut(50), many.cut(50));
	}

	@ParameterizedTest
	@EnumSource(Linkage.class)
	void cancellingEndsTheClusteringSoon(final Linkage linkage) {
		final int n = linkage == Linkage.WARD || linkage == Linkage.SINGLE ? 50000 : 8000;
		final Matrix points = Matrix.of(new Random(2).doubles(n * 8L).toArray(), n, 8);
		final long start = System.nanoTime();
		final long[] asked = { 0 };
		final Progress progress = new Progress() {

			@Override
			public void report(final double fraction) {}

			@Override
			public boolean isCanceled() {
				final boolean late = System.nanoTime() - start > 3e8;
				if (late && asked[0] == 0) asked[0] = System.nanoTime();
				return late;
			}
		};
		assertThrows(CancellationException.class, () -> linkage.dendrogram(points, progress));
		final double seconds = (System.nanoTime() - start) / 1e9 - 0.3;
		assertTrue(seconds < 3, linkage + " went on for " + seconds + " s");
	}

	private static String refused(final String key, final Object value) {
		return assertThrows(IllegalArgumentException.class, () -> new HierarchicalClusterer().cluster(line(1, 2, 3), Settings
			.of(key, value), Progress.NONE)).getMessage();
	}

	static void assertSamePartition(final int[] expected, final int[] found, final String what) {
		final Map<Integer, Integer> names = new HashMap<>();
		final Map<Integer, Integer> back = new HashMap<>();
		for (int i = 0; i < expected.length; i++) {
			assertEquals(names.computeIfAbsent(expected[i], key -> found[index(expected, key)]),
				found[i], what + ", point " + i);
			assertEquals(back.computeIfAbsent(found[i], key -> expected[index(found, key)]), expected[i], what + ", point " +
				i);
		}
	}

	private static int index(final int[] labels, final int label) {
		return IntStream.range(0, labels.length).filter(i -> labels[i] == label).findFirst().orElseThrow();
	}

	private static double inertia(final Matrix points, final int[] labels) {
		final double[][] means = ClusterMeans.of(points, labels, 100, Progress.NONE);
		double sum = 0;
		for (int i = 0; i < labels.length; i++) {
			for (int j = 0; j < points.columns(); j++) sum += Math.pow(points.get(i, j) - means[labels[i]][j], 2);
		}
		return sum;
	}

	private static Matrix line(final double... values) {
		return Matrix.of(values, values.length, 1);
	}

	private static List<String> lines(final String name) {
		try (BufferedReader in = new BufferedReader(new InputStreamReader(HierarchicalTest.class.getResourceAsStream(
			"/hierarchical/" + name), StandardCharsets.UTF_8)))
		{
			return in.lines().toList();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static double[] numbers(final String line, final int from) {
		return Arrays.stream(line.split(",")).skip(from).mapToDouble(Double::parseDouble).toArray();
	}
}
