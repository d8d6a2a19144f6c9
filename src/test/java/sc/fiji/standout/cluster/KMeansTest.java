package sc.fiji.standout.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.embedding.Stacks;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

class KMeansTest {

	@Test
	void farGroupsAreFoundLargestFirst() {
		final int[] truth = new int[600];
		for (int i = 0; i < 600; i++) truth[i] = i % 6 < 3 ? 0 : i % 6 < 5 ? 1 : 2;
		final KMeans.Result found = new KMeans(3, 1, 4).run(groups(truth, 5, 30), Progress.NONE);
		assertArrayEquals(truth, found.labels());
	}

	@Test
	void everyPointIsWithItsNearestCenterAndCentersAreMeans() {
		final int n = 2000;
		final Matrix points = Matrix.of(new Random(2).doubles(n * 4).toArray(), n, 4);
		final KMeans.Result found = new KMeans(12, 1, 1).run(points, Progress.NONE);
		double inertia = 0;
		final double[][] sums = new double[12][4];
		final int[] sizes = new int[12];
		final double[] row = new double[4];
		for (int i = 0; i < n; i++) {
			points.row(i, row);
			double nearest = Double.POSITIVE_INFINITY;
			for (final double[] center : found.centers()) nearest = Math.min(nearest, distance(row, center));
			assertEquals(nearest, distance(row, found.centers()[found.labels()[i]]), 1e-12);
			assertEquals(nearest, found.distances()[i], 1e-12);
			inertia += nearest * nearest;
			sizes[found.labels()[i]]++;
			for (int j = 0; j < 4; j++) sums[found.labels()[i]][j] += row[j];
		}
		assertEquals(inertia, found.inertia(), 1e-9 * inertia);
		for (int c = 0; c < 12; c++) for (int j = 0; j < 4; j++) {
			assertEquals(sums[c][j] / sizes[c], found.centers()[c][j], 0.02, "center " + c);
		}
		for (int c = 1; c < 12; c++) assertTrue(sizes[c] <= sizes[c - 1]);
	}

	/**
	 * scikit-learn 1.2.1: the best of 100 starts has the inertia 1165116.48, and KMeans(10, n_init=3) on average over ten
	 * seeds 1166511.3.
	 */
	@Test
	void inertiaOfTheDigitsIsThatOfScikitLearn() {
		final Matrix digits = Stacks.pixels("digits.tif");
		double sum = 0;
		for (int seed = 0; seed < 10; seed++) sum += new KMeans(10, 3, seed).run(digits, Progress.NONE).inertia();
		assertTrue(sum / 10 > 1165116.4 && sum / 10 < 1.01 * 1166511.3, "mean inertia " + sum / 10);
	}

	/** On a line of evenly spaced points the best three clusters are thirds, with a known inertia. */
	@Test
	void inertiaIsTheSmallestPossibleOnALine() {
		final double[] values = new double[90];
		for (int i = 0; i < 90; i++) values[i] = i;
		final KMeans.Result found = new KMeans(3, 10, 1).run(Matrix.of(values, 90, 1), Progress.NONE);
		// the sum of squares of 30 whole numbers around their mean is 30 (30^2 - 1) / 12
		assertEquals(3 * 30 * 899 / 12.0, found.inertia(), 1e-9);
	}

	@Test
	void anyNumberOfThreadsGivesTheSame() throws Exception {
		final Matrix points = Matrix.of(new Random(2).doubles(5000 * 6).toArray(), 5000, 6);
		final KMeans.Result one = Parallel.withThreads(1, () -> new KMeans(9, 2, 1).run(points, Progress.NONE));
		final KMeans.Result three = Parallel.withThreads(3, () -> new KMeans(9, 2, 1).run(points, Progress.NONE));
		assertArrayEquals(one.labels(), three.labels());
		assertArrayEquals(one.distances(), three.distances());
		assertTrue(Arrays.deepEquals(one.centers(), three.centers()));
	}

	@Test
	void membershipFallsFromTheCenterToTheFarthestMember() {
		final Matrix points = Matrix.of(new double[] { 0, 1, 2, 10, 10.5, 12.5 }, 6, 1);
		final Clustering found = new KMeansClusterer().cluster(points, Settings.of("k", 2), Progress.NONE);
		assertEquals(found.labels()[0], found.labels()[2]);
		assertEquals(found.labels()[3], found.labels()[5]);
		// centers at 1 and 11
		assertArrayEquals(new double[] { 0, 1, 0, 1 - 1 / 1.5, 1 - 0.5 / 1.5, 0 }, found.probabilities(), 1e-12);
	}

	@Test
	void fewerDifferentPointsThanClustersGiveOneClusterEach() {
		final double[] values = new double[40];
		for (int i = 0; i < 40; i++) values[i] = i % 3;
		final Clustering found = new KMeansClusterer().cluster(Matrix.of(values, 40, 1), Settings.of("k", 5),
			Progress.NONE);
		assertEquals(3, found.count());
		for (int i = 0; i < 40; i++) {
			assertEquals(found.labels()[i % 3], found.labels()[i]);
			assertEquals(1, found.probabilities()[i]);
		}
	}

	/** Pairs of places so close together, and so far from each other, that they are the same in floats. */
	@Test
	void groupsThatFloatsCannotTellApart() {
		final double[] values = new double[80];
		for (int i = 0; i < 80; i++) values[i] = i % 2 * 1e12 + i / 2 % 2;
		final KMeans.Result found = new KMeans(4, 1, 1).run(Matrix.of(values, 80, 1), Progress.NONE);
		assertEquals(4, found.centers().length);
		assertEquals(0, found.inertia(), 0);
		for (int i = 4; i < 80; i++) assertEquals(found.labels()[i % 4], found.labels()[i]);
	}

	@Test
	void constantColumnsAndManyDuplicates() {
		final double[] values = new double[30000];
		for (int i = 0; i < 10000; i++) {
			values[3 * i] = 1e30;
			values[3 * i + 1] = i % 3 * 5;
			values[3 * i + 2] = -2;
		}
		final KMeans.Result found = new KMeans(8, 2, 1).run(Matrix.of(values, 10000, 3), Progress.NONE);
		assertEquals(3, found.centers().length);
		for (int i = 3; i < 10000; i++) assertEquals(found.labels()[i % 3], found.labels()[i]);
	}

	@Test
	void asManyClustersAsPoints() {
		final KMeans.Result found = new KMeans(20, 1, 3).run(Matrix.of(new Random(5).doubles(40).toArray(), 20, 2),
			Progress.NONE);
		assertEquals(20, found.centers().length);
		assertEquals(0, found.inertia(), 1e-20);
	}

	@Test
	void anEmptyClusterTakesTheFarthestPoint() {
		final Matrix points = Matrix.of(new double[] { 0, 1, 2, 50 }, 4, 1);
		final double[][] means = { { 13.25 }, { 0 } };
		final int[] labels = new int[4];
		final int[] sizes = { 4, 0 };
		ClusterMeans.fill(points, labels, means, sizes, new double[][] { { 13 }, { 99 } }, Progress.NONE);
		assertArrayEquals(new int[] { 0, 0, 0, 1 }, labels);
		assertArrayEquals(new int[] { 3, 1 }, sizes);
		assertEquals(1, means[0][0], 1e-12);
		assertEquals(50, means[1][0]);
	}

	/** The farthest go first; the last point of a cluster stays, and points without a distance are no cluster. */
	@Test
	void severalEmptyClustersTakeTheFarthestPointsInTurn() {
		final Matrix points = Matrix.of(new double[] { 0, 1, 2, 50, 60, 7 }, 6, 1);
		final double[][] means = { { 1 }, { 55 }, { 7 }, { 0 }, { 0 }, { 0 }, { 0 } };
		final int[] labels = { 0, 0, 0, 1, 1, 2 };
		final int[] sizes = { 3, 2, 1, 0, 0, 0, 0 };
		ClusterMeans.fill(points, labels, means, sizes, new double[][] { { 1 }, { 55 }, { 7 }, { 96 }, { 97 }, { 98 }, { 99 } },
			Progress.NONE);
		assertArrayEquals(new int[] { 4, 0, 5, 3, 1, 2 }, labels);
		assertArrayEquals(new int[] { 1, 1, 1, 1, 1, 1, 0 }, sizes);
		assertArrayEquals(new double[] { 1, 60, 7, 50, 0, 2, 99 }, Arrays.stream(means).mapToDouble(mean -> mean[0]).toArray());
	}

	@Test
	void moreClustersThanItemsAreRefusedInOneSentence() {
		final Matrix points = Matrix.of(new double[] { 1, 2, 3 }, 3, 1);
		final String message = assertThrows(IllegalArgumentException.class, () -> new KMeansClusterer().cluster(points,
			Settings.of("k", 4), Progress.NONE)).getMessage();
		assertEquals("k=4 clusters cannot be made of 3 items; k must be from 1 to 3.", message);
		assertThrows(IllegalArgumentException.class, () -> new KMeansClusterer().cluster(points, Settings.of("k", 0),
			Progress.NONE));
	}

	@Test
	void cancellingEndsTheClustering() {
		final AtomicInteger checks = new AtomicInteger();
		final Progress canceled = new Progress() {

			@Override
			public void report(final double fraction) {}

			@Override
			public boolean isCanceled() {
				return checks.incrementAndGet() > 50;
			}
		};
		assertThrows(CancellationException.class, () -> new KMeans(5, 1, 1).run(Matrix.of(new Random(5).doubles(20000)
			.toArray(), 10000, 2), canceled));
		assertTrue(checks.get() < 100, checks + " checks");
	}

	private static Matrix groups(final int[] truth, final int d, final double apart) {
		final Random random = new Random(7);
		final double[] values = new double[truth.length * d];
		for (int i = 0; i < values.length; i++) values[i] = random.nextGaussian() + apart * truth[i / d];
		return Matrix.of(values, truth.length, d);
	}

	private static double distance(final double[] a, final double[] b) {
		double sum = 0;
		for (int j = 0; j < a.length; j++) sum += Math.pow(a[j] - b[j], 2);
		return Math.sqrt(sum);
	}
}
