package sc.fiji.standout.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * HDBSCAN with all its choices of clusters, written down from its definition without any of the production code: a
 * cluster is a set of points that is cut at the longest edge of its spanning tree again and again. For small sets.
 */
final class HdbscanByDefinition {

	/** A cluster: what it came from, at which lambda, and at which lambda each of its points left it. */
	private final class Node {

		final Node parent;
		final double birth;
		final List<Node> children = new ArrayList<>();
		final double[] left;
		double stability;

		Node(final Node parent, final double birth, final int[] members) {
			this.parent = parent;
			this.birth = birth;
			left = new double[weights.length];
			nodes.add(this);
			cut(members);
			for (final int point : members) stability += left[point] - birth;
		}

		private void cut(final int[] members) {
			int[] rest = members;
			while (rest.length > 1) {
				final List<int[]> sides = sides(rest);
				final double lambda = 1 / longest;
				final int[] a = sides.get(0);
				final int[] b = sides.get(1);
				if (a.length >= size && b.length >= size) {
					for (final int point : rest) left[point] = lambda;
					children.add(new Node(this, lambda, a));
					children.add(new Node(this, lambda, b));
					return;
				}
				final int[] large = a.length >= size ? a : b;
				final int[] small = large == a ? b : a;
				for (final int point : small) left[point] = lambda;
				if (large.length < size) {
					for (final int point : large) left[point] = lambda;
					return;
				}
				rest = large;
			}
		}
	}

	private final double[][] weights;
	private final int size;
	private final List<Node> nodes = new ArrayList<>();
	private double longest;

	HdbscanByDefinition(final double[][] points, final int size, final int samples) {
		this.size = size;
		final int n = points.length;
		weights = new double[n][n];
		final double[] cores = new double[n];
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < n; j++) for (int c = 0; c < points[i].length; c++) weights[i][j] += Math.pow(points[i][c] -
				points[j][c], 2);
			for (int j = 0; j < n; j++) weights[i][j] = Math.sqrt(weights[i][j]);
			final double[] sorted = weights[i].clone();
			Arrays.sort(sorted);
			cores[i] = sorted[samples];
		}
		for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) weights[i][j] = Math.max(weights[i][j], Math.max(cores[i],
			cores[j]));
		new Node(null, 0, IntStream.range(0, n).toArray());
	}

	/** The label of each point; the numbers of the clusters are arbitrary, -1 = noise. */
	int[] labels(final boolean leaf, final double epsilon, final boolean single) {
		final List<Node> taken = leaf ? leaves() : excess(nodes.get(0), single);
		final List<Node> merged = new ArrayList<>();
		for (final Node node : taken) {
			Node top = node;
			if (!(taken.contains(nodes.get(0)) && !leaf) && epsilon > 0 && 1 / node.birth < epsilon) {
				do top = top.parent;
				while (top.parent != null && 1 / top.birth <= epsilon);
				// the root only where it may be; else the one below it on the way
				if (top.parent == null && !single) for (top = node; top.parent.parent != null;) top = top.parent;
			}
			if (!merged.contains(top)) merged.add(top);
		}
		final int[] labels = new int[weights.length];
		for (int i = 0; i < labels.length; i++) labels[i] = label(i, merged, epsilon);
		return labels;
	}

	private int label(final int point, final List<Node> taken, final double epsilon) {
		int label = -1;
		for (final Node node : nodes) if (node.left[point] > 0 && taken.contains(node)) label = taken.indexOf(node);
		if (label < 0 || taken.get(label).parent != null) return label;
		final double most = Arrays.stream(nodes.get(0).left).max().orElse(0);
		final boolean core = nodes.get(0).left[point] >= (epsilon > 0 ? 1 / epsilon : most) || epsilon > 0 && lambda(
			point) >= 1 / epsilon;
		return taken.size() == 1 && core ? label : -1;
	}

	/** The lambda at which a point left the tree. */
	private double lambda(final int point) {
		return nodes.stream().mapToDouble(node -> node.left[point]).max().orElse(0);
	}

	private List<Node> leaves() {
		return nodes.stream().filter(node -> node.parent != null && node.children.isEmpty()).toList();
	}

	private List<Node> excess(final Node node, final boolean allowed) {
		final List<Node> below = new ArrayList<>();
		for (final Node child : node.children) below.addAll(excess(child, true));
		final double sum = below.stream().mapToDouble(child -> child.stability).sum();
		return allowed && node.stability >= sum ? List.of(node) : below;
	}

	/** Cuts a set at the longest edge of its spanning tree. */
	private List<int[]> sides(final int[] members) {
		final int m = members.length;
		final double[] nearest = new double[m];
		final int[] sources = new int[m];
		final int[] order = new int[m];
		Arrays.fill(nearest, Double.POSITIVE_INFINITY);
		final boolean[] in = new boolean[m];
		int last = 0;
		in[0] = true;
		int cut = 1;
		longest = 0;
		final double[] lengths = new double[m];
		for (int k = 1; k < m; k++) {
			int next = -1;
			for (int i = 0; i < m; i++) {
				if (in[i]) continue;
				if (weights[members[last]][members[i]] < nearest[i]) {
					nearest[i] = weights[members[last]][members[i]];
					sources[i] = last;
				}
				if (next < 0 || nearest[i] < nearest[next]) next = i;
			}
			in[next] = true;
			order[k] = next;
			lengths[k] = nearest[next];
			last = next;
			if (lengths[k] > longest) {
				longest = lengths[k];
				cut = k;
			}
		}
		// all that hangs on the point at the far end of the cut
		final boolean[] far = new boolean[m];
		far[order[cut]] = true;
		for (int k = 1; k < m; k++) if (k != cut && far[sources[order[k]]]) far[order[k]] = true;
		return List.of(IntStream.range(0, m).filter(i -> !far[i]).map(i -> members[i]).toArray(), IntStream.range(0, m)
			.filter(i -> far[i]).map(i -> members[i]).toArray());
	}
}
