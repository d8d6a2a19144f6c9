package sc.fiji.standout.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;

import sc.fiji.standout.matrix.Matrix;

/**
 * Points that can be moved and removed, in tiles of {@value #SIZE}, each stored column by column, so that the squared
 * distances of a tile to one point take vector instructions. They stay in the order of their numbers.
 */
final class PointTiles {

	static final int SIZE = 64;

	/** Columns between two looks at whether a whole tile is too far away. */
	private static final int BLOCK = 16;

	private final int d;
	private final double[] values;

	/** The number of the point at each place. */
	private final int[] ids;

	/** The place of each point. */
	private final int[] places;
	private int count;
	private int alive;

	PointTiles(final Matrix points) {
		d = points.columns();
		count = alive = points.rows();
		final long length = (long) tiles() * SIZE * d;
		if (length > Integer.MAX_VALUE - 8) throw new IllegalArgumentException(points.rows() + " items with " + d +
			" features are too many; use fewer features, such as components=24.");
		values = new double[(int) length];
		Arrays.fill(values, Double.NaN);
		ids = IntStream.range(0, count).toArray();
		places = ids.clone();
		final double[] row = new double[d];
		for (int i = 0; i < count; i++) {
			points.row(i, row);
			set(i, row);
		}
	}

	/** How many tiles there are now. */
	int tiles() {
		return (count + SIZE - 1) / SIZE;
	}

	/** The number of the point at a place; a place of a removed point keeps its number until {@link #compact}. */
	int id(final int place) {
		return ids[place];
	}

	/** How many places there are, those of removed points counted. */
	int count() {
		return count;
	}

	void get(final int id, final double[] target) {
		int at = start(places[id]);
		for (int j = 0; j < d; j++, at += SIZE) target[j] = values[at];
	}

	void set(final int id, final double[] point) {
		int at = start(places[id]);
		for (int j = 0; j < d; j++, at += SIZE) values[at] = point[j];
	}

	/** Takes a point away: all distances to it are NaN from now on. */
	void remove(final int id) {
		int at = start(places[id]);
		for (int j = 0; j < d; j++, at += SIZE) values[at] = Double.NaN;
		places[id] = -1;
		alive--;
	}

	/** Whether so many points are gone that it is time to {@link #compact}. */
	boolean isSparse() {
		return count > 2 * SIZE && alive < count * 3 / 4;
	}

	/** Closes the gaps of removed points; all places change. */
	void compact() {
		final double[] point = new double[d];
		int next = 0;
		for (int place = 0; place < count; place++) {
			final int id = ids[place];
			if (places[id] < 0) continue;
			get(id, point);
			places[id] = next;
			ids[next++] = id;
			set(id, point);
		}
		final int filled = next;
		final int end = tiles() * SIZE;
		count = filled;
		// the rest of the last tile
		for (int place = filled; place < Math.min(end, tiles() * SIZE); place++) {
			for (int j = 0, at = start(place); j < d; j++, at += SIZE) values[at] = Double.NaN;
		}
	}

	/**
	 * The squared Euclidean distances of the points of a tile to a point, NaN where there is none.
	 *
	 * @param limits one for each place of the tile, from {@code from} on: where all distances are above, they need not
	 *          be known
	 * @param squares takes {@value #SIZE} numbers
	 * @return whether they were all computed; false when all are known to be above their limits
	 */
	boolean squares(final int tile, final double[] point, final double[] limits, final int from,
		final double[] squares)
	{
		Arrays.fill(squares, 0);
		int at = tile * SIZE * d;
		int j = 0;
		while (j < d) {
			if (j > 0 && above(squares, limits, from)) return false;
			final int stop = Math.min(d, j + BLOCK);
			for (; j + 4 <= stop; j += 4, at += 4 * SIZE) four(at, point[j], point[j + 1], point[j + 2], point[j + 3],
				squares);
			for (; j < stop; j++, at += SIZE) one(at, point[j], squares);
		}
		return true;
	}

	private static boolean above(final double[] squares, final double[] limits, final int from) {
		for (int i = 0; i < SIZE; i++) if (squares[i] <= limits[from + i]) return false;
		return true;
	}

	private void four(final int at, final double p0, final double p1, final double p2, final double p3,
		final double[] squares)
	{
		for (int i = 0; i < SIZE; i++) {
			final double d0 = values[at + i] - p0;
			final double d1 = values[at + SIZE + i] - p1;
			final double d2 = values[at + 2 * SIZE + i] - p2;
			final double d3 = values[at + 3 * SIZE + i] - p3;
			squares[i] += d0 * d0 + d1 * d1 + (d2 * d2 + d3 * d3);
		}
	}

	private void one(final int at, final double p, final double[] squares) {
		for (int i = 0; i < SIZE; i++) {
			final double off = values[at + i] - p;
			squares[i] += off * off;
		}
	}

	private int start(final int place) {
		return place / SIZE * SIZE * d + place % SIZE;
	}
}
