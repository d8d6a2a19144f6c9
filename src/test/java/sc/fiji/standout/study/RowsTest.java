package sc.fiji.standout.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import sc.fiji.standout.cluster.DamlClusterer;
import sc.fiji.standout.cluster.HierarchicalClusterer;
import sc.fiji.standout.embedding.PcaEmbedder;
import sc.fiji.standout.feature.Features;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;
import sc.fiji.standout.outlier.ConsensusOutliers;
import sc.fiji.standout.outlier.LocalOutlierFactorOutliers;
import sc.fiji.standout.outlier.MembershipOutliers;

/** Rows that are not finite are left out of every method and marked; the others get what they get without them. */
class RowsTest {

	private static final int N = 60;
	private static final int[] BROKEN = { 4, 59 };
	private static final int[] KEPT = IntStream.range(0, N).filter(i -> i != 4 && i != 59).toArray();

	private final Study with = study(IntStream.range(0, N).toArray());
	private final Study without = study(KEPT);

	@BeforeEach
	void features() {
		assertEquals(N, with.size());
		features(with, IntStream.range(0, N).toArray());
		features(without, KEPT);
	}

	private static Study study(final int[] items) {
		return new Study(StudyFixtures.slices(IntStream.of(items).mapToObj(String::valueOf).toArray(String[]::new)));
	}

	/** Only the last value of a broken row is not finite. */
	private static void features(final Study study, final int[] items) {
		final double[] values = new double[items.length * 3];
		for (int i = 0; i < items.length; i++) for (int j = 0; j < 3; j++) values[i * 3 + j] = Math.sin(7 * items[i] + j *
			items[i]) + items[i] % 3 * 10;
		if (items.length == N) {
			values[3 * 4 + 2] = Double.NaN;
			values[3 * 59 + 2] = Double.NEGATIVE_INFINITY;
		}
		Steps.features(study, (all, settings, progress) -> new Features("Test", List.of("a", "b", "c"), Matrix.of(values
			.clone(), items.length, 3), List.of()), Settings.DEFAULTS, null, Progress.NONE);
	}

	@Test
	void areSaid() {
		assertEquals("2 items have no finite features: items 5, 60; left out of embedding and clusters, and flagged as outliers.",
			with.features().notes().get(0).text());
		assertTrue(with.features().notes().get(0).warning());
		assertEquals(List.of(), without.features().notes());
	}

	@Test
	void haveNoPlace() {
		for (final Study study : List.of(with, without)) Steps.embed(study, new PcaEmbedder(), Settings.of("components", 2),
			Progress.NONE);
		assertEquals(without.embedding(), with.embedding().selectRows(KEPT));
		for (final int i : BROKEN) assertTrue(Double.isNaN(with.embedding().get(i, 0)));
	}

	@Test
	void areNoise() {
		for (final String space : new String[] { Steps.FEATURES, Steps.EMBEDDING }) {
			for (final Study study : List.of(with, without)) {
				Steps.embed(study, new PcaEmbedder(), Settings.DEFAULTS, Progress.NONE);
				Steps.cluster(study, new HierarchicalClusterer(), Settings.of("space", space, "k", 3), Progress.NONE);
			}
			assertArrayEquals(without.column(Columns.CLUSTER).numbers(), kept(with.column(Columns.CLUSTER).numbers()));
			assertArrayEquals(without.column(Columns.PROBABILITY).numbers(), kept(with.column(Columns.PROBABILITY).numbers()));
			for (final int i : BROKEN) {
				assertEquals(-1, with.clustering().labels()[i]);
				assertEquals(0, with.clustering().probabilities()[i]);
			}
			final ClusterTree tree = ClusterTree.of(with, 10);
			final int[] items = tree.items();
			assertArrayEquals(IntStream.of(ClusterTree.of(without, 10).items()).map(i -> KEPT[i]).toArray(), items);
			for (final ClusterTree.Branch branch : tree.branches()) {
				if (branch.cluster() >= 0) for (final int item : tree.items(branch)) assertEquals(branch.cluster(), with.clustering()
					.labels()[item]);
			}
			assertEquals(2, ClusterSummary.sizes(with).get(1).numbers()[0], "noise");
			assertFalse(Arrays.stream(ClusterSummary.nearestToCenters(with, 5)).flatMapToInt(Arrays::stream).anyMatch(
				i -> i == 4 || i == 59));
		}
	}

	@Test
	void areNoDuplicates() {
		for (final Study study : List.of(with, without)) Steps.cluster(study, new DamlClusterer(), Settings.DEFAULTS,
			Progress.NONE);
		for (final String column : new String[] { Columns.POTENTIAL_OUTLIER, Columns.DUPLICATE_GROUP,
			Columns.NEAR_DUPLICATE_GROUP })
		{
			assertArrayEquals(without.column(column).numbers(), kept(with.column(column).numbers()));
			for (final int i : BROKEN) assertEquals(0, with.column(column).numbers()[i]);
		}
	}

	@Test
	void areOutliers() {
		for (final Study study : List.of(with, without)) Steps.cluster(study, new HierarchicalClusterer(), Settings.of("k",
			3), Progress.NONE);
		for (final var method : List.of(new LocalOutlierFactorOutliers(), new MembershipOutliers(), new ConsensusOutliers())) {
			for (final Study study : List.of(with, without)) Steps.outliers(study, method, Settings.of("contamination", 0.1),
				Progress.NONE);
			assertArrayEquals(without.column(Columns.OUTLIER_SCORE).numbers(), kept(with.column(Columns.OUTLIER_SCORE)
				.numbers()));
			assertArrayEquals(without.column(Columns.OUTLIER).numbers(), kept(with.column(Columns.OUTLIER).numbers()));
			for (final int i : BROKEN) {
				assertTrue(Double.isNaN(with.column(Columns.OUTLIER_SCORE).numbers()[i]));
				assertEquals(1, with.column(Columns.OUTLIER).numbers()[i]);
				assertEquals("not finite", with.column(Columns.OUTLIER_REASON).texts()[i]);
			}
			assertFalse("not finite".equals(with.column(Columns.OUTLIER_REASON).texts()[0]));
		}
	}

	@Test
	void threeAreNeeded() {
		final double[] values = new double[N];
		Arrays.fill(values, Double.NaN);
		values[7] = values[8] = 1;
		assertEquals("2 of 60 items have finite values; finding what stands out needs at least 3.", assertThrows(
			IllegalArgumentException.class, () -> Steps.features(with, (all, settings, progress) -> new Features("Test", List.of(
				"a"), Matrix.of(values, N, 1), List.of()), Settings.DEFAULTS, null, Progress.NONE)).getMessage());
		assertEquals(3, with.features().matrix().columns(), "the features before are still there");
	}

	private static double[] kept(final double[] all) {
		return IntStream.of(KEPT).mapToDouble(i -> all[i]).toArray();
	}
}
