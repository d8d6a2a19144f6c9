package sc.fiji.standout.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.view.LearningCurves.Curve;
import sc.fiji.standout.view.LearningCurves.Phase;

/** The loss curve without a window, and what passes by it. */
class CurveChartTest {

	private static final Curve TRAINING = new Curve("Training loss", new double[] { 1, 2, 3 }, new double[] { 1, 0.1,
		0.01 });
	private static final Curve VALIDATION = new Curve("Validation loss", new double[] { 1, 2, 3 }, new double[] { 0.5,
		0.05, 0.2 });

	private Viewport view;

	@Test
	void theBestEpochIsThatOfTheLowestFiniteValidationLoss() {
		assertEquals(new LearningCurves.Best(1, 2, 0.05), LearningCurves.best(List.of(TRAINING, VALIDATION)));
		assertEquals(new LearningCurves.Best(0, 3, 0.01), LearningCurves.best(List.of(TRAINING)));
		assertEquals(new LearningCurves.Best(0, 1, 3), LearningCurves.best(List.of(new Curve("Validation loss", new double[] {
			0, 1, 2 }, new double[] { Double.NaN, 3, Double.NEGATIVE_INFINITY }))));
		assertNull(LearningCurves.best(List.of()));
		assertNull(LearningCurves.best(List.of(new Curve("Loss", new double[] { 1 }, new double[] { Double.NaN }))));
	}

	@Test
	void everyPhaseIsSaid() {
		final List<Curve> both = List.of(TRAINING, VALIDATION);
		assertEquals("epoch 3; best epoch 2, validation loss 0.0500 so far", LearningCurves.status(Phase.LEARNING, both));
		assertEquals("stopping\u2026; best epoch 2, validation loss 0.0500", LearningCurves.status(Phase.STOPPING, both));
		assertEquals("done: best epoch 2, validation loss 0.0500", LearningCurves.status(Phase.DONE, both));
		assertEquals("canceled after epoch 3; best epoch 2, validation loss 0.0500", LearningCurves.status(Phase.UNFINISHED,
			both));
		assertEquals("done", LearningCurves.status(Phase.DONE, List.of()));
	}

	@Test
	void pointsAreDrawnWhereTheAxesPutThem() {
		for (final boolean logarithmic : new boolean[] { false, true }) {
			final BufferedImage image = draw(logarithmic, TRAINING, VALIDATION);
			for (int i = 0; i < 3; i++) {
				final double y = logarithmic ? Math.log10(TRAINING.y()[i]) : TRAINING.y()[i];
				assertEquals(0x0072b2, rgb(image, i + 1, y), "training, epoch " + (i + 1));
			}
			final double best = logarithmic ? Math.log10(0.05) : 0.05;
			final int x = (int) Math.round(view.screenX(2));
			final int ring = (int) Math.round(view.screenY(best)) - 6;
			assertTrue(dark(image, x - 2, ring), "a ring around the best epoch");
			assertTrue(dark(image, x, (int) view.top() + 1) || dark(image, x, (int) view.top() + 4), "and a line through it");
		}
	}

	@Test
	void theRangeHoldsAllThatCanBeDrawn() {
		draw(false, TRAINING, VALIDATION);
		assertEquals(0, view.minY(), 0);
		assertEquals(1.06, view.maxY(), 1e-9);
		draw(true, TRAINING, VALIDATION);
		assertEquals(-2 - 0.12, view.minY(), 1e-9);
		assertEquals(0.12, view.maxY(), 1e-9);
		draw(false, new Curve("Loss", new double[] { 1, 2 }, new double[] { 0.9, 1 }));
		assertEquals(0.9 - 0.006, view.minY(), 1e-9);
		draw(false, new Curve("Loss", new double[] { 1, 2, 3, 4 }, new double[] { -1, Double.POSITIVE_INFINITY, Double.NaN,
			3 }));
		assertEquals(-1 - 0.24, view.minY(), 1e-9);
		assertEquals(3 + 0.24, view.maxY(), 1e-9);
	}

	@Test
	void whatCannotBeDrawnDoesNotHurt() {
		draw(true, new Curve("Loss", new double[] { 1, 2 }, new double[] { 0, -3 }));
		draw(false);
		draw(true);
		draw(false, new Curve("Loss", new double[] { 1 }, new double[] { 0 }));
		draw(true, new Curve("Loss", new double[] { 1 }, new double[] { 1e-300 }));
	}

	@Test
	void numbersAlongTheLogarithmicAxisAreRound() {
		assertArrayEquals(new double[] { 0.001, 0.01, 0.1, 1, 10, 100 }, LossAxis.ticks(0.0007, 150), 0);
		assertArrayEquals(new double[] { 0.01, 0.02, 0.05, 0.1, 0.2 }, LossAxis.ticks(0.009, 0.3), 0);
		assertArrayEquals(new double[] { 0.01, 0.015, 0.02, 0.03, 0.04, 0.05 }, LossAxis.ticks(0.0099, 0.06), 0);
		final double[] narrow = LossAxis.ticks(0.681, 0.694);
		assertTrue(narrow.length >= 3 && narrow.length < 12, "count " + narrow.length);
	}

	@Test
	void withoutADisplayAllIsPassedOnAndNothingIsShown() {
		final StringBuilder heard = new StringBuilder();
		final AtomicInteger points = new AtomicInteger();
		final Progress ear = new Progress() {

			@Override
			public void report(final double fraction) {
				heard.append(fraction).append(';');
			}

			@Override
			public boolean isCanceled() {
				return heard.length() > 8;
			}

			@Override
			public void message(final String text) {
				heard.append(text).append(';');
			}

			@Override
			public void point(final String curve, final double x, final double y) {
				points.incrementAndGet();
			}

			@Override
			public boolean isEnough() {
				return points.get() == 2;
			}
		};
		ij.macro.Interpreter.batchMode = true;
		try (CurveProgress progress = new CurveProgress("cells.tif", ear, problem -> {})) {
			progress.report(0.5);
			assertEquals(false, progress.isCanceled());
			progress.message("learning");
			assertEquals("0.5;learning;", heard.toString());
			assertEquals(true, progress.isCanceled());
			progress.point("Training loss", 1, 2);
			assertEquals(false, progress.isEnough());
			progress.point("Training loss", 2, 1);
			assertEquals(true, progress.isEnough());
			progress.curves().stop();
			points.set(0);
			assertEquals(true, progress.isEnough());
			assertEquals(2, progress.curves().curves().get(0).size());
		}
		finally {
			ij.macro.Interpreter.batchMode = false;
		}
	}

	// -- Helper methods --

	private BufferedImage draw(final boolean logarithmic, final Curve... curves) {
		final BufferedImage image = new BufferedImage(700, 450, BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = image.createGraphics();
		view = CurveChart.draw(graphics, List.of(curves), logarithmic, "cells.tif", "", 700, 450);
		graphics.dispose();
		return image;
	}

	private int rgb(final BufferedImage image, final double x, final double y) {
		return image.getRGB((int) Math.round(view.screenX(x)), (int) Math.round(view.screenY(y))) & 0xffffff;
	}

	private static boolean dark(final BufferedImage image, final int x, final int y) {
		for (int dx = -1; dx <= 1; dx++) {
			for (int dy = -1; dy <= 1; dy++) if ((image.getRGB(x + dx, y + dy) & 0xff) < 150) return true;
		}
		return false;
	}
}
