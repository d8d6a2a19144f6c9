package sc.fiji.standout.embedding;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;

/** Places further points into a layout that stays as it is. */
public interface Placer {

	/**
	 * @param more m x d, all finite, d as of the points that were laid out
	 * @return m x dimensions, stored as doubles; the same for the same points, on any number of threads
	 * @throws IllegalArgumentException when the points have another number of columns, or a value is not finite
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	Matrix transform(Matrix more, Progress progress);
}
