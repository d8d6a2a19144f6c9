package sc.fiji.standout.embedding.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import sc.fiji.standout.matrix.Progress;

/**
 * A weighted directed graph as sparse rows: the edges of vertex i are {@code starts[i]} to {@code starts[i + 1]}.
 *
 * @param starts n + 1
 * @param targets the other end of each edge
 * @param weights of each edge, from 0 to 1
 */
public record Graph(int[] starts, int[] targets, float[] weights) {

	/** So many edges can be made symmetric: their arrays become up to twice as long, and longer ones do not exist. */
	public static final int MOST_EDGES = (Integer.MAX_VALUE - 8) / 2;

	private static final int CHECKED = 4096;

	public int size() {
		return starts.length - 1;
	}

	/** All edges turned round; the targets of each vertex are in ascending order. */
	public Graph transpose(final Progress progress) {
		final int n = size();
		final int[] at = new int[n + 1];
		for (final int target : targets) at[target + 1]++;
		for (int i = 0; i < n; i++) at[i + 1] += at[i];
		final int[] turned = at.clone();
		final int[] sources = new int[targets.length];
		final float[] values = new float[targets.length];
		for (int i = 0; i < n; i++) {
			if (i % CHECKED == 0) progress.check();
			for (int e = starts[i]; e < starts[i + 1]; e++) {
				final int slot = at[targets[e]]++;
				sources[slot] = i;
				values[slot] = weights[e];
			}
		}
		return new Graph(turned, sources, values);
	}

	/** What becomes of the weights of an edge and its reverse; 0 where there is none. Must be symmetric. */
	public interface Union {

		float of(float weight, float reverse);
	}

	/**
	 * Joins each edge with its reverse: an undirected graph, every edge there in both directions, targets ascending. Must
	 * have at most {@link #MOST_EDGES} edges.
	 */
	public Graph symmetrize(final Union union, final Progress progress) {
		final Graph in = transpose(progress);
		final Graph out = in.transpose(progress);
		final int[] at = new int[starts.length];
		final int[] ends = new int[2 * targets.length];
		final float[] values = new float[ends.length];
		int m = 0;
		for (int i = 0; i < size(); i++) {
			if (i % CHECKED == 0) progress.check();
			int p = out.starts[i], q = in.starts[i];
			while (p < out.starts[i + 1] || q < in.starts[i + 1]) {
				final int a = p < out.starts[i + 1] ? out.targets[p] : Integer.MAX_VALUE;
				final int b = q < in.starts[i + 1] ? in.targets[q] : Integer.MAX_VALUE;
				final float x = a <= b ? out.weights[p++] : 0;
				final float y = b <= a ? in.weights[q++] : 0;
				ends[m] = Math.min(a, b);
				values[m++] = union.of(x, y);
			}
			at[i + 1] = m;
		}
		return new Graph(at, Arrays.copyOf(ends, m), Arrays.copyOf(values, m));
	}

	/** The graph without edges lighter than {@code least}. */
	public Graph prune(final float least) {
		final int[] at = new int[starts.length];
		final int[] ends = new int[targets.length];
		final float[] values = new float[targets.length];
		int m = 0;
		for (int i = 0; i < size(); i++) {
			for (int e = starts[i]; e < starts[i + 1]; e++) {
				if (weights[e] < least) continue;
				ends[m] = targets[e];
				values[m++] = weights[e];
			}
			at[i + 1] = m;
		}
		return new Graph(at, Arrays.copyOf(ends, m), Arrays.copyOf(values, m));
	}

	/** The heaviest weight, 0 if there are no edges. */
	public float heaviest() {
		float most = 0;
		for (final float weight : weights) most = Math.max(most, weight);
		return most;
	}

	/** The vertices of each connected part of an undirected graph, in ascending order, by their first vertex. */
	public List<int[]> components() {
		final List<int[]> components = new ArrayList<>();
		final boolean[] seen = new boolean[size()];
		final int[] queue = new int[size()];
		for (int first = 0; first < size(); first++) {
			if (seen[first]) continue;
			int count = 0;
			queue[count++] = first;
			seen[first] = true;
			for (int head = 0; head < count; head++) {
				for (int e = starts[queue[head]]; e < starts[queue[head] + 1]; e++) {
					if (seen[targets[e]]) continue;
					seen[targets[e]] = true;
					queue[count++] = targets[e];
				}
			}
			final int[] component = Arrays.copyOf(queue, count);
			Arrays.sort(component);
			components.add(component);
		}
		return components;
	}

	/** The graph of one connected component, its vertices numbered from 0 in the order given. */
	public Graph restrict(final int[] component) {
		if (component.length == size()) return this;
		final int[] at = new int[component.length + 1];
		for (int i = 0; i < component.length; i++)
			at[i + 1] = at[i] + starts[component[i] + 1] - starts[component[i]];
		final int[] ends = new int[at[component.length]];
		final float[] values = new float[ends.length];
		for (int i = 0, m = 0; i < component.length; i++)
			for (int e = starts[component[i]]; e < starts[component[i] + 1]; e++, m++) {
				ends[m] = Arrays.binarySearch(component, targets[e]);
				values[m] = weights[e];
			}
		return new Graph(at, ends, values);
	}
}
