package sc.fiji.standout.embedding.tsne;

import java.util.stream.IntStream;

/**
 * The points of a layout in a complete binary tree of nearby ones, each node with its bounding box and centre. The
 * children of node i are 2 i + 1 and 2 i + 2; all leaves are on one level. When points have moved a little, the tree
 * can be kept and only the boxes and centres be renewed.
 */
final class PointTree {

	static final int LEAF_SIZE = 32;

	/** The points, those of one leaf side by side. */
	final int[] order;

	/** The first point of each node in {@link #order}. */
	final int[] start;

	/** One past the last point of each node. */
	final int[] end;

	final int firstLeaf;

	/** Of each axis the coordinates of the points in {@link #order}. */
	final float[][] points;

	/** Of each axis the centre of gravity of each node, and its box. */
	final float[][] center;
	final float[][] low;
	final float[][] high;

	/** The longest side of the box of each node, squared. */
	final float[] size;

	private final int dimensions;
	private final float[] keys;

	PointTree(final int n, final int dimensions) {
		this.dimensions = dimensions;
		int leaves = 1;
		while ((long) leaves * LEAF_SIZE < n) leaves *= 2;
		firstLeaf = leaves - 1;
		final int nodes = 2 * leaves - 1;
		start = new int[nodes];
		end = new int[nodes];
		end[0] = n;
		for (int node = 0; node < firstLeaf; node++) {
			start[2 * node + 1] = start[node];
			end[2 * node + 1] = start[2 * node + 2] = (start[node] + end[node]) >>> 1;
			end[2 * node + 2] = end[node];
		}
		order = IntStream.range(0, n).toArray();
		keys = new float[n];
		points = new float[dimensions][n];
		center = new float[dimensions][nodes];
		low = new float[dimensions][nodes];
		high = new float[dimensions][nodes];
		size = new float[nodes];
	}

	int leaves() {
		return firstLeaf + 1;
	}

	/** Puts the points into their leaves: each node is halved at the median of the longest side of its box. */
	void sort(final float[] layout) {
		for (int node = 0; node < firstLeaf; node++) {
			final int axis = longest(layout, start[node], end[node]);
			for (int i = start[node]; i < end[node]; i++) keys[i] = layout[order[i] * dimensions + axis];
			select(start[node], end[node] - 1, end[2 * node + 1]);
		}
	}

	/** Takes over where the points are now. */
	void update(final float[] layout) {
		for (int j = 0; j < dimensions; j++) {
			final float[] x = points[j];
			for (int i = 0; i < x.length; i++) x[i] = layout[order[i] * dimensions + j];
			for (int node = start.length - 1; node >= 0; node--) measure(node, j, x);
		}
		for (int node = 0; node < size.length; node++) {
			float most = 0;
			for (int j = 0; j < dimensions; j++) most = Math.max(most, high[j][node] - low[j][node]);
			size[node] = most * most;
		}
	}

	private void measure(final int node, final int j, final float[] x) {
		final int count = end[node] - start[node];
		if (node < firstLeaf) {
			final int left = 2 * node + 1, right = left + 1;
			low[j][node] = Math.min(low[j][left], low[j][right]);
			high[j][node] = Math.max(high[j][left], high[j][right]);
			final float share = (float) (end[left] - start[left]) / count;
			center[j][node] = center[j][right] + share * (center[j][left] - center[j][right]);
			return;
		}
		float least = Float.POSITIVE_INFINITY, most = Float.NEGATIVE_INFINITY;
		double sum = 0;
		for (int i = start[node]; i < end[node]; i++) {
			least = Math.min(least, x[i]);
			most = Math.max(most, x[i]);
			sum += x[i];
		}
		low[j][node] = least;
		high[j][node] = most;
		center[j][node] = (float) (sum / count);
	}

	private int longest(final float[] layout, final int from, final int to) {
		int longest = 0;
		float most = -1;
		for (int j = 0; j < dimensions; j++) {
			float least = Float.POSITIVE_INFINITY, greatest = Float.NEGATIVE_INFINITY;
			for (int i = from; i < to; i++) {
				final float x = layout[order[i] * dimensions + j];
				least = Math.min(least, x);
				greatest = Math.max(greatest, x);
			}
			if (greatest - least > most) {
				most = greatest - least;
				longest = j;
			}
		}
		return longest;
	}

	/** Quickselect: what comes before position {@code k} is not greater than what comes after. */
	private void select(final int first, final int last, final int k) {
		int from = first, to = last;
		while (from < to) {
			final float key = keys[(from + to) >>> 1];
			int i = from, j = to;
			while (i <= j) {
				while (keys[i] < key) i++;
				while (keys[j] > key) j--;
				if (i <= j) swap(i++, j--);
			}
			if (k <= j) to = j;
			else if (k >= i) from = i;
			else return;
		}
	}

	private void swap(final int i, final int j) {
		final float key = keys[i];
		keys[i] = keys[j];
		keys[j] = key;
		final int point = order[i];
		order[i] = order[j];
		order[j] = point;
	}
}
