package sc.fiji.standout.outlier;

import org.scijava.plugin.SciJavaPlugin;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/** Scores how much each item stands out. */
public interface OutlierDetector extends SciJavaPlugin {

	/**
	 * @param settings {@code contamination}: the fraction flagged, from 0 to 0.5; 0 = the method's own rule
	 * @throws IllegalArgumentException in one sentence, when something is needed and missing, such as a clustering
	 */
	Outliers detect(Evidence evidence, Settings settings, Progress progress);

	/** Whether {@link #detect} needs a clustering. */
	default boolean needsClustering() {
		return false;
	}

	/**
	 * Whether {@link #detect} looks at all features or at none, so that nobody needs to reduce them for it:
	 * {@code Evidence.points} may then be all features.
	 */
	default boolean needsAllFeatures() {
		return false;
	}

	/**
	 * How many principal components of the features {@link #detect} should get in the main job, where {@code asked} are kept
	 * for the embedding and the clusters; 0 = all features. What looks at neighbors needs more than a map does.
	 */
	default int components(final int asked) {
		return needsAllFeatures() ? 0 : asked;
	}
}
