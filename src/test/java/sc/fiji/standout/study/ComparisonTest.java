package sc.fiji.standout.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.cluster.Clustering;
import sc.fiji.standout.cluster.Findings;
import sc.fiji.standout.outlier.Outliers;

class ComparisonTest {

	/** Twenty of "10", two of "9", one without a label; the nines have the highest scores but one. */
	private static Study study() {
		final String[] labels = new String[23];
		final int[] clusters = new int[23];
		final double[] scores = new double[23];
		final boolean[] flags = new boolean[23];
		for (int i = 0; i < 23; i++) {
			labels[i] = i < 20 ? "10" : i < 22 ? "9" : " ";
			clusters[i] = i < 15 ? 0 : i < 20 ? 1 : -1;
			scores[i] = i == 3 ? 100 : i;
			flags[i] = i == 3 || i >= 21;
		}
		final Study study = new Study(StudyFixtures.slices(labels));
		study.setClustering(new Clustering(clusters, new double[23], null));
		study.setOutliers(new Outliers(scores, flags));
		return study;
	}

	@Test
	void countsEachLabelInNaturalOrder() {
		final List<Column> table = Comparison.of(study(), "label", "").table();
		assertEquals(List.of("label", "items", "outliers", "noise", "cluster_0", "cluster_1"), table.stream().map(
			Column::name).toList());
		assertArrayEquals(new String[] { "9", "10" }, table.get(0).texts());
		final double[][] expected = { { 2, 20 }, { 1, 1 }, { 2, 0 }, { 0, 15 }, { 0, 5 } };
		for (int c = 0; c < 5; c++) assertArrayEquals(expected[c], table.get(c + 1).numbers(), table.get(c + 1).name());
	}

	@Test
	void rareLabelsAreTheOutliersUnlessOthersAreNamed() {
		final Comparison rare = Comparison.of(study(), "label", "");
		assertEquals(Set.of("9"), rare.positive());
		// of 40 pairs of a nine and a ten, the two with item 4 are wrong
		assertEquals(38 / 40.0, rare.measures().get("roc_auc"), 1e-12);
		assertEquals((1 / 2.0 + 2 / 3.0) / 2, rare.measures().get("average_precision"), 1e-12);
		assertEquals(2 / 40.0, Comparison.of(study(), "label", " 10 ").measures().get("roc_auc"), 1e-12);
	}

	/** What is flagged without a score, since nothing is known of it, is the most outlying; else no score is the lowest. */
	@Test
	void flaggedWithoutAScoreCountsAsTheWorst() {
		final Study study = new Study(StudyFixtures.slices("bad", "good", "good", "good", "bad"));
		final double[] scores = { Double.NaN, 3, 2, 1, 2.5 };
		study.setOutliers(new Outliers(scores, new boolean[] { true, false, false, false, false }));
		final Map<String, Double> measures = Comparison.of(study, "label", "bad").measures();
		// of 6 pairs, only that of the 2.5 and the 3 is wrong
		assertEquals(5 / 6.0, measures.get("roc_auc"), 1e-12);
		assertEquals((1 + 2 / 3.0) / 2, measures.get("average_precision"), 1e-12);
		study.setOutliers(new Outliers(scores, new boolean[5]));
		assertEquals(2 / 6.0, Comparison.of(study, "label", "bad").measures().get("roc_auc"), 1e-12);
	}

	/** File names as labels, and about as many clusters: the largest 100 have columns, and all items are counted. */
	@Test
	void manyLabelsAndClustersMakeATableOfBearableSize() {
		final int n = 50_000;
		final Study study = new Study(StudyFixtures.slices(IntStream.range(0, n).mapToObj(i -> "file" + i).toArray(
			String[]::new)));
		// two items of noise, cluster 40000 of three items, all others of one
		final int[] clusters = IntStream.range(0, n).map(i -> i < 2 ? -1 : i < 5 ? 40_000 : i < 40_005 ? i - 5 : i - 4)
			.toArray();
		study.setClustering(new Clustering(clusters, new double[n], null));
		final com.sun.management.ThreadMXBean memory = (com.sun.management.ThreadMXBean) ManagementFactory
			.getThreadMXBean();
		final long before = memory.getCurrentThreadAllocatedBytes();
		final Comparison comparison = Comparison.of(study, "label", "");
		final long megabytes = memory.getCurrentThreadAllocatedBytes() - before >> 20;
		assertTrue(megabytes < 256, megabytes + " MB");
		assertEquals(0, comparison.measures().get("adjusted_rand_index"), 1e-12);
		// the entropy of the clusters is what they share with the labels, each of which has one item
		final double entropy = Math.log(n) - (2 * Math.log(2) + 3 * Math.log(3)) / n;
		assertEquals(2 * entropy / (Math.log(n) + entropy), comparison.measures().get("normalized_mutual_information"), 1e-12);

		final List<Column> table = comparison.table();
		final List<String> names = table.stream().map(Column::name).toList();
		assertEquals(List.of("label", "items", "noise", "cluster_0", "cluster_1"), names.subList(0, 5));
		assertEquals(List.of("cluster_98", "cluster_40000", "other_clusters"), names.subList(101, 104));
		assertEquals(104, table.size());
		final double[] sums = table.stream().skip(1).mapToDouble(column -> Arrays.stream(column.numbers()).sum()).toArray();
		assertArrayEquals(new double[] { n, 2, 1 }, Arrays.copyOf(sums, 3));
		assertArrayEquals(new double[] { 3, n - 2 - 3 - 99 }, Arrays.copyOfRange(sums, 101, 103));
		assertEquals(1, table.get(102).numbers()[4], "file4 is in cluster 40000");
	}

	@Test
	void measuresAreOfWhatThereIs() {
		final Study clusters = new Study(StudyFixtures.slices("a", "a", "b", "b"));
		clusters.setClustering(new Clustering(new int[] { 1, 1, -1, -1 }, new double[4], null));
		final Comparison comparison = Comparison.of(clusters, "label", "");
		assertEquals(List.of("adjusted_rand_index", "normalized_mutual_information"), List.copyOf(comparison.measures()
			.keySet()));
		assertEquals(1, comparison.measures().get("adjusted_rand_index"), 1e-12);
		assertTrue(comparison.positive().isEmpty());
		assertEquals(5, comparison.table().size());
	}

	@Test
	void whatIsWrongIsSaidInOneSentence() {
		final Study study = study();
		assertEquals("column=size does not exist; it must be one of item, label, slice, roi, cluster, probability, " +
			"outlier_score, outlier.", message(study, "size", ""));
		assertEquals("positive=11 is not in the column label; its labels are 9, 10.", message(study, "label", "9,11"));
		assertTrue(message(new Study(StudyFixtures.slices("a", "b")), "label", "").startsWith("There are neither clusters"));
		final Study unlabelled = new Study(StudyFixtures.slices("", ""));
		assertTrue(message(unlabelled, "label", "").startsWith("column=label is empty for all items"));
	}

	@Test
	void findingsAreColumnsAfterTheOutliers() {
		final Study study = study();
		final boolean[] potential = new boolean[23];
		potential[2] = true;
		final int[] groups = new int[23];
		groups[0] = groups[1] = 1;
		study.setClustering(new Clustering(new int[23], new double[23], null, null, new Findings(potential, groups,
			new int[23])));
		assertEquals(List.of("cluster", "probability", "outlier_score", "outlier", "potential_outlier", "duplicate_group",
			"near_duplicate_group"), study.columns().stream().map(Column::name).skip(4).toList());
		assertEquals(1, study.column("potential_outlier").numbers()[2]);
		assertEquals("1", study.column("duplicate_group").cell(1));
		assertEquals("0", study.column("near_duplicate_group").cell(1));
	}

	private static String message(final Study study, final String column, final String positive) {
		final RuntimeException e = assertThrows(RuntimeException.class, () -> Comparison.of(study, column, positive));
		assertTrue(e instanceof IllegalArgumentException || e instanceof IllegalStateException, e.toString());
		return e.getMessage();
	}
}
