package sc.fiji.standout.cluster;

import org.scijava.plugin.SciJavaPlugin;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/** Groups points. */
public interface Clusterer extends SciJavaPlugin {

	/** @param points n x d, all finite */
	Clustering cluster(Matrix points, Settings settings, Progress progress);

	/**
	 * Refuses what {@link #cluster} would refuse whatever the points are, so that nothing is computed in vain before.
	 *
	 * @param n how many points there will be at most
	 * @throws IllegalArgumentException in one sentence
	 */
	default void check(final int n, final Settings settings) {
		// what is wrong is said later
	}
}
