package sc.fiji.standout.cluster;

import java.util.Arrays;

import sc.fiji.standout.matrix.FloatTiles;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;

/**
 * Rounds of k-means in which the distances are compared in floats: the nearest center is the one with the largest
 * {@code x c - c c / 2}, which takes the products of all points with all centers. The means are in double precision.
 */
final class FloatLloyd {

	private final Matrix points;
	private final FloatTiles tiles;
	private final double[][] centers;
	private final int[] labels;
	private final int[] before;
	private final int[] sizes;
	private final double[][] sums;

	/** For each tile the sum of the largest {@code x c - c c / 2}. */
	private final double[] gains;
	private int rounds;
	private boolean settled;

	/** @param centers k x d, moved by {@link #run} */
	FloatLloyd(final Matrix points, final FloatTiles tiles, final double[][] centers) {
		this.points = points;
		this.tiles = tiles;
		this.centers = centers;
		labels = new int[points.rows()];
		before = new int[labels.length];
		sizes = new int[centers.length];
		sums = new double[centers.length][points.columns()];
		gains = new double[Parallel.count(labels.length, FloatTiles.SIZE)];
		Arrays.fill(labels, -1);
		Arrays.fill(before, -1);
	}

	/** Runs until no label changes, the centers move little, or so many rounds are done in all. */
	void run(final int mostRounds, final double tolerance, final Progress progress) {
		while (!settled && rounds < mostRounds) {
			rounds++;
			assign(progress.quiet());
			settled = Arrays.equals(labels, before) || move(progress.quiet()) <= tolerance;
			progress.report((double) rounds / mostRounds);
		}
	}

	/** How many rounds were run. */
	int rounds() {
		return rounds;
	}

	/** What grows while the inertia of the last round shrinks. */
	double gain() {
		return Arrays.stream(gains).sum();
	}

	double[][] centers() {
		return centers;
	}

	private void assign(final Progress progress) {
		final int k = centers.length;
		final float[][] placed = new float[k][];
		final float[] halves = new float[k];
		for (int c = 0; c < k; c++) {
			placed[c] = tiles.place(centers[c]);
			double square = 0;
			for (final float value : placed[c]) square += (double) value * value;
			halves[c] = (float) (-square / 2);
		}
		Parallel.chunks(labels.length, FloatTiles.SIZE, progress, (tile, from, to) -> {
			final float[][] products = new float[k][to - from];
			for (int c = 0; c < k; c++) Arrays.fill(products[c], halves[c]);
			tiles.addProducts(tile, placed, products);
			final float[] best = products[0].clone();
			Arrays.fill(labels, from, to, 0);
			for (int c = 1; c < k; c++) takeLarger(products[c], c, best, labels, from);
			double gain = 0;
			for (final float one : best) gain += one;
			gains[tile] = gain;
		});
	}

	private static void takeLarger(final float[] products, final int center, final float[] best, final int[] labels,
		final int from)
	{
		for (int i = 0; i < best.length; i++) {
			if (products[i] <= best[i]) continue;
			best[i] = products[i];
			labels[from + i] = center;
		}
	}

	/** Moves the centers to the means of their points, and returns the sum of the squared moves. */
	private double move(final Progress progress) {
		ClusterMeans.addChange(points, before, labels, sums, progress);
		System.arraycopy(labels, 0, before, 0, labels.length);
		Arrays.fill(sizes, 0);
		for (final int label : labels) sizes[label]++;
		final double[][] means = new double[centers.length][];
		for (int c = 0; c < means.length; c++) means[c] = sums[c].clone();
		ClusterMeans.divide(points, means, sizes);
		if (Arrays.stream(sizes).anyMatch(size -> size == 0)) {
			ClusterMeans.fill(points, labels, means, sizes, centers, progress);
			Arrays.fill(before, -1);
			for (final double[] sum : sums) Arrays.fill(sum, 0);
		}
		double moved = 0;
		for (int c = 0; c < centers.length; c++) {
			final double move = Lloyd.distance(centers[c], means[c]);
			moved += move * move;
			centers[c] = means[c];
		}
		return moved;
	}
}
