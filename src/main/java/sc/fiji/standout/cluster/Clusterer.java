package sc.fiji.standout.cluster;

import org.scijava.plugin.SciJavaPlugin;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/** Groups points. */
public interface Clusterer extends SciJavaPlugin {

	/** @param points n x d, all finite */
	Clustering cluster(Matrix points, Settings settings, Progress progress);
}
