package sc.fiji.standout.outlier;

import org.scijava.plugin.SciJavaPlugin;

import sc.fiji.standout.cluster.Clustering;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/** Scores how much each item stands out. */
public interface OutlierDetector extends SciJavaPlugin {

	/**
	 * @param points n x d features, all finite
	 * @param clustering of the same items, or null where no clustering was made
	 * @param settings {@code contamination}: the fraction flagged, from 0 to 0.5; 0 = the method's own rule
	 * @throws IllegalArgumentException in one sentence, when a clustering is needed and missing
	 */
	Outliers detect(Matrix points, Clustering clustering, Settings settings, Progress progress);

	/** Whether {@link #detect} needs a clustering. */
	default boolean needsClustering() {
		return false;
	}
}
