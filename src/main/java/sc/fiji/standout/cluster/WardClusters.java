package sc.fiji.standout.cluster;

import java.util.Arrays;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;

/**
 * Clusters under Ward's distance (Ward 1963, doi:10.1080/01621459.1963.10500845), in the units of SciPy: the square root
 * of 2 |a| |b| / (|a| + |b|) times the distance of the centers. Keeps the centers alone, n x d numbers.
 */
final class WardClusters implements NearestNeighborChain.Clusters {

	/** Tiles searched by one thread at a time. */
	private static final int CHUNK = 128;

	/** Takes no progress of a search that takes milliseconds. */
	private final Progress quiet;
	private final PointTiles centers;
	private final int[] sizes;
	private final double[] first;
	private final double[] second;

	WardClusters(final Matrix points, final Progress progress) {
		centers = new PointTiles(points);
		sizes = new int[points.rows()];
		Arrays.fill(sizes, 1);
		first = new double[points.columns()];
		second = new double[points.columns()];
		quiet = progress.quiet();
	}

	@Override
	public int size() {
		return sizes.length;
	}

	@Override
	public boolean has(final int cluster) {
		return sizes[cluster] > 0;
	}

	@Override
	public NearestNeighborChain.Nearest nearest(final int cluster, final int previous) {
		centers.get(cluster, first);
		double limit = Double.POSITIVE_INFINITY;
		if (previous >= 0) {
			centers.get(previous, second);
			limit = factor(cluster, previous) * square(first, second);
		}
		final int tiles = centers.tiles();
		final Search[] searches = new Search[Parallel.count(tiles, CHUNK)];
		for (int i = 0; i < searches.length; i++) searches[i] = new Search(cluster, previous, limit);
		if (searches.length == 1) searches[0].run(0, tiles);
		else Parallel.chunks(tiles, CHUNK, quiet, (chunk, from, to) -> searches[chunk].run(from, to));
		Search best = searches[0];
		for (final Search search : searches) if (search.best < best.best) best = search;
		return new NearestNeighborChain.Nearest(best.nearest, Math.sqrt(best.best));
	}

	@Override
	public void merge(final int gone, final int kept) {
		centers.get(gone, first);
		centers.get(kept, second);
		final double share = (double) sizes[gone] / (sizes[gone] + sizes[kept]);
		// written so that equal centers stay what they are
		for (int j = 0; j < first.length; j++) second[j] += (first[j] - second[j]) * share;
		centers.set(kept, second);
		centers.remove(gone);
		sizes[kept] += sizes[gone];
		sizes[gone] = 0;
		if (centers.isSparse()) centers.compact();
	}

	/** One chunk's search for the cluster nearest to {@code first}. */
	private final class Search {

		private final int cluster;
		private final double[] squares = new double[PointTiles.SIZE];
		private final double[] limits = new double[PointTiles.SIZE];
		private double best;
		private int nearest;

		Search(final int cluster, final int previous, final double limit) {
			this.cluster = cluster;
			nearest = previous;
			best = limit;
		}

		void run(final int from, final int to) {
			final double size = sizes[cluster];
			for (int tile = from; tile < to; tile++) {
				// no other cluster is smaller than one point
				Arrays.fill(limits, best * (size + 1) / (2 * size) * (1 + 1e-12));
				if (!centers.squares(tile, first, limits, 0, squares)) continue;
				final int places = Math.min(PointTiles.SIZE, centers.count() - tile * PointTiles.SIZE);
				for (int i = 0; i < places; i++) {
					if (!(squares[i] <= limits[i])) continue;
					final int other = centers.id(tile * PointTiles.SIZE + i);
					if (other == cluster) continue;
					final double square = factor(cluster, other) * squares[i];
					if (square < best) {
						best = square;
						nearest = other;
					}
				}
			}
		}
	}

	private double factor(final int a, final int b) {
		return 2.0 * sizes[a] * sizes[b] / ((double) sizes[a] + sizes[b]);
	}

	/** In the order of sums of {@link PointTiles}, so that both give the same bits. */
	private static double square(final double[] a, final double[] b) {
		double sum = 0;
		int j = 0;
		for (; j + 4 <= a.length; j += 4) {
			final double d0 = a[j] - b[j];
			final double d1 = a[j + 1] - b[j + 1];
			final double d2 = a[j + 2] - b[j + 2];
			final double d3 = a[j + 3] - b[j + 3];
			sum += d0 * d0 + d1 * d1 + (d2 * d2 + d3 * d3);
		}
		for (; j < a.length; j++) sum += (a[j] - b[j]) * (a[j] - b[j]);
		return sum;
	}
}
