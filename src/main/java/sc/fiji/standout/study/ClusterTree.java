package sc.fiji.standout.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import sc.fiji.standout.cluster.Dendrogram;

/**
 * The last merges of a study's dendrogram, as they are drawn: from the root down to so many leaves, each of which stands
 * for one item or for all items that had merged before.
 *
 * @param branches the branches, children before their parents; the last one is the root
 * @param leaves how many of them are leaves
 * @param items n items in the order of the leaves
 */
public record ClusterTree(List<Branch> branches, int leaves, int[] items) {

	/** The cluster of a branch whose items are of several clusters. */
	public static final int MIXED = -2;

	/**
	 * One branch.
	 *
	 * @param left the child on the left, an index of {@code branches}; -1 = a leaf
	 * @param right the child on the right, or -1
	 * @param distance at which the children merged, 0 for a leaf
	 * @param x its place from left to right: leaves are at 0, 1, 2, ..., parents between their children
	 * @param first the place of its first item in {@code items}
	 * @param size how many items it has; they follow the first
	 * @param cluster of all its items, noise aside; -1 = all are noise, {@link #MIXED} = they are of several
	 */
	public record Branch(int left, int right, double distance, double x, int first, int size, int cluster) {

		public boolean isLeaf() {
			return left < 0;
		}
	}

	/**
	 * The tree of the clustering that the study has now.
	 *
	 * @param most leaves that are shown at most, at least 2
	 * @throws IllegalStateException when there is no clustering with a dendrogram
	 */
	public static ClusterTree of(final Study study, final int most) {
		if (study.clustering() == null || study.clustering().dendrogram() == null) throw new IllegalStateException(
			"There is no dendrogram yet; run 'Hierarchical Clustering...' or 'DAML Clustering...' first.");
		return new Builder(study.clustering().dendrogram(), study.clustering().labels(), most).tree();
	}

	/** The items of a branch, from 0. */
	public int[] items(final Branch branch) {
		return Arrays.copyOfRange(items, branch.first(), branch.first() + branch.size());
	}

	/** Takes a dendrogram apart. */
	private static final class Builder {

		private final Dendrogram dendrogram;
		private final int n;
		private final int[] clusters;
		private final int[] items;
		private final List<Integer> shown = new ArrayList<>();
		private final int lowest;
		private int leaves;

		Builder(final Dendrogram dendrogram, final int[] labels, final int most) {
			this.dendrogram = dendrogram;
			n = dendrogram.points();
			lowest = Math.max(n, 2 * n - most);
			clusters = new int[2 * n - 1];
			for (int point = 0; point < n; point++) clusters[point] = labels[dendrogram.items()[point]];
			for (int node = n; node < 2 * n - 1; node++) {
				final int left = clusters[dendrogram.left()[node - n]];
				final int right = clusters[dendrogram.right()[node - n]];
				clusters[node] = left == right || right == -1 ? left : left == -1 ? right : MIXED;
			}
			items = new int[n];
		}

		ClusterTree tree() {
			final int[] firsts = order();
			final int[] index = new int[2 * n - 1];
			final List<Branch> branches = new ArrayList<>();
			// the nodes as they come from the root are the leaves from left to right
			for (final int node : shown) {
				if (isMerge(node)) continue;
				index[node] = branches.size();
				branches.add(new Branch(-1, -1, 0, leaves++, firsts[node], dendrogram.size(node), clusters[node]));
			}
			final List<Integer> merges = new ArrayList<>(shown.stream().filter(this::isMerge).toList());
			merges.sort(Comparator.naturalOrder());
			for (final int node : merges) {
				final int left = index[dendrogram.left()[node - n]];
				final int right = index[dendrogram.right()[node - n]];
				index[node] = branches.size();
				branches.add(new Branch(left, right, dendrogram.distances()[node - n], (branches.get(left).x() + branches.get(
					right).x()) / 2, firsts[node], dendrogram.size(node), clusters[node]));
			}
			return new ClusterTree(List.copyOf(branches), leaves, items);
		}

		private boolean isMerge(final int node) {
			return node >= lowest;
		}

		/** Goes through all nodes, the left ones first; of each node, the place of its first item. */
		private int[] order() {
			final int[] firsts = new int[2 * n - 1];
			final int[] open = new int[n + 1];
			int count = 0;
			int next = 0;
			open[count++] = dendrogram.root();
			final boolean[] inside = new boolean[2 * n - 1];
			while (count > 0) {
				final int node = open[--count];
				firsts[node] = next;
				if (!inside[node]) shown.add(node);
				if (node < n) {
					items[next++] = dendrogram.items()[node];
					continue;
				}
				final int left = dendrogram.left()[node - n];
				final int right = dendrogram.right()[node - n];
				inside[left] = inside[right] = !isMerge(node);
				open[count++] = right;
				open[count++] = left;
			}
			return firsts;
		}
	}
}
