package sc.fiji.standout.embedding.tsne;

import sc.fiji.standout.embedding.graph.Graph;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;

/**
 * The forces of t-SNE on all points: the pull of neighbours exactly, the push of all others by the approximation of
 * Barnes and Hut (1986, doi:10.1038/324446a0), in which a group of points far away acts as one in its centre. The points
 * of a leaf share the list of groups that act on them (Barnes 1990, doi:10.1016/0021-9991(90)90232-P), made for the
 * nearest point of the leaf's box.
 */
final class Forces {

	/**
	 * A group acts as one where its size is below this part of its distance; forces are then right to about one percent.
	 * Along a line there are fewer groups whose errors make up for each other.
	 */
	private static final float ANGLE = .8f;
	private static final float ANGLE_ON_A_LINE = .4f;

	/** How many steps the points are moved before they are sorted into leaves anew. */
	private static final int STEPS = 10;

	private static final int LEAVES = 4;

	private final Graph affinities;
	private final int dimensions;
	private final PointTree tree;
	private final float squaredAngle;
	private final double[] sums;
	private int steps;

	/** n x dimensions, what pulls each point, to be subtracted. */
	final float[] pull;

	/** n x dimensions, what pushes each point, not yet divided by {@link #total}. */
	final float[] push;

	/** The sum of the kernels of all pairs of different points. */
	double total;

	Forces(final Graph affinities, final int dimensions) {
		this.affinities = affinities;
		this.dimensions = dimensions;
		squaredAngle = dimensions == 1 ? ANGLE_ON_A_LINE * ANGLE_ON_A_LINE : ANGLE * ANGLE;
		tree = new PointTree(affinities.size(), dimensions);
		sums = new double[tree.leaves()];
		pull = new float[affinities.size() * dimensions];
		push = new float[pull.length];
	}

	/** @param layout n x dimensions, row-major */
	void compute(final float[] layout, final Progress progress) {
		if (steps++ % STEPS == 0) tree.sort(layout);
		tree.update(layout);
		Parallel.chunks(tree.leaves(), LEAVES, progress, (chunk, from, to) -> {
			final Bodies bodies = new Bodies(dimensions);
			for (int leaf = from; leaf < to; leaf++) sums[leaf] = leaf(tree.firstLeaf + leaf, layout, bodies);
		});
		total = 0;
		for (final double sum : sums) total += sum;
		// where all points but their own kernels are infinitely far, nothing pushes
		total = Math.max(total, Double.MIN_NORMAL);
	}

	private double leaf(final int leaf, final float[] layout, final Bodies bodies) {
		final float[] point = new float[dimensions];
		final float[] sum = new float[dimensions];
		double kernels = 0;
		bodies.clear();
		collect(0, leaf, bodies);
		for (int i = tree.start[leaf]; i < tree.end[leaf]; i++) {
			for (int j = 0; j < dimensions; j++) point[j] = tree.points[j][i];
			// less the kernel of the point with itself
			kernels += bodies.push(point, sum) - 1;
			System.arraycopy(sum, 0, push, tree.order[i] * dimensions, dimensions);
		}
		for (int i = tree.start[leaf]; i < tree.end[leaf]; i++) {
			final int item = tree.order[i];
			for (int j = 0; j < dimensions; j++) point[j] = tree.points[j][i];
			bodies.clear();
			bodies.addAll(layout, affinities.targets(), affinities.weights(), affinities.starts()[item], affinities
				.starts()[item + 1]);
			bodies.pull(point, sum);
			System.arraycopy(sum, 0, pull, item * dimensions, dimensions);
		}
		return kernels;
	}

	private void collect(final int node, final int leaf, final Bodies bodies) {
		float square = 0;
		for (int j = 0; j < dimensions; j++) {
			final float x = tree.center[j][node];
			final float off = Math.max(0, Math.max(tree.low[j][leaf] - x, x - tree.high[j][leaf]));
			square += off * off;
		}
		if (tree.size[node] < squaredAngle * square) bodies.add(tree.center, node, tree.end[node] - tree.start[node]);
		else if (node >= tree.firstLeaf) bodies.addAll(tree.points, tree.start[node], tree.end[node]);
		else {
			collect(2 * node + 1, leaf, bodies);
			collect(2 * node + 2, leaf, bodies);
		}
	}
}
