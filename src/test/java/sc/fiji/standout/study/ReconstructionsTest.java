package sc.fiji.standout.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.feature.Features;
import sc.fiji.standout.feature.Reconstructor;
import sc.fiji.standout.item.Pixels;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.outlier.Outliers;

class ReconstructionsTest {

	private static final double[] ERRORS = { 0.3, 0.1, 0.2 };
	private static final double[] SCORES = { 1, 2, 3 };
	private static final Reconstructor MODEL = item -> new Reconstructor.Reconstruction(pixels(10, 200, 30, 40), pixels(
		15, 190, 30, 255));

	@Test
	void aDifferenceIsAbsolute() {
		final Reconstructions.Parts parts = Reconstructions.of(study(MODEL, ERRORS, null)).read(1);
		assertArrayEquals(new float[] { 10, 200, 30, 40 }, parts.original().values());
		assertArrayEquals(new float[] { 15, 190, 30, 255 }, parts.reconstruction().values());
		assertArrayEquals(new float[] { 5, 10, 0, 215 }, parts.difference().values());
		assertEquals(2, parts.difference().width());
		assertEquals(1, parts.difference().height());
		assertEquals(2, parts.difference().channels());
	}

	@Test
	void theWorstAreToldByTheScoreOrElseTheError() {
		assertArrayEquals(ERRORS, Reconstructions.of(study(MODEL, ERRORS, null)).badness());
		assertNull(Reconstructions.of(study(MODEL, ERRORS, null)).scores());
		assertArrayEquals(SCORES, Reconstructions.of(study(MODEL, ERRORS, SCORES)).badness());
		assertArrayEquals(ERRORS, Reconstructions.of(study(MODEL, ERRORS, SCORES)).errors());
		assertNull(Reconstructions.of(study(MODEL, null, null)).badness());
	}

	@Test
	void outlierScoresCountWhereTheyComeFromTheReconstruction() {
		final Study study = study(MODEL, ERRORS, SCORES);
		// by the error, on another scale
		study.setOutliers(new Outliers(new double[] { 3, -1, 0 }, new boolean[3]));
		assertArrayEquals(new double[] { 3, -1, 0 }, Reconstructions.of(study).badness());
		study.setOutliers(new Outliers(new double[] { 0, 0, 7 }, new boolean[3]));
		assertArrayEquals(new double[] { 0, 0, 7 }, Reconstructions.of(study).badness());
		// of another method
		study.setOutliers(new Outliers(new double[] { 0, 5, 1 }, new boolean[3]));
		assertArrayEquals(SCORES, Reconstructions.of(study).badness());
		final Study unmeasured = study(MODEL, null, null);
		unmeasured.setOutliers(new Outliers(new double[] { 0, 5, 1 }, new boolean[3]));
		assertArrayEquals(new double[] { 0, 5, 1 }, Reconstructions.of(unmeasured).badness());
	}

	@Test
	void withoutAModelItSaysWhatToRun() {
		final String sentence = "There are no reconstructions of the 3 slices of test.tif; run 'Autoencoder Features...' first.";
		for (final Study study : List.of(new Study(StudyFixtures.slices("a", "b", "c")), study(null, ERRORS, null))) {
			assertEquals(sentence, assertThrows(IllegalStateException.class, () -> Reconstructions.of(study)).getMessage());
			assertEquals(sentence, Reconstructions.whyNone(study));
		}
		assertNull(Reconstructions.whyNone(study(MODEL, null, null)));
	}

	@Test
	void theSameModelLooksLikeItself() {
		final Study study = study(MODEL, ERRORS, null);
		final Reconstructions before = Reconstructions.of(study);
		study.setOutliers(new Outliers(new double[3], new boolean[3]));
		assertTrue(Reconstructions.of(study).looksLike(before));
		study.setFeatures(features(item -> MODEL.reconstruct(item), ERRORS, null));
		assertFalse(Reconstructions.of(study).looksLike(before));
		assertFalse(before.looksLike(null));
	}

	// -- Helper methods --

	private static Study study(final Reconstructor model, final double[] errors, final double[] scores) {
		final Study study = new Study(StudyFixtures.slices("a", "b", "c"));
		study.setFeatures(features(model, errors, scores));
		return study;
	}

	private static Features features(final Reconstructor model, final double[] errors, final double[] scores) {
		final int m = (errors == null ? 0 : 1) + (scores == null ? 0 : 1);
		final double[] measured = new double[3 * m];
		for (int i = 0; i < 3; i++) {
			if (errors != null) measured[i * m] = errors[i];
			if (scores != null) measured[i * m + m - 1] = scores[i];
		}
		final List<String> names = List.of(Columns.RECONSTRUCTION_ERROR, Columns.RECONSTRUCTION_SCORE).subList(errors == null
			? 2 : 0, errors == null ? 2 : m);
		return new Features("Autoencoder", List.of("code_1"), Matrix.of(new double[] { 1, 2, 3 }, 3, 1), names, m == 0 ? null
			: Matrix.of(measured, 3, m), List.of(), model);
	}

	/** One row of two pixels with two channels. */
	private static Pixels pixels(final float... values) {
		return new Pixels(2, 1, 2, values, null, 255);
	}
}
