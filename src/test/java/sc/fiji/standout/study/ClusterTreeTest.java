package sc.fiji.standout.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.cluster.Clustering;
import sc.fiji.standout.cluster.HierarchicalClusterer;
import sc.fiji.standout.feature.Features;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;
import sc.fiji.standout.outlier.Outliers;

class ClusterTreeTest {

	/** 20 | 0 1 | 4 6: in single linkage, 0 and 1 merge at 1, 4 and 6 at 2, both at 3, and 20 comes at 14. */
	private static Study study() {
		final Study study = new Study(StudyFixtures.slices("a", "b", "c", "d", "e"));
		final Matrix points = Matrix.of(new double[] { 20, 0, 1, 4, 6 }, 5, 1);
		study.setFeatures(new Features("Test", List.of("x"), points, List.of()));
		study.setClustering(new HierarchicalClusterer().cluster(points, Settings.of("linkage", "Single", "k", 3),
			Progress.NONE));
		return study;
	}

	@Test
	void aWholeTree() {
		final ClusterTree tree = ClusterTree.of(study(), 50);
		assertEquals(5, tree.leaves());
		assertEquals(9, tree.branches().size());
		final ClusterTree.Branch root = tree.branches().get(8);
		assertEquals(14, root.distance(), 1e-9);
		assertEquals(5, root.size());
		assertEquals(ClusterTree.MIXED, root.cluster());
		assertArrayEquals(new int[] { 0, 1, 2, 3, 4 }, Arrays.stream(tree.items(root)).sorted().toArray());
		for (int i = 0; i < 5; i++) {
			final ClusterTree.Branch leaf = tree.branches().get(i);
			assertTrue(leaf.isLeaf());
			assertEquals(i, leaf.x());
			assertEquals(1, leaf.size());
		}
		final ClusterTree.Branch pair = tree.branches().get(5);
		assertArrayEquals(new int[] { 1, 2 }, tree.items(pair));
		assertEquals(1, pair.distance(), 1e-9);
		assertEquals((tree.branches().get(pair.left()).x() + tree.branches().get(pair.right()).x()) / 2, pair.x());
		assertEquals(0, pair.cluster());
	}

	@Test
	void cutOffBelowTheLastMerges() {
		final ClusterTree tree = ClusterTree.of(study(), 3);
		assertEquals(3, tree.leaves());
		assertEquals(5, tree.branches().size());
		final int[] sizes = tree.branches().subList(0, 3).stream().mapToInt(ClusterTree.Branch::size).sorted().toArray();
		assertArrayEquals(new int[] { 1, 2, 2 }, sizes);
		assertEquals(3, tree.branches().get(3).distance(), 1e-9);
		for (final ClusterTree.Branch leaf : tree.branches().subList(0, 3)) assertTrue(leaf.cluster() >= 0);
	}

	@Test
	void noiseLeavesABranchItsCluster() {
		final Study study = study();
		study.setClustering(new Clustering(new int[] { -1, 0, 0, 0, 0 }, new double[5], null, study.clustering()
			.dendrogram(), null));
		final ClusterTree tree = ClusterTree.of(study, 50);
		assertEquals(0, tree.branches().get(8).cluster());
	}

	@Test
	void withoutADendrogramItIsSaidWhatToDo() {
		final Study study = study();
		study.setClustering(new Clustering(new int[5], new double[5], null));
		assertTrue(assertThrows(IllegalStateException.class, () -> ClusterTree.of(study, 50)).getMessage().contains(
			"Hierarchical Clustering..."));
	}

	@Test
	void sizesOfClusters() {
		final Study study = study();
		study.setClustering(new Clustering(new int[] { -1, 0, 0, 1, 0 }, new double[] { 0, 1, 0.5, 1, 0 }, null));
		study.setOutliers(new Outliers(new double[5], new boolean[] { true, false, true, false, false }));
		final List<Column> sizes = ClusterSummary.sizes(study);
		assertEquals(List.of("cluster", "items", "fraction", "mean_probability", "outliers"), sizes.stream().map(Column::name)
			.toList());
		final double[][] expected = { { -1, 0, 1 }, { 1, 3, 1 }, { 0.2, 0.6, 0.2 }, { 0, 0.5, 1 }, { 1, 1, 0 } };
		for (int c = 0; c < 5; c++) assertArrayEquals(expected[c], sizes.get(c).numbers(), 1e-12);
		assertArrayEquals(new int[] { 1, 2, 4 }, ClusterSummary.items(study, 0));
	}

	@Test
	void itemsNearestToTheirCenters() {
		final Study study = study();
		study.setClustering(new Clustering(new int[] { -1, 0, 0, 0, 1 }, new double[5], null));
		// the center of 0, 1 and 4 is 5/3
		assertArrayEquals(new int[][] { { 2, 1, 3, -1 }, { 4, -1, -1, -1 } }, ClusterSummary.nearestToCenters(study, 4));
		assertThrows(IllegalStateException.class, () -> ClusterSummary.sizes(new Study(StudyFixtures.slices("a"))));
	}
}
