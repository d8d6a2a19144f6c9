package sc.fiji.standout.cluster;

import java.util.Arrays;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;

/**
 * Single linkage by Prim's spanning tree (Prim 1957, doi:10.1002/j.1538-7305.1957.tb01515.x) from the first point on, of
 * equally near points always the first: the merges, and the order of equal ones, that SciPy's {@code linkage} and
 * scikit-learn's AgglomerativeClustering have. Takes time of n x n, but memory for n x d numbers only.
 */
final class PrimTree {

	/** Tiles done by one thread at a time. */
	private static final int CHUNK = 64;

	private final PointTiles points;
	private final Progress quiet;

	/** Of each place: the square of the distance to the tree; of places without a point, a number below all squares. */
	private final double[] nearest;
	private final double[] last;

	private PrimTree(final Matrix points, final Progress progress) {
		this.points = new PointTiles(points);
		quiet = progress.quiet();
		nearest = new double[this.points.tiles() * PointTiles.SIZE];
		last = new double[points.columns()];
	}

	/**
	 * @param points n x d, all finite, n at least 1
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	static Dendrogram dendrogram(final Matrix points, final Progress progress) {
		return new PrimTree(points, progress).grow(points, progress);
	}

	private Dendrogram grow(final Matrix matrix, final Progress progress) {
		final int n = matrix.rows();
		final int[] from = new int[n - 1];
		final int[] to = new int[n - 1];
		final double[] distances = new double[n - 1];
		Arrays.fill(nearest, 0, n, Double.POSITIVE_INFINITY);
		Arrays.fill(nearest, n, nearest.length, -1);
		int end = 0;
		int place = 0;
		for (int i = 0; i < n - 1; i++) {
			progress.check();
			nearest[place] = -1;
			points.remove(end);
			if (points.isSparse()) compact();
			matrix.row(end, last);
			place = next();
			from[i] = end;
			end = to[i] = points.id(place);
			distances[i] = Math.sqrt(nearest[place]);
			// the work that is left grows with the square of the number of points
			if (i % 64 == 0) progress.report(1 - Math.pow((double) (n - i) / n, 2));
		}
		progress.report(1);
		return Dendrogram.of(from, to, distances);
	}

	/** Brings the distances up to the last point, and gives the place of the nearest. */
	private int next() {
		final int tiles = points.tiles();
		final int[] best = new int[Parallel.count(tiles, CHUNK)];
		if (best.length == 1) best[0] = next(0, tiles);
		else Parallel.chunks(tiles, CHUNK, quiet, (chunk, from, to) -> best[chunk] = next(from, to));
		int first = -1;
		for (final int place : best) if (place >= 0 && (first < 0 || nearest[place] < nearest[first])) first = place;
		return first;
	}

	private int next(final int from, final int to) {
		final double[] squares = new double[PointTiles.SIZE];
		double least = Double.POSITIVE_INFINITY;
		int best = -1;
		for (int tile = from; tile < to; tile++) {
			final int start = tile * PointTiles.SIZE;
			if (points.squares(tile, last, nearest, start, squares)) {
				for (int i = 0; i < PointTiles.SIZE; i++) if (squares[i] < nearest[start + i]) nearest[start + i] = squares[i];
			}
			for (int i = start; i < start + PointTiles.SIZE; i++) {
				if (nearest[i] >= 0 && nearest[i] < least) {
					least = nearest[i];
					best = i;
				}
			}
		}
		return best;
	}

	private void compact() {
		final int count = points.count();
		int next = 0;
		for (int place = 0; place < count; place++) if (nearest[place] >= 0) nearest[next++] = nearest[place];
		points.compact();
		Arrays.fill(nearest, next, nearest.length, -1);
	}
}
