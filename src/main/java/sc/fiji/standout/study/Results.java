package sc.fiji.standout.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import sc.fiji.standout.cluster.Clustering;
import sc.fiji.standout.cluster.Findings;
import sc.fiji.standout.feature.Features;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.outlier.Outliers;

/**
 * What the steps have found so far; null where a step has not been run.
 *
 * @param features n x d
 * @param origin all that the features depend on, pixels and method; "" where that was not asked for
 * @param embedding n x dimensions
 * @param map by which other items can be placed into the embedding, or null where they cannot
 */
record Results(Features features, String origin, Matrix embedding, ItemMap map, Clustering clustering,
	Outliers outliers)
{

	static final Results NONE = new Results(null, "", null, null, null, null);

	/** New features make what was found from the old ones worthless. */
	static Results of(final Features features, final String origin) {
		return new Results(features, origin, null, null, null, null);
	}

	/** @param newMap of the new embedding, or null */
	Results with(final Matrix newEmbedding, final ItemMap newMap) {
		return new Results(features, origin, newEmbedding, newMap, clustering, outliers);
	}

	Results with(final Clustering newClustering) {
		return new Results(features, origin, embedding, map, newClustering, outliers);
	}

	Results with(final Outliers newOutliers) {
		return new Results(features, origin, embedding, map, clustering, newOutliers);
	}

	/** The columns of the items table that the steps have made, in the order of the contract. */
	List<Column> columns() {
		final List<Column> columns = new ArrayList<>();
		for (int j = 0; embedding != null && j < embedding.columns(); j++) {
			columns.add(Column.reals(Columns.embedding(j), embedding.column(j)));
		}
		if (clustering != null) {
			columns.add(Column.integers(Columns.CLUSTER, numbers(clustering.labels())));
			columns.add(Column.reals(Columns.PROBABILITY, clustering.probabilities()));
		}
		if (outliers != null) {
			columns.add(Column.reals(Columns.OUTLIER_SCORE, outliers.scores()));
			columns.add(Column.integers(Columns.OUTLIER, numbers(outliers.flags())));
			if (outliers.reasons() != null) columns.add(Column.texts(Columns.OUTLIER_REASON, outliers.reasons()));
		}
		if (clustering != null && clustering.findings() != null) {
			final Findings findings = clustering.findings();
			columns.add(Column.integers(Columns.POTENTIAL_OUTLIER, numbers(findings.potentialOutliers())));
			columns.add(Column.integers(Columns.DUPLICATE_GROUP, numbers(findings.duplicateGroups())));
			columns.add(Column.integers(Columns.NEAR_DUPLICATE_GROUP, numbers(findings.nearDuplicateGroups())));
		}
		for (int j = 0; features != null && j < features.measuredNames().size(); j++) {
			columns.add(Column.reals(features.measuredNames().get(j), features.measured().column(j)));
		}
		return columns;
	}

	private static double[] numbers(final int[] values) {
		return IntStream.of(values).asDoubleStream().toArray();
	}

	private static double[] numbers(final boolean[] flags) {
		return IntStream.range(0, flags.length).mapToDouble(i -> flags[i] ? 1 : 0).toArray();
	}
}
