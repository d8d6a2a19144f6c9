package sc.fiji.standout.outlier;

import java.util.List;
import java.util.stream.IntStream;

import sc.fiji.standout.cluster.Clustering;
import sc.fiji.standout.matrix.Matrix;

/**
 * What is known about items when outliers are looked for.
 *
 * @param points n x d, all finite: the features, reduced to their first principal components where that was asked for
 * @param clustering of the same items, or null where no clustering was made
 * @param measuredNames one for each column of {@code measured}, such as "mean" or "reconstruction_error"
 * @param measured n x m values in their own units, NaN where an item has none, or null where nothing was measured
 * @param features n x D, all finite: all features as they are
 * @param featureNames one for each column of {@code features}
 */
public record Evidence(Matrix points, Clustering clustering, List<String> measuredNames, Matrix measured,
	Matrix features, List<String> featureNames)
{

	public Evidence {
		measuredNames = List.copyOf(measuredNames);
		featureNames = List.copyOf(featureNames);
	}

	/** Features that were not reduced, without names. */
	public Evidence(final Matrix points, final Clustering clustering, final List<String> measuredNames,
		final Matrix measured)
	{
		this(points, clustering, measuredNames, measured, points, numbered(points.columns()));
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

	private static List<String> numbered(final int count) {
		return IntStream.rangeClosed(1, count).mapToObj(j -> "feature_" + j).toList();
	}
}
