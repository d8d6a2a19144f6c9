package sc.fiji.standout.outlier;

import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.KdTree;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Neighbors;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/**
 * What is far from its nearest neighbours (Ramaswamy, Rastogi and Shim 2000, doi:10.1145/342009.335437; the methods are
 * those of PyOD's {@code KNN}). Settings: {@code neighbors} (default {@value #NEIGHBORS}; n - 1 where there are fewer)
 * and {@code method}: the score is the Largest (default), the Mean or the Median of the distances to so many
 * neighbours. Own rule: flagged are scores far above the median, see {@link ModifiedZScore}.
 */
@Plugin(type = OutlierDetector.class, name = "Neighbor Distance")
public class NeighborDistanceOutliers implements OutlierDetector {

	/** Planted outliers are found by 100 components nearly as well as by all features, and clearly worse by 24. */
	private static final int COMPONENTS = 100;

	public static final int NEIGHBORS = 20;

	public static final String LARGEST = "Largest";
	public static final String MEAN = "Mean";
	public static final String MEDIAN = "Median";

	@Override
	public int components(final int asked) {
		return asked == 0 ? 0 : Math.max(asked, COMPONENTS);
	}

	@Override
	public Outliers detect(final Evidence evidence, final Settings settings, final Progress progress) {
		Contamination.fraction(settings);
		final Matrix points = evidence.points();
		final int asked = settings.integer("neighbors", NEIGHBORS, 1, Integer.MAX_VALUE);
		final int k = Math.min(asked, points.rows() - 1);
		final String method = settings.text("method", LARGEST);
		if (!method.equals(LARGEST) && !method.equals(MEAN) && !method.equals(MEDIAN)) throw new IllegalArgumentException(
			"method=" + method + " does not exist; it must be Largest, Mean or Median.");
		progress.message("Distances to " + asked + " neighbors");
		final double[] scores = k < 1 ? new double[points.rows()] : scores(points, k, method, progress);
		return Contamination.flag(scores, ModifiedZScore.high(scores), settings);
	}

	private static double[] scores(final Matrix points, final int k, final String method, final Progress progress) {
		final KdTree tree = KdTree.of(points, progress);
		if (method.equals(LARGEST)) return tree.distances(k, progress);
		final Neighbors nearest = tree.neighbors(k, progress);
		final double[] scores = new double[points.rows()];
		for (int i = 0; i < scores.length; i++) {
			if (method.equals(MEDIAN)) scores[i] = (nearest.distance(i, (k - 1) / 2) + nearest.distance(i, k / 2)) / 2;
			else {
				for (int r = 0; r < k; r++) scores[i] += nearest.distance(i, r);
				scores[i] /= k;
			}
		}
		return scores;
	}
}
