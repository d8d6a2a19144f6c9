package sc.fiji.standout.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.cluster.Clusterer;
import sc.fiji.standout.cluster.Clustering;
import sc.fiji.standout.cluster.HdbscanClusterer;
import sc.fiji.standout.cluster.HierarchicalClusterer;
import sc.fiji.standout.cluster.KMeansClusterer;
import sc.fiji.standout.embedding.Embedder;
import sc.fiji.standout.feature.Features;
import sc.fiji.standout.feature.Featurizer;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;
import sc.fiji.standout.outlier.Evidence;
import sc.fiji.standout.outlier.OutlierDetector;
import sc.fiji.standout.outlier.Outliers;

/** What the steps hand to each other, with methods that only note what they were given. */
class WorkflowTest {

	private static final Items ITEMS = StudyFixtures.slices(IntStream.range(0, 20).mapToObj(String::valueOf).toArray(
		String[]::new));

	private int featurized;
	private final Featurizer featurizer = (items, settings, progress) -> {
		progress.check();
		featurized++;
		final double[] values = new double[items.size() * 5];
		for (int i = 0; i < values.length; i++) values[i] = Math.sin(i * i);
		return new Features("Test", List.of("a", "b", "c", "d", "e"), Matrix.of(values, items.size(), 5), List.of());
	};
	private Matrix embedded;
	private final Embedder embedder = (points, settings, progress) -> {
		progress.check();
		embedded = points;
		return points.selectColumns(0, 1);
	};
	private Matrix clustered;
	private final Clusterer clusterer = (points, settings, progress) -> {
		progress.check();
		clustered = points;
		return new Clustering(new int[points.rows()], new double[points.rows()], null);
	};
	private final OutlierDetector detector = new OutlierDetector() {

		@Override
		public Outliers detect(final Evidence evidence, final Settings settings, final Progress progress) {
			progress.check();
			return new Outliers(evidence.points().column(0), new boolean[evidence.points().rows()]);
		}

		@Override
		public boolean needsClustering() {
			return true;
		}
	};

	@Test
	void reducesOnceForAllSteps() {
		final Study study = run(Settings.of("components", 3), clusterer);
		assertEquals(3, embedded.columns());
		assertSame(embedded, clustered);
		assertEquals(5, study.features().matrix().columns());
		assertNotNull(study.column("outlier_score"));
	}

	@Test
	void detectorsSeeReducedPointsAndAllFeaturesAndSayWhy() {
		final Study study = run(Settings.of("components", 3), clusterer);
		for (final boolean all : new boolean[] { false, true }) {
			Steps.outliers(study, new OutlierDetector() {

				@Override
				public Outliers detect(final Evidence evidence, final Settings settings, final Progress progress) {
					final Matrix features = study.features().matrix();
					assertSame(all ? features : embedded, evidence.points());
					assertSame(features, evidence.features());
					assertEquals(List.of("a", "b", "c", "d", "e"), evidence.featureNames());
					final String[] reasons = new String[20];
					Arrays.fill(reasons, "high e");
					return new Outliers(new double[20], new boolean[20], reasons);
				}

				@Override
				public boolean needsAllFeatures() {
					return all;
				}
			}, Settings.of("components", 3), Progress.NONE);
			assertEquals("high e", study.column("outlier_reason").cell(7));
		}
	}

	@Test
	void zeroOrTooManyComponentsKeepAllFeatures() {
		assertSame(run(Settings.of("components", 0), clusterer).features().matrix(), embedded);
		assertSame(run(Settings.of("components", 24), clusterer).features().matrix(), embedded);
	}

	@Test
	void clustersTheEmbeddingWhenAsked() {
		final Study study = run(Settings.of("space", "Embedding"), clusterer);
		assertSame(study.embedding(), clustered);
		final String message = assertThrows(IllegalArgumentException.class, () -> run(Settings.of("space", "Plane"),
			clusterer)).getMessage();
		assertTrue(message.contains("space=Plane"), message);
	}

	@Test
	void saysAtOnceWhatCannotWork() {
		assertThrows(IllegalArgumentException.class, () -> run(Settings.DEFAULTS, null));
		assertThrows(IllegalArgumentException.class, () -> run(Settings.of("contamination", 0.6), clusterer));
		final String many = "k=21 clusters cannot be made of 20 items; k must be from 1 to 20.";
		assertRefused(many, Settings.of("k", 21), new KMeansClusterer());
		assertRefused(many, Settings.of("k", 21), new HierarchicalClusterer());
		assertRefused("k=0 must be a whole number of at least 1.", Settings.of("k", 0), new KMeansClusterer());
		assertRefused("size=1 must be at least 2, or 0 for one item in 50.", Settings.of("size", 1), new HdbscanClusterer());
		assertRefused("space=Plane does not exist; it must be Features or Embedding.", Settings.of("space", "Plane"),
			clusterer);
		assertRefused("components=-1 must be a whole number of at least 0.", Settings.of("components", -1), null);
		assertEquals(0, featurized, "no features were computed");
		assertNull(embedded);
	}

	/** The distances of all pairs of a million items would take 2 TB. */
	@Test
	void saysAtOnceThatTheMemoryIsNotEnough() {
		final Items million = StudyFixtures.slices(new String[1_000_000]);
		for (final String linkage : new String[] { "Complete", "Average" }) {
			final String message = assertThrows(IllegalArgumentException.class, () -> new Workflow(featurizer, embedder,
				new HierarchicalClusterer(), detector).run(million, Settings.of("linkage", linkage), Progress.NONE)).getMessage();
			assertTrue(message.startsWith("linkage=" + linkage + " of 1000000 items needs 2000.0 GB"), message);
		}
		assertEquals(0, featurized, "no features were computed");
	}

	/** What does not look at clusters does not care for k either. */
	@Test
	void whatIsNotUsedIsNotChecked() {
		run(Settings.of("k", 21), clusterer);
		assertEquals(1, featurized);
	}

	private void assertRefused(final String sentence, final Settings settings, final Clusterer chosen) {
		final OutlierDetector any = (evidence, own, progress) -> new Outliers(new double[20], new boolean[20]);
		assertEquals(sentence, assertThrows(IllegalArgumentException.class, () -> new Workflow(featurizer, embedder, chosen,
			any).run(ITEMS, settings, Progress.NONE)).getMessage());
	}

	@Test
	void cancellingAtAnyStageLeavesTheStudyAsItWas() {
		final Study study = run(Settings.DEFAULTS, clusterer);
		final List<Column> before = study.columns();
		for (int stage = 0; stage < 4; stage++) {
			final AtomicInteger checks = new AtomicInteger(stage);
			final Progress progress = new Progress() {

				@Override
				public void report(final double fraction) {
					assertTrue(fraction >= 0 && fraction <= 1);
				}

				@Override
				public boolean isCanceled() {
					return checks.getAndDecrement() == 0;
				}
			};
			assertThrows(CancellationException.class, () -> study.takeResults(new Workflow(featurizer, embedder, clusterer,
				detector).run(ITEMS, Settings.DEFAULTS, progress)));
			for (int j = 0; j < before.size(); j++) {
				assertEquals(before.get(j).name(), study.columns().get(j).name());
				if (!before.get(j).isText()) assertArrayEquals(before.get(j).numbers(), study.columns().get(j).numbers());
			}
		}
	}

	private Study run(final Settings settings, final Clusterer chosen) {
		return new Workflow(featurizer, embedder, chosen, detector).run(ITEMS, settings, Progress.NONE);
	}
}
