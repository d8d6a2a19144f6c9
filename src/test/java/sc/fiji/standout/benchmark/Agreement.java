package sc.fiji.standout.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import sc.fiji.standout.evaluate.Contingency;
import sc.fiji.standout.matrix.Matrix;

/** How good a result is, or how much two results of the same points agree. */
final class Agreement {

	private Agreement() {}

	/** The variance explained by ours as parts of theirs. */
	static String variance(final Matrix points, final List<Outcome> ours, final List<Outcome> theirs) {
		return String.format("explained variance %.5f of the peer's", mean(ours, Agreement::squares) / mean(theirs,
			Agreement::squares));
	}

	/** Principal components have the mean 0. */
	private static double squares(final double[] values) {
		return Arrays.stream(values).map(value -> value * value).sum();
	}

	static String inertia(final Matrix points, final List<Outcome> ours, final List<Outcome> theirs) {
		return String.format("inertia %.4f of the peer's", mean(ours, labels -> inertia(points, labels)) / mean(theirs,
			labels -> inertia(points, labels)));
	}

	private static double inertia(final Matrix points, final double[] labels) {
		final int k = (int) Arrays.stream(labels).max().orElse(0) + 1;
		final double[][] means = new double[k][points.columns()];
		final int[] counts = new int[k];
		for (final double label : labels) counts[(int) label]++;
		for (int i = 0; i < labels.length; i++) {
			final int c = (int) labels[i];
			for (int j = 0; j < means[c].length; j++) means[c][j] += points.get(i, j) / counts[c];
		}
		double sum = 0;
		for (int i = 0; i < labels.length; i++) sum += points.square(i, means[(int) labels[i]]);
		return sum;
	}

	/** The largest difference of distances, as a part. */
	static String distances(final Matrix points, final List<Outcome> ours, final List<Outcome> theirs) {
		final double[] a = ours.get(0).result();
		final double[] b = theirs.get(0).result();
		double most = 0;
		for (int i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i] - b[i]) / b[i]);
		return String.format("distances differ by at most %.1e", most);
	}

	static String partition(final Matrix points, final List<Outcome> ours, final List<Outcome> theirs) {
		return String.format("%s, adjusted Rand index %.4f", clusters(points, ours, theirs), Contingency.of(labels(theirs.get(0)
			.result()), labels(ours.get(0).result())).adjustedRandIndex());
	}

	static String clusters(final Matrix points, final List<Outcome> ours, final List<Outcome> theirs) {
		final int count = (int) Arrays.stream(ours.get(0).result()).max().orElse(-1) + 1;
		return count + (count == 1 ? " cluster" : " clusters");
	}

	private static int[] labels(final double[] values) {
		final double least = Arrays.stream(values).min().orElse(0);
		return Arrays.stream(values).mapToInt(value -> (int) (value - least)).toArray();
	}

	static String trust(final Matrix points, final List<Outcome> ours, final List<Outcome> theirs) {
		return String.format("trustworthiness %.4f, the peer's %.4f", mean(ours, layout -> trust(points, layout)), mean(theirs,
			layout -> trust(points, layout)));
	}

	private static double trust(final Matrix points, final double[] layout) {
		return Trustworthiness.of(points, Matrix.of(layout, points.rows(), layout.length / points.rows()), 15, Math.min(10_000,
			points.rows()));
	}

	/** Spearman's; and that of the peer with itself where it depends on the seed. */
	static String ranks(final Matrix points, final List<Outcome> ours, final List<Outcome> theirs) {
		final double own = correlation(ranks(theirs.get(0).result()), ranks(theirs.get(theirs.size() - 1).result()));
		return String.format("rank correlation %.4f", correlation(ranks(ours.get(0).result()), ranks(theirs.get(0)
			.result()))) + (own < 1 ? String.format(", of the peer's with two seeds %.4f", own) : "");
	}

	private static double mean(final List<Outcome> outcomes, final ToDoubleFunction<double[]> figure) {
		return outcomes.stream().mapToDouble(one -> figure.applyAsDouble(one.result())).average().orElse(Double.NaN);
	}

	private static double[] ranks(final double[] scores) {
		final int[] order = IntStream.range(0, scores.length).boxed().sorted((a, b) -> Double.compare(scores[a], scores[b]))
			.mapToInt(i -> i).toArray();
		final double[] ranks = new double[scores.length];
		for (int from = 0, to; from < order.length; from = to) {
			for (to = from + 1; to < order.length && scores[order[to]] == scores[order[from]]; to++) {}
			for (int r = from; r < to; r++) ranks[order[r]] = (from + to - 1) / 2.0;
		}
		return ranks;
	}

	private static double correlation(final double[] x, final double[] y) {
		final double mean = (x.length - 1) / 2.0;
		double xy = 0;
		double xx = 0;
		double yy = 0;
		for (int i = 0; i < x.length; i++) {
			xy += (x[i] - mean) * (y[i] - mean);
			xx += (x[i] - mean) * (x[i] - mean);
			yy += (y[i] - mean) * (y[i] - mean);
		}
		return xy / Math.sqrt(xx * yy);
	}
}
