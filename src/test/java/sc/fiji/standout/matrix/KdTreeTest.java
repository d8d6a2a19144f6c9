package sc.fiji.standout.matrix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KdTreeTest {

	/** Coordinates are whole numbers, so that squared distances are exact and ties are real ties. */
	@ParameterizedTest
	@CsvSource({ "2,1,1,10", "5,3,4,10", "24,2,3,4", "25,2,24,4", "500,1,7,50", "700,2,5,6", "600,5,15,3", "400,100,6,2",
		"300,24,299,100", "1000,3,1,1000000" })
	void neighborsAreThoseOfBruteForce(final int n, final int d, final int kWanted, final int values) {
		final int k = Math.min(kWanted, n - 1);
		final Matrix points = wholeNumbers(n, d, values, 5);
		final Neighbors found = KdTree.of(points, Progress.NONE).neighbors(k, Progress.NONE);
		assertEquals(k, found.k());
		assertEquals(n, found.size());
		for (int i = 0; i < n; i++) {
			final int[] expected = bruteForce(points, i, k);
			for (int j = 0; j < k; j++) {
				assertEquals(expected[j], found.index(i, j), "neighbor " + j + " of " + i);
				assertEquals(Math.sqrt(square(points, i, expected[j])), found.distance(i, j), 0);
			}
		}
	}

	@Test
	void moreNeighborsThanAnArrayCanHoldAreRefused() {
		final KdTree tree = KdTree.of(Matrix.of(new float[50_000], 50_000, 1), Progress.NONE);
		assertEquals("49999 neighbors of each of 50000 items are too many to hold in memory; the number of neighbors must " +
			"be at most 42949.", assertThrows(IllegalArgumentException.class, () -> tree.neighbors(49_999, Progress.NONE))
				.getMessage());
	}

	@Test
	void floatsOfManyScalesAgreeWithBruteForce() {
		final Random random = new Random(1);
		final float[] values = new float[800 * 13];
		for (int i = 0; i < values.length; i++) values[i] = (float) (random.nextGaussian() * Math.pow(3, -(i % 13)));
		final Matrix points = Matrix.of(values, 800, 13);
		final Neighbors found = KdTree.of(points, Progress.NONE).neighbors(9, Progress.NONE);
		for (int i = 0; i < 800; i++) assertArrayEquals(bruteForce(points, i, 9), IntStream.range(i * 9, i * 9 + 9).map(
			at -> found.indices()[at]).toArray());
	}

	/** Far outliers, far groups, huge and tiny numbers: what floats alone would mix up or lose. */
	@ParameterizedTest
	@CsvSource({ "1,0", "1e12,0", "1,1e9", "1e-3,1e12", "1e150,0", "1e-150,0", "1e-300,1e-290" })
	void doublesThatFloatsCannotTellApart(final double spread, final double offset) {
		final int n = 700;
		final Random random = new Random(6);
		for (final int d : new int[] { 1, 2, 5, 26 }) {
			final double[] values = new double[n * d];
			for (int i = 0; i < values.length; i++) {
				final int group = i / d % 3;
				values[i] = offset * group + spread * random.nextGaussian();
			}
			values[0] = 1e3 * (offset + spread);
			final Matrix points = Matrix.of(values, n, d);
			final Neighbors found = KdTree.of(points, Progress.NONE).neighbors(7, Progress.NONE);
			for (int i = 0; i < n; i++) {
				final double[] row = new double[d];
				points.row(i, row);
				for (int j = 0; j < 7; j++) assertEquals(Math.sqrt(points.square(found.index(i, j), row)), found.distance(i, j),
					0);
				final double[] all = IntStream.range(0, n).mapToDouble(other -> points.square(other, row)).toArray();
				all[i] = Double.POSITIVE_INFINITY;
				Arrays.sort(all);
				for (int j = 0; j < 7; j++) assertEquals(Math.sqrt(all[j]), found.distance(i, j), 0, "d=" + d + " point " + i);
			}
		}
	}

	/** Thousands of points in a few places, and columns that say nothing. */
	@Test
	void manyDuplicatesInFewPlaces() {
		final int n = 12000;
		final double[] values = new double[n * 3];
		for (int i = 0; i < n; i++) {
			values[3 * i] = i % 4;
			values[3 * i + 1] = 7;
		}
		final Neighbors found = KdTree.of(Matrix.of(values, n, 3), Progress.NONE).neighbors(3, Progress.NONE);
		for (int i = 12; i < n; i++) for (int j = 0; j < 3; j++) {
			assertEquals(i % 4 + 4 * j, found.index(i, j));
			assertEquals(0, found.distance(i, j));
		}
	}

	@Test
	void moreNeighborsThanThePlaceHolds() {
		final int n = 3000;
		final double[] values = new double[n];
		for (int i = 0; i < n; i++) values[i] = i % 1500;
		final Neighbors found = KdTree.of(Matrix.of(values, n, 1), Progress.NONE).neighbors(3, Progress.NONE);
		assertArrayEquals(new int[] { 1600, 99, 101 }, IntStream.range(300, 303).map(i -> found.indices()[i]).toArray());
		assertArrayEquals(new double[] { 0, 1, 1 }, IntStream.range(300, 303).mapToDouble(i -> found.distances()[i])
			.toArray());
	}

	@Test
	void identicalPointsAreEachOthersNeighborsInTheOrderOfIndex() {
		final int n = 20000;
		final Neighbors found = KdTree.of(Matrix.of(new float[n * 3], n, 3), Progress.NONE).neighbors(3, Progress.NONE);
		assertArrayEquals(new int[] { 1, 2, 3, 0, 2, 3, 0, 1, 3 }, IntStream.range(0, 9).map(i -> found.indices()[i])
			.toArray());
		for (int i = 4; i < n; i++) for (int j = 0; j < 3; j++) assertEquals(j, found.index(i, j));
		for (final double distance : found.distances()) assertEquals(0, distance);
	}

	@Test
	void distancesAreThoseOfTheLastNeighbor() {
		final Matrix points = wholeNumbers(500, 4, 20, 3);
		final KdTree tree = KdTree.of(points, Progress.NONE);
		final Neighbors found = tree.neighbors(8, Progress.NONE);
		final double[] distances = tree.distances(8, Progress.NONE);
		for (int i = 0; i < 500; i++) assertEquals(found.distance(i, 7), distances[i], 0);
	}

	@Test
	void anyNumberOfThreadsGivesTheSame() throws Exception {
		final KdTree tree = KdTree.of(wholeNumbers(3000, 6, 4, 11), Progress.NONE);
		final Neighbors one = Parallel.withThreads(1, () -> tree.neighbors(10, Progress.NONE));
		final Neighbors three = Parallel.withThreads(3, () -> tree.neighbors(10, Progress.NONE));
		assertArrayEquals(one.indices(), three.indices());
		assertArrayEquals(one.distances(), three.distances());
	}

	@Test
	void tooManyNeighborsAreRefused() {
		final KdTree tree = KdTree.of(wholeNumbers(10, 2, 5, 1), Progress.NONE);
		final String message = assertThrows(IllegalArgumentException.class, () -> tree.neighbors(10, Progress.NONE))
			.getMessage();
		assertTrue(message.contains("10") && message.contains("from 1 to 9"), message);
		assertThrows(IllegalArgumentException.class, () -> tree.neighbors(0, Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> tree.distances(10, Progress.NONE));
	}

	@Test
	void cancellingEndsTheSearch() {
		final KdTree tree = KdTree.of(wholeNumbers(3000, 6, 4, 11), Progress.NONE);
		final AtomicInteger checks = new AtomicInteger();
		final Progress canceled = new Progress() {

			@Override
			public void report(final double fraction) {}

			@Override
			public boolean isCanceled() {
				return checks.incrementAndGet() > 100;
			}
		};
		assertThrows(CancellationException.class, () -> tree.neighbors(10, canceled));
		assertTrue(checks.get() < 300, checks + " checks");
	}

	private static Matrix wholeNumbers(final int n, final int d, final int values, final long seed) {
		return Matrix.of(new Random(seed).ints((long) n * d, 0, values).asDoubleStream().toArray(), n, d);
	}

	private static int[] bruteForce(final Matrix points, final int i, final int k) {
		return IntStream.range(0, points.rows()).filter(j -> j != i).boxed().sorted(Comparator.comparingDouble(
			(Integer j) -> square(points, i, j)).thenComparingInt(j -> j)).limit(k).mapToInt(j -> j).toArray();
	}

	private static double square(final Matrix points, final int i, final int j) {
		double sum = 0;
		for (int c = 0; c < points.columns(); c++) sum += Math.pow(points.get(i, c) - points.get(j, c), 2);
		return sum;
	}
}
