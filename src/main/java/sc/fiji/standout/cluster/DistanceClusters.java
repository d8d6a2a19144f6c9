package sc.fiji.standout.cluster;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;

/**
 * Clusters under complete or average linkage, by the formula of Lance and Williams (1967, doi:10.1093/comjnl/9.4.373)
 * on the distances of all pairs, n (n - 1) / 2 floats.
 */
final class DistanceClusters implements NearestNeighborChain.Clusters {

	/** How far a merged cluster is from another, from the distances and sizes of its two parts. */
	interface Update {

		double distance(double first, double second, int firstSize, int secondSize);
	}

	static final Update COMPLETE = (first, second, firstSize, secondSize) -> Math.max(first, second);
	static final Update AVERAGE = (first, second, firstSize, secondSize) -> (firstSize * first + secondSize * second) /
		(firstSize + secondSize);

	/** Of each cluster: the distances to those before it. */
	private final float[][] distances;
	private final int[] sizes;
	private final Update update;

	/** The names of the clusters that are left, ascending. */
	private final int[] alive;
	private int count;

	/**
	 * @param linkage what it is called, for the sentence that says that there is not enough memory
	 * @throws IllegalArgumentException when the distances do not fit the memory that is left
	 */
	DistanceClusters(final Matrix points, final String linkage, final Update update, final Progress progress) {
		final int n = points.rows();
		requireMemory(n, linkage);
		this.update = update;
		sizes = new int[n];
		Arrays.fill(sizes, 1);
		alive = IntStream.range(0, n).toArray();
		count = n;
		distances = new float[n][];
		final PointTiles tiles = new PointTiles(points);
		final double[] all = new double[PointTiles.SIZE];
		Arrays.fill(all, Double.POSITIVE_INFINITY);
		Parallel.chunks(n, 16, progress, (chunk, from, to) -> {
			final double[] row = new double[points.columns()];
			final double[] squares = new double[PointTiles.SIZE];
			for (int i = from; i < to; i++) {
				points.row(i, row);
				distances[i] = new float[i];
				for (int start = 0; start < i; start += PointTiles.SIZE) {
					tiles.squares(start / PointTiles.SIZE, row, all, 0, squares);
					for (int j = start; j < Math.min(i, start + PointTiles.SIZE); j++) distances[i][j] = (float) Math.sqrt(
						squares[j - start]);
				}
			}
		});
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
		int nearest = previous;
		double best = previous < 0 ? Double.POSITIVE_INFINITY : get(cluster, previous);
		final float[] row = distances[cluster];
		int at = 0;
		for (; alive[at] < cluster; at++) {
			if (row[alive[at]] < best) {
				best = row[alive[at]];
				nearest = alive[at];
			}
		}
		for (at++; at < count; at++) {
			final float distance = distances[alive[at]][cluster];
			if (distance < best) {
				best = distance;
				nearest = alive[at];
			}
		}
		return new NearestNeighborChain.Nearest(nearest, best);
	}

	@Override
	public void merge(final int gone, final int kept) {
		for (int at = 0; at < count; at++) {
			final int other = alive[at];
			if (other != gone && other != kept) put(other, kept, update.distance(get(other, gone), get(other, kept),
				sizes[gone], sizes[kept]));
		}
		sizes[kept] += sizes[gone];
		sizes[gone] = 0;
		distances[gone] = null;
		final int at = Arrays.binarySearch(alive, 0, count, gone);
		System.arraycopy(alive, at + 1, alive, at, --count - at);
	}

	private double get(final int a, final int b) {
		return a > b ? distances[a][b] : distances[b][a];
	}

	private void put(final int a, final int b, final double distance) {
		distances[Math.max(a, b)][Math.min(a, b)] = (float) distance;
	}

	/** @throws IllegalArgumentException when the distances of n points do not fit the memory that is left */
	static void requireMemory(final int n, final String linkage) {
		final long needed = 4L * n * (n - 1) / 2 + 16L * n;
		long left = left();
		if (needed > left) {
			// what nobody uses any more counts as used until it is collected
			System.gc();
			left = left();
		}
		if (needed > left) throw new IllegalArgumentException(String.format(Locale.ROOT, "linkage=%s of %d items needs " +
			"%.1f GB for the distances of all pairs, but ImageJ has %.1f GB left; choose linkage=Ward or linkage=Single, " +
			"or give ImageJ more memory (Edit > Options > Memory & Threads...).", linkage, n, needed / 1e9, left / 1e9));
	}

	/** Bytes that can be taken, less a tenth for everything else. */
	private static long left() {
		final Runtime runtime = Runtime.getRuntime();
		return (runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory())) * 9 / 10;
	}
}
