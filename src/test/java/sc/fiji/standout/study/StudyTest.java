package sc.fiji.standout.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.cluster.Clustering;
import sc.fiji.standout.feature.Features;
import sc.fiji.standout.matrix.Matrix;

class StudyTest {

	@Test
	void newFeaturesDropTheResultsOfOldOnes() {
		final Study study = StudyFixtures.finished();
		study.setLabels(new String[] { "x", "y", "z" });
		study.setFeatures(new Features("Other", List.of("g"), Matrix.of(new double[] { 3, 2, 1 }, 3, 1), List.of()));
		assertNull(study.embedding());
		assertNull(study.clustering());
		assertEquals(List.of("item", "label", "slice", "roi"), study.columns().stream().map(Column::name).toList());
		assertEquals("y", study.label(1));
	}

	@Test
	void resultsOfAnotherSizeAreRefused() {
		final Study study = StudyFixtures.finished();
		assertThrows(IllegalArgumentException.class, () -> study.setEmbedding(Matrix.of(new double[4], 2, 2)));
		assertThrows(IllegalArgumentException.class, () -> study.setClustering(new Clustering(new int[4], new double[4],
			null)));
		assertEquals(3, study.embedding().rows());
	}

	@Test
	void takesAllResultsInOneChange() {
		final Study study = new Study(StudyFixtures.slices("a", "b, \"quoted\"", "c\td"));
		study.setLabels(new String[] { "x", "y", "z" });
		final AtomicInteger changes = new AtomicInteger();
		study.addListener(changes::incrementAndGet);
		assertTrue(study.hasSameSlices(StudyFixtures.finished()));
		study.takeResults(StudyFixtures.finished());
		assertEquals(1, changes.get());
		assertEquals("3 slices of test.tif: 2 clusters, 1 outlier", study.summary());
		assertEquals("x", study.label(0));
	}

	@Test
	void knowsOtherSlices() {
		assertFalse(new Study(StudyFixtures.slices("a", "b")).hasSameSlices(StudyFixtures.finished()));
	}

	@Test
	void selectionTellsItsListenersOnceWithTheOrigin() {
		final Selection selection = new Selection(10);
		final StringBuilder told = new StringBuilder();
		selection.addListener((s, origin) -> told.append(origin).append(s).append(s.focus()).append(';'));
		selection.set(new int[] { 7, 3 }, "A");
		selection.set(new int[] { 7, 3 }, "A");
		selection.add(new int[] { 5 }, "B");
		selection.toggle(3, "C");
		selection.toggle(9, "D");
		selection.clear("E");
		selection.clear("E");
		assertEquals("ASelection [3, 7]7;BSelection [3, 5, 7]5;CSelection [5, 7]-1;DSelection [5, 7, 9]9;ESelection []-1;",
			told.toString());
		assertThrows(IllegalArgumentException.class, () -> selection.set(new int[] { 10 }, "F"));
		assertArrayEquals(new int[0], selection.items());
	}
}
