package sc.fiji.standout.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.RowTile;

/**
 * The last rounds of k-means from given centers, in double precision, with the bounds of Hamerly (2010, doi:10.1137/1.9781611972801.12), which
 * spare the points that cannot change their cluster. Sums are added chunk by chunk in a fixed order.
 */
final class Lloyd {

	private static final int TILE = 64;

	private final Matrix points;
	private final int n;
	private final int d;
	private final double[][] centers;
	private final int[] labels;
	private final int[] sizes;

	/** Bounds of the distances to the own and to the second nearest center. */
	private final double[] upper;
	private final double[] lower;

	/** Of each center: half the distance to the nearest other one. */
	private final double[] half;
	private double[] distances;
	private double inertia;

	Lloyd(final Matrix points, final double[][] centers) {
		this.points = points;
		this.centers = centers;
		n = points.rows();
		d = points.columns();
		labels = new int[n];
		sizes = new int[centers.length];
		upper = new double[n];
		lower = new double[n];
		half = new double[centers.length];
		forgetBounds();
	}

	void run(final int mostRounds, final double tolerance, final Progress progress) {
		final Progress silent = progress.quiet();
		for (int round = 0; round < mostRounds; round++) {
			final boolean changed = assign(silent);
			if (round > 0 && !changed || move(silent) <= tolerance) break;
			progress.report((double) round / mostRounds);
		}
		forgetBounds();
		assign(silent);
		distances = upper.clone();
		inertia = 0;
		for (final double distance : distances) inertia += distance * distance;
	}

	/** The clusters that have members, the largest first. */
	KMeans.Result result() {
		Arrays.fill(sizes, 0);
		for (final int label : labels) sizes[label]++;
		final int[] order = IntStream.range(0, centers.length).filter(c -> sizes[c] > 0).boxed().sorted(Comparator
			.comparingInt(c -> -sizes[c])).mapToInt(c -> c).toArray();
		final int[] renamed = new int[centers.length];
		for (int i = 0; i < order.length; i++) renamed[order[i]] = i;
		return new KMeans.Result(IntStream.of(labels).map(label -> renamed[label]).toArray(), IntStream.of(order).mapToObj(
			c -> centers[c]).toArray(double[][]::new), distances, inertia);
	}

	private void forgetBounds() {
		Arrays.fill(upper, Double.POSITIVE_INFINITY);
		Arrays.fill(lower, 0);
	}

	/** Gives every point to its nearest center, the first of those at the same distance; says whether one changed. */
	private boolean assign(final Progress progress) {
		Parallel.chunks(centers.length, 1, progress, (c, from, to) -> {
			half[c] = Double.POSITIVE_INFINITY;
			for (int o = 0; o < centers.length; o++) if (o != c) half[c] = Math.min(half[c], 0.5 * distance(centers[c],
				centers[o]));
		});
		final boolean[] changed = new boolean[Parallel.count(n, 4 * TILE)];
		Parallel.chunks(n, 4 * TILE, progress, (chunk, from, to) -> {
			final RowTile tile = new RowTile(points, TILE);
			final int[] open = new int[TILE];
			int count = 0;
			for (int i = from; i < to; i++) {
				if (upper[i] > Math.max(lower[i], half[labels[i]])) open[count++] = i;
				if (count == TILE || i == to - 1 && count > 0) {
					progress.check();
					tile.load(open, count);
					changed[chunk] |= nearest(tile, open, count);
					count = 0;
				}
			}
		});
		for (final boolean one : changed) if (one) return true;
		return false;
	}

	private boolean nearest(final RowTile tile, final int[] open, final int count) {
		final double[] squares = new double[TILE];
		final double[] best = new double[count];
		final double[] second = new double[count];
		final int[] owners = new int[count];
		Arrays.fill(best, Double.POSITIVE_INFINITY);
		Arrays.fill(second, Double.POSITIVE_INFINITY);
		for (int c = 0; c < centers.length; c++) {
			tile.squares(centers[c], squares);
			for (int i = 0; i < count; i++) {
				if (squares[i] < best[i]) {
					second[i] = best[i];
					best[i] = squares[i];
					owners[i] = c;
				}
				else second[i] = Math.min(second[i], squares[i]);
			}
		}
		boolean changed = false;
		for (int i = 0; i < count; i++) {
			changed |= labels[open[i]] != owners[i];
			labels[open[i]] = owners[i];
			upper[open[i]] = Math.sqrt(best[i]);
			lower[open[i]] = Math.sqrt(second[i]);
		}
		return changed;
	}

	/** Moves the centers to the means of their points, and returns the sum of the squared moves. */
	private double move(final Progress progress) {
		final double[][] means = ClusterMeans.of(points, labels, centers.length, progress);
		Arrays.fill(sizes, 0);
		for (final int label : labels) sizes[label]++;
		final boolean empty = Arrays.stream(sizes).anyMatch(size -> size == 0);
		if (empty) ClusterMeans.fill(points, labels, means, sizes, centers, progress);
		final double[] moves = new double[centers.length];
		double sum = 0;
		for (int c = 0; c < centers.length; c++) {
			moves[c] = distance(centers[c], means[c]);
			sum += moves[c] * moves[c];
			centers[c] = means[c];
		}
		if (empty) forgetBounds();
		final double most = Arrays.stream(moves).max().orElse(0);
		for (int i = 0; i < n; i++) {
			upper[i] += moves[labels[i]];
			lower[i] -= most;
		}
		return sum;
	}

	static double distance(final double[] a, final double[] b) {
		double sum = 0;
		for (int j = 0; j < a.length; j++) sum += (a[j] - b[j]) * (a[j] - b[j]);
		return Math.sqrt(sum);
	}
}
