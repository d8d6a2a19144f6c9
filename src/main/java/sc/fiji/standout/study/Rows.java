package sc.fiji.standout.study;

import java.util.Arrays;
import java.util.stream.IntStream;

import sc.fiji.standout.cluster.Clustering;
import sc.fiji.standout.cluster.Findings;
import sc.fiji.standout.feature.Features;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.outlier.Outliers;

/**
 * Which rows a method can use, since no method can use NaN or infinities: what it gets, and what its result is for all rows.
 * A row that was left out has no place in an embedding (NaN), is noise, and is flagged as an outlier without a score.
 *
 * @param n how many rows there are
 * @param kept those that are used, from 0, ascending
 */
record Rows(int n, int[] kept) {

	/** Why a row that was left out is an outlier. */
	static final String REASON = "not finite";

	private static final int LEAST = 3;

	/** The rows of finite values. */
	static Rows finite(final Matrix matrix, final Progress progress) {
		final int n = matrix.rows();
		final boolean[] finite = new boolean[n];
		Parallel.chunks(n, 1024, progress.quiet(), (chunk, from, to) -> {
			for (int i = from; i < to; i++) finite[i] = matrix.isFinite(i);
		});
		return new Rows(n, IntStream.range(0, n).filter(i -> finite[i]).toArray());
	}

	boolean isAll() {
		return kept.length == n;
	}

	/** The rows that are not used. */
	int[] left() {
		final boolean[] used = new boolean[n];
		for (final int i : kept) used[i] = true;
		return IntStream.range(0, n).filter(i -> !used[i]).toArray();
	}

	/** @throws IllegalArgumentException when too few are left */
	Rows enough() {
		if (!isAll() && kept.length < LEAST) throw new IllegalArgumentException(kept.length + " of " + n +
			" items " + (kept.length == 1 ? "has" : "have") + " finite values; finding what stands out needs at least " + LEAST +
			".");
		return this;
	}

	// -- What a method gets --

	Matrix select(final Matrix all) {
		return all == null || isAll() ? all : all.selectRows(kept);
	}

	/** Labels and probabilities alone. */
	Clustering select(final Clustering all) {
		if (all == null || isAll()) return all;
		return new Clustering(IntStream.of(kept).map(i -> all.labels()[i]).toArray(), select(all.probabilities()), all
			.outlierScores() == null ? null : select(all.outlierScores()));
	}

	private double[] select(final double[] values) {
		return IntStream.of(kept).mapToDouble(i -> values[i]).toArray();
	}

	// -- What the result is for all rows --

	Matrix expand(final Matrix some) {
		if (some == null || isAll()) return some;
		final int d = some.columns();
		final double[] row = new double[d];
		final float[] floats = some.isFloat() ? new float[n * d] : null;
		final double[] doubles = some.isFloat() ? null : new double[n * d];
		if (floats != null) Arrays.fill(floats, Float.NaN);
		else Arrays.fill(doubles, Double.NaN);
		for (int i = 0; i < kept.length; i++) {
			some.row(i, row);
			for (int j = 0; j < d; j++) {
				if (floats != null) floats[kept[i] * d + j] = (float) row[j];
				else doubles[kept[i] * d + j] = row[j];
			}
		}
		return floats != null ? Matrix.of(floats, n, d) : Matrix.of(doubles, n, d);
	}

	Features expand(final Features some) {
		return isAll() ? some : new Features(some.kind(), some.names(), expand(some.matrix()), some.measuredNames(), expand(
			some.measured()), some.notes(), some.reconstructor(), some.scaling());
	}

	Clustering expand(final Clustering some) {
		if (isAll()) return some;
		final int[] labels = expand(some.labels(), -1);
		final Findings found = some.findings();
		return new Clustering(labels, expand(some.probabilities(), 0), some.outlierScores() == null ? null : expand(some
			.outlierScores(), Double.NaN), some.dendrogram() == null ? null : some.dendrogram().of(kept), found == null ? null
				: new Findings(expand(found.potentialOutliers(), false), expand(found.duplicateGroups(), 0), expand(found
					.nearDuplicateGroups(), 0)));
	}

	Outliers expand(final Outliers some) {
		if (isAll()) return some;
		final String[] reasons = new String[n];
		Arrays.fill(reasons, REASON);
		for (int i = 0; i < kept.length; i++) reasons[kept[i]] = some.reasons() == null ? "" : some.reasons()[i];
		return new Outliers(expand(some.scores(), Double.NaN), expand(some.flags(), true), reasons);
	}

	private int[] expand(final int[] some, final int other) {
		final int[] all = new int[n];
		Arrays.fill(all, other);
		for (int i = 0; i < kept.length; i++) all[kept[i]] = some[i];
		return all;
	}

	private double[] expand(final double[] some, final double other) {
		final double[] all = new double[n];
		Arrays.fill(all, other);
		for (int i = 0; i < kept.length; i++) all[kept[i]] = some[i];
		return all;
	}

	private boolean[] expand(final boolean[] some, final boolean other) {
		final boolean[] all = new boolean[n];
		Arrays.fill(all, other);
		for (int i = 0; i < kept.length; i++) all[kept[i]] = some[i];
		return all;
	}
}
