package sc.fiji.standout.cluster;

import java.util.Random;

import sc.fiji.standout.matrix.FloatTiles;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;

/**
 * K-means clustering (Lloyd 1982, doi:10.1109/TIT.1982.1056489) from several k-means++ starts, of which the one with
 * the smallest inertia after {@value #TRIAL_ROUNDS} rounds is brought to its end. Stops as scikit-learn's KMeans does: when no label changes, when the centers move by
 * less than 1e-4 of the mean variance of the columns, or after 300 rounds. Most rounds run in floats; the last ones,
 * labels, centers and distances are in double precision.
 *
 * @param k how many clusters, at least 1
 * @param starts how many starts, at least 1
 * @param seed of the random numbers
 */
public record KMeans(int k, int starts, int seed) {

	private static final int MOST_ROUNDS = 300;
	private static final int TRIAL_ROUNDS = 20;
	private static final double TOLERANCE = 1e-4;

	/**
	 * The clusters found, the largest first. There are fewer than k where there are fewer different points.
	 *
	 * @param labels n labels from 0
	 * @param centers one row of d coordinates for each cluster
	 * @param distances n distances to the own center
	 * @param inertia the sum of their squares
	 */
	public record Result(int[] labels, double[][] centers, double[] distances, double inertia) {}

	/**
	 * Clusters points.
	 *
	 * @param points n x d, all finite
	 * @throws IllegalArgumentException when k is not from 1 to n
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	public Result run(final Matrix points, final Progress progress) {
		ClusterCount.check(k, points.rows());
		final FloatTiles tiles = FloatTiles.of(points, progress);
		final double tolerance = TOLERANCE * tiles.meanVariance();
		final Random random = new Random(seed);
		FloatLloyd best = null;
		for (int start = 0; start < starts; start++) {
			final Progress part = progress.part(0.6 * start / starts, 0.6 * (start + 1) / starts);
			final double[][] centers = new KMeansSeeding(points, tiles, random, part.part(0, 0.6)).centers(k);
			final FloatLloyd trial = new FloatLloyd(points, tiles, centers);
			trial.run(TRIAL_ROUNDS, tolerance, part.part(0.6, 1));
			if (best == null || trial.gain() > best.gain()) best = trial;
		}
		best.run(MOST_ROUNDS - 1, tolerance, progress.part(0.6, 0.9));
		final Lloyd last = new Lloyd(points, best.centers());
		last.run(MOST_ROUNDS - best.rounds(), tolerance, progress.part(0.9, 1));
		progress.report(1);
		return last.result();
	}
}
