package sc.fiji.standout.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import sc.fiji.standout.matrix.FloatTiles;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;

/**
 * The first centers of k-means: k-means++ (Arthur and Vassilvitskii 2007) in the greedy form of scikit-learn, where
 * each center is the best of 2 + ln k points drawn with probability proportional to the squared distance to the
 * centers that are there.
 */
final class KMeansSeeding {

	private final Matrix points;
	private final FloatTiles tiles;
	private final Random random;
	private final Progress progress;

	/** Whether differences that floats do not show are looked at too. */
	private boolean exact;

	/** Of each point: the squared distance to the nearest center. */
	private final double[] nearest;

	KMeansSeeding(final Matrix points, final FloatTiles tiles, final Random random, final Progress progress) {
		this.points = points;
		this.tiles = tiles;
		this.random = random;
		this.progress = progress;
		nearest = new double[points.rows()];
	}

	/** The centers; fewer than k where there are fewer different points. */
	double[][] centers(final int k) {
		final int trials = 2 + (int) Math.log(k);
		final List<double[]> centers = new ArrayList<>();
		Arrays.fill(nearest, Double.POSITIVE_INFINITY);
		add(centers, new int[] { random.nextInt(points.rows()) });
		while (centers.size() < k) {
			final double[] sums = new double[nearest.length];
			double sum = sums(sums);
			if (sum == 0 && !exact) {
				lookCloser(centers);
				sum = sums(sums);
			}
			if (sum == 0) break;
			final int[] candidates = new int[trials];
			for (int t = 0; t < trials; t++) candidates[t] = draw(sums, random.nextDouble() * sum);
			add(centers, candidates);
			progress.report((double) centers.size() / k);
		}
		return centers.toArray(double[][]::new);
	}

	private double sums(final double[] sums) {
		double sum = 0;
		for (int i = 0; i < sums.length; i++) sums[i] = sum += nearest[i];
		return sum;
	}

	private void lookCloser(final List<double[]> centers) {
		exact = true;
		Arrays.fill(nearest, Double.POSITIVE_INFINITY);
		Parallel.chunks(nearest.length, FloatTiles.SIZE, progress.quiet(), (tile, from, to) -> {
			for (final double[] center : centers) {
				progress.check();
				for (int i = from; i < to; i++) nearest[i] = Math.min(nearest[i], points.square(i, center));
			}
		});
	}

	/** The first point whose sum is above the target: never one that is a center, since those add nothing. */
	private static int draw(final double[] sums, final double target) {
		int low = 0;
		int high = sums.length - 1;
		while (low < high) {
			final int middle = (low + high) >>> 1;
			if (sums[middle] > target) high = middle;
			else low = middle + 1;
		}
		return low;
	}

	/** Adds that candidate which leaves the smallest sum of squared distances. */
	private void add(final List<double[]> centers, final int[] candidates) {
		final int n = points.rows();
		final double[][] rows = new double[candidates.length][points.columns()];
		final double[][] distances = new double[candidates.length][n];
		for (int t = 0; t < rows.length; t++) points.row(candidates[t], rows[t]);
		Parallel.chunks(n, FloatTiles.SIZE, progress.quiet(), (tile, from, to) -> {
			final float[] squares = new float[to - from];
			for (int t = 0; t < rows.length; t++) {
				if (!exact) tiles.squares(tile, tiles.place(rows[t]), squares);
				for (int i = from; i < to; i++) distances[t][i] = Math.min(nearest[i], exact ? points.square(i, rows[t])
					: squares[i - from]);
			}
		});
		int best = 0;
		double bestSum = Double.POSITIVE_INFINITY;
		for (int t = 0; t < rows.length; t++) {
			final double sum = Arrays.stream(distances[t]).sum();
			if (sum < bestSum) {
				bestSum = sum;
				best = t;
			}
		}
		System.arraycopy(distances[best], 0, nearest, 0, n);
		centers.add(rows[best]);
	}
}
