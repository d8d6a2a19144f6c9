package sc.fiji.standout.embedding.umap;

import java.util.Arrays;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Neighbors;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;

/** The nearest rows of one matrix to each row of another, by comparing all with all. */
final class NearestRows {

	/** Rows that are searched for at once, and rows that are compared at once. */
	private static final int CHUNK = 32;
	private static final int BLOCK = 512;

	/** Longer arrays do not exist. */
	private static final int LONGEST = Integer.MAX_VALUE - 8;

	private final Matrix points;
	private final Matrix queries;
	private final int k;
	private final int[] indices;

	/** Squared until the search has ended. */
	private final double[] distances;

	private NearestRows(final Matrix points, final Matrix queries, final int k) {
		this.points = points;
		this.queries = queries;
		this.k = k;
		indices = new int[queries.rows() * k];
		distances = new double[indices.length];
	}

	/**
	 * @param points n x d
	 * @param queries m x d
	 * @param k from 1 to n
	 * @throws IllegalArgumentException when m x k neighbours are more than an array can hold
	 * @return for each query k rows of the points, nearest first, those at the same distance in the order of their index
	 */
	static Neighbors of(final Matrix points, final Matrix queries, final int k, final Progress progress) {
		if ((long) queries.rows() * k > LONGEST) throw new IllegalArgumentException(k + " neighbors of each of " + queries
			.rows() + " new items are too many to hold in memory; there must be at most " + LONGEST / k + " new items.");
		final NearestRows search = new NearestRows(points, queries, k);
		Arrays.fill(search.distances, Double.POSITIVE_INFINITY);
		Parallel.chunks(queries.rows(), CHUNK, progress, (chunk, from, to) -> {
			for (int start = 0; start < points.rows(); start += BLOCK) {
				progress.check();
				search.compare(from, to, start, Math.min(points.rows(), start + BLOCK));
			}
		});
		for (int i = 0; i < search.distances.length; i++) search.distances[i] = Math.sqrt(search.distances[i]);
		return new Neighbors(k, search.indices, search.distances);
	}

	private void compare(final int from, final int to, final int start, final int end) {
		final int d = points.columns();
		final double[][] columns = new double[d][end - start];
		for (int i = start; i < end; i++) for (int j = 0; j < d; j++) columns[j][i - start] = points.get(i, j);
		final double[] squares = new double[end - start];
		for (int q = from; q < to; q++) {
			Arrays.fill(squares, 0);
			for (int j = 0; j < d; j++) {
				final double x = queries.get(q, j);
				final double[] column = columns[j];
				for (int i = 0; i < squares.length; i++) squares[i] += (column[i] - x) * (column[i] - x);
			}
			final int last = (q + 1) * k - 1;
			for (int i = 0; i < squares.length; i++)
				if (squares[i] < distances[last]) insert(q * k, last, squares[i], start + i);
		}
	}

	private void insert(final int first, final int last, final double square, final int index) {
		int at = last;
		for (; at > first && distances[at - 1] > square; at--) {
			distances[at] = distances[at - 1];
			indices[at] = indices[at - 1];
		}
		distances[at] = square;
		indices[at] = index;
	}
}
