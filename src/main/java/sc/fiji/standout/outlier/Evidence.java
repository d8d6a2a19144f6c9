package sc.fiji.standout.outlier;

import java.util.List;

import sc.fiji.standout.cluster.Clustering;
import sc.fiji.standout.matrix.Matrix;

/**
 * What is known about items when outliers are looked for.
 *
 * @param points n x d features, all finite
 * @param clustering of the same items, or null where no clustering was made
 * @param measuredNames one for each column of {@code measured}, such as "mean" or "reconstruction_error"
 * @param measured n x m values in their own units, or null where nothing was measured
 */
public record Evidence(Matrix points, Clustering clustering, List<String> measuredNames, Matrix measured) {

	public Evidence {
		measuredNames = List.copyOf(measuredNames);
	}

	/** Features and clusters alone. */
	public Evidence(final Matrix points, final Clustering clustering) {
		this(points, clustering, List.of(), null);
	}

	/** What was measured under this name, n values, or null where it was not measured. */
	public double[] measured(final String name) {
		final int column = measuredNames.indexOf(name);
		return column < 0 ? null : measured.column(column);
	}
}
