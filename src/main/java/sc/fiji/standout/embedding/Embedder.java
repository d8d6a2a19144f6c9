package sc.fiji.standout.embedding;

import org.scijava.plugin.SciJavaPlugin;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/** Lays points of many dimensions out in few. */
public interface Embedder extends SciJavaPlugin {

	/**
	 * @param points n x d, all finite
	 * @param settings {@code dimensions} (default 2), {@code seed}, and each method's own
	 * @return n x dimensions, stored as doubles
	 */
	Matrix embed(Matrix points, Settings settings, Progress progress);

	/** As {@link #embed}, with what places further points into the layout, where the method can do that. */
	default Embedding fit(final Matrix points, final Settings settings, final Progress progress) {
		return new Embedding(embed(points, settings, progress), null);
	}
}
