package sc.fiji.standout.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import sc.fiji.standout.matrix.Matrix;

/** The clusters of a study, one by one. */
public final class ClusterSummary {

	private ClusterSummary() {}

	/**
	 * One row for each cluster, noise (-1) first where there is any: {@code cluster}, {@code items}, {@code fraction} of
	 * all items, {@code mean_probability}, and where outliers were looked for {@code outliers}.
	 *
	 * @throws IllegalStateException when there are no clusters yet
	 */
	public static List<Column> sizes(final Study study) {
		final int[] labels = labels(study);
		final int first = Arrays.stream(labels).anyMatch(label -> label < 0) ? -1 : 0;
		final int rows = study.clusterCount() - first;
		final double[][] cells = new double[5][rows];
		final Column outliers = study.column(Columns.OUTLIER);
		for (int r = 0; r < rows; r++) cells[0][r] = first + r;
		for (int i = 0; i < labels.length; i++) {
			final int r = labels[i] - first;
			cells[1][r]++;
			cells[3][r] += study.clustering().probabilities()[i];
			if (outliers != null) cells[4][r] += outliers.numbers()[i];
		}
		for (int r = 0; r < rows; r++) {
			cells[2][r] = cells[1][r] / labels.length;
			cells[3][r] /= cells[1][r];
		}
		final List<Column> columns = new ArrayList<>(List.of(Column.integers(Columns.CLUSTER, cells[0]), Column.integers(
			"items", cells[1]), Column.reals("fraction", cells[2]), Column.reals("mean_probability", cells[3])));
		if (outliers != null) columns.add(Column.integers("outliers", cells[4]));
		return columns;
	}

	/** The items of a cluster, from 0. */
	public static int[] items(final Study study, final int cluster) {
		final int[] labels = labels(study);
		return IntStream.range(0, labels.length).filter(i -> labels[i] == cluster).toArray();
	}

	/**
	 * Of each cluster, the items that are nearest to the mean of its features, the nearest first.
	 *
	 * @param count how many of each
	 * @return clusters x count items, from 0; -1 where the cluster has no more
	 * @throws IllegalStateException when there are no clusters or features yet
	 */
	public static int[][] nearestToCenters(final Study study, final int count) {
		final int[] labels = labels(study);
		if (study.features() == null) throw new IllegalStateException(
			"There are no features yet; run a features command such as 'Texture Features...' first.");
		final Matrix points = study.features().matrix();
		final int k = study.clusterCount();
		final double[][] means = new double[k][points.columns()];
		final int[] sizes = new int[k];
		final double[] row = new double[points.columns()];
		for (final int label : labels) if (label >= 0) sizes[label]++;
		for (int i = 0; i < labels.length; i++) {
			if (labels[i] < 0) continue;
			points.row(i, row);
			for (int j = 0; j < row.length; j++) means[labels[i]][j] += row[j] / sizes[labels[i]];
		}
		final double[] squares = new double[labels.length];
		for (int i = 0; i < labels.length; i++) {
			if (labels[i] < 0) continue;
			points.row(i, row);
			for (int j = 0; j < row.length; j++) squares[i] += (row[j] - means[labels[i]][j]) * (row[j] - means[labels[i]][j]);
		}
		final int[][] nearest = new int[k][count];
		for (int c = 0; c < k; c++) {
			final int[] items = IntStream.of(items(study, c)).boxed().sorted(Comparator.comparingDouble(i -> squares[i])).limit(
				count).mapToInt(i -> i).toArray();
			Arrays.fill(nearest[c], -1);
			System.arraycopy(items, 0, nearest[c], 0, items.length);
		}
		return nearest;
	}

	private static int[] labels(final Study study) {
		if (study.clustering() == null) throw new IllegalStateException(
			"There are no clusters yet; run a clustering such as 'K-Means Clustering...' first.");
		return study.clustering().labels();
	}
}
