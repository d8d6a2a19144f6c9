package sc.fiji.standout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;
import sc.fiji.standout.cluster.HdbscanClusterer;
import sc.fiji.standout.embedding.UmapEmbedder;
import sc.fiji.standout.feature.texture.Texture;
import sc.fiji.standout.imagej.ImageItems;
import sc.fiji.standout.imagej.SampleCells;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;
import sc.fiji.standout.outlier.NeighborDistanceOutliers;
import sc.fiji.standout.study.Study;
import sc.fiji.standout.study.Workflow;

/** The main job with its defaults, against the truth of the sample. */
class FindOutliersTest {

	private static final Settings DEFAULTS = Settings.of("components", 24, "contamination", 0.05, "seed", 42);

	@ParameterizedTest
	@ValueSource(ints = { 42, 7 })
	void findsThePlantedOutliersOfTheSample(final int seed) {
		final Study study = run(SampleCells.create(1000, seed));
		final double[] scores = study.column("outlier_score").numbers();
		final boolean[] planted = new boolean[scores.length];
		for (int i = 0; i < planted.length; i++) planted[i] = !study.label(i).equals(SampleCells.NORMAL);
		assertEquals(50, count(planted));
		assertTrue(rocAuc(scores, planted) >= 0.95, "ROC AUC " + rocAuc(scores, planted));
		assertEquals(50, Arrays.stream(study.column("outlier").numbers()).sum());
	}

	@Test
	void givesTheSameBitsOnAnyNumberOfThreads() throws Exception {
		final ImagePlus cells = SampleCells.create(400, 1);
		final Study one = Parallel.withThreads(1, () -> run(cells));
		for (final int threads : new int[] { 2, 5 }) {
			final Study more = Parallel.withThreads(threads, () -> run(cells));
			for (final String column : new String[] { "embedding_x", "embedding_y", "cluster", "probability",
				"outlier_score" }) assertArrayEquals(one.column(column).numbers(), more.column(column).numbers(), column);
			assertEquals(one.features().matrix(), more.features().matrix());
		}
	}

	private static Study run(final ImagePlus image) {
		return new Workflow(new Texture(), new UmapEmbedder(), new HdbscanClusterer(), new NeighborDistanceOutliers()).run(
			ImageItems.slices(image), DEFAULTS, Progress.NONE);
	}

	/** How often a planted outlier has a higher score than a normal item; ties count half. */
	private static double rocAuc(final double[] scores, final boolean[] planted) {
		double higher = 0;
		for (int i = 0; i < scores.length; i++) {
			for (int j = 0; j < scores.length; j++) {
				if (planted[i] && !planted[j]) higher += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
			}
		}
		final int positive = count(planted);
		return higher / positive / (scores.length - positive);
	}

	private static int count(final boolean[] flags) {
		int count = 0;
		for (final boolean flag : flags) if (flag) count++;
		return count;
	}
}
