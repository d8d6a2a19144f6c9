package sc.fiji.standout.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.standout.cluster.Clustering;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.outlier.Outliers;
import sc.fiji.standout.study.Study;

/** Looks at the pixels of plots where theory says what they must be. */
class ScatterPlotTest {

	/** Four items at the corners of a square and one in the middle; item 4 is noise, item 2 and 4 are outliers. */
	private static Study square() {
		final Study study = new Study(new SyntheticItems(5));
		study.setEmbedding(Matrix.of(new double[] { 0, 0, 10, 0, 0, 10, 10, 10, 5, 5 }, 5, 2));
		study.setClustering(new Clustering(new int[] { 0, 0, 1, 2, -1 }, new double[] { 1, 1, 1, 1, 0 }, null));
		study.setOutliers(new Outliers(new double[] { 0, 0.25, 1, 0.5, 0.75 }, new boolean[] { false, false, true, false,
			true }));
		return study;
	}

	@ParameterizedTest
	@CsvSource({ "900, 700, 1", "700, 900, 1", "501, 403, 1", "900, 700, 2", "901, 701, 1.5", "300, 200, 1" })
	void pointsHaveTheColorOfTheirClusterAndOutliersARing(final int width, final int height, final double scale) {
		final PlotData data = PlotData.of(square(), "embedding_x", "embedding_y", "cluster");
		final ScatterPlot.Picture picture = ScatterPlot.picture(data, null, "t", "s", width, height, scale);
		assertEquals((int) Math.ceil(width * scale), picture.image().getWidth());
		final Viewport view = picture.drawn().viewport();
		final int[] colors = { Palette.category(0), Palette.category(0), Palette.category(1), Palette.category(2),
			Palette.NONE };
		for (int i = 0; i < 5; i++) {
			final double x = view.screenX(data.x()[i]);
			final double y = view.screenY(data.y()[i]);
			assertEquals(colors[i], pixel(picture.image(), scale * x, scale * y), "item " + (i + 1));
			final double ring = PointPainter.ringRadius(5);
			assertTrue(luminance(pixel(picture.image(), scale * (x + ring), scale * y)) < 120 == (i == 2 || i == 4),
				"ring of item " + (i + 1));
		}
	}

	@ParameterizedTest
	@CsvSource({ "900, 700", "400, 1000", "1000, 300" })
	void inAnEmbeddingUnitsAreEquallyLong(final int width, final int height) {
		final PlotData data = PlotData.of(square(), "embedding_x", "embedding_y", "cluster");
		final Viewport view = ScatterPlot.picture(data, null, "", "", width, height, 1).drawn().viewport();
		assertEquals(view.screenX(10) - view.screenX(0), view.screenY(0) - view.screenY(10), 1e-6);
		for (int i = 0; i < 5; i++) assertTrue(view.shows(view.screenX(data.x()[i]), view.screenY(data.y()[i])));
	}

	@Test
	void otherColumnsFillThePlot() {
		final PlotData data = PlotData.of(square(), "item", "outlier_score", "");
		final Viewport view = ScatterPlot.picture(data, null, "", "", 800, 600, 1).drawn().viewport();
		assertEquals(0.92, (view.screenX(5) - view.screenX(1)) / view.width(), 0.02);
		assertEquals(0.92, (view.screenY(0) - view.screenY(1)) / view.height(), 0.02);
	}

	@Test
	void scoresAreColoredFromVioletToYellow() {
		final PlotData data = PlotData.of(square(), "item", "slice", "outlier_score");
		final ScatterPlot.Picture picture = ScatterPlot.picture(data, null, "", "", 800, 600, 1);
		final Viewport view = picture.drawn().viewport();
		assertEquals(0x440154, pixel(picture.image(), view.screenX(1), view.screenY(1)));
		assertEquals(0xfde725, pixel(picture.image(), view.screenX(3), view.screenY(3)));
	}

	@Test
	void theLegendHasOneEntryForEachCategoryThere() {
		final PlotData data = PlotData.of(square(), "embedding_x", "embedding_y", "cluster");
		final ScatterPlot.Picture picture = ScatterPlot.picture(data, null, "", "", 800, 600, 1);
		// noise, three clusters, and the outliers
		assertEquals(5, picture.drawn().legend().size());
		for (final ScatterChart.LegendEntry entry : picture.drawn().legend()) {
			final double x = entry.area().getCenterX();
			final double y = entry.area().getCenterY();
			assertEquals(entry.category(), picture.drawn().category(x, y));
			assertTrue(x > picture.drawn().viewport().left() + picture.drawn().viewport().width(), "right of the plot");
		}
		assertEquals(-1, picture.drawn().category(10, 10));
		assertArrayEquals(new int[] { 0, 1 }, data.category(1));
	}

	@Test
	void ofManyCategoriesTheLegendShowsTheLargest() {
		final Study study = SyntheticItems.study(3000, 100);
		final PlotData data = PlotData.of(study, "embedding_x", "embedding_y", "cluster");
		for (final int height : new int[] { 300, 700 }) {
			final ScatterPlot.Picture picture = ScatterPlot.picture(data, null, "", "", 900, height, 1);
			assertTrue(picture.drawn().legend().size() < 30);
			for (final ScatterChart.LegendEntry entry : picture.drawn().legend()) {
				assertTrue(entry.area().getMaxY() < height && entry.area().getMaxX() < 900);
			}
			assertTrue(picture.drawn().viewport().width() > 500);
		}
	}

	@Test
	void whatIsNotFiniteIsNotDrawnAndCounted() {
		final Study study = new Study(new SyntheticItems(4));
		study.setEmbedding(Matrix.of(new double[] { 0, 0, Double.NaN, 1, 1, Double.NEGATIVE_INFINITY, 2, 2 }, 4, 2));
		final PlotData data = PlotData.of(study, "embedding_x", "embedding_y", "");
		assertArrayEquals(new int[] { 0, 3 }, data.order());
		assertEquals("4 items, 2 not drawn (embedding_x or embedding_y is not a finite number)", Summary.of(study, data));
		assertEquals(400, ScatterPlot.render(study, "embedding_x", "embedding_y", "", 400, 300).getWidth());
	}

	@ParameterizedTest
	@CsvSource({ "NaN, NaN", "3, 3", "0, 0", "1e300, -1e300", "1e-300, 2e-300", "1e15, 1e15" })
	void oddPlacesAreDrawnToo(final double a, final double b) {
		final Study study = new Study(new SyntheticItems(2));
		study.setEmbedding(Matrix.of(new double[] { a, a, b, b }, 2, 2));
		assertNotEquals(null, ScatterPlot.render(study, "embedding_x", "embedding_y", "embedding_x", 400, 300));
	}

	@Test
	void summaryCountsWhatIsThere() {
		final Study study = square();
		assertEquals("5 items, 3 clusters, 2 outliers", Summary.of(study, PlotData.of(study, "item", "slice", "")));
	}

	@Test
	void sameStudySamePicture() {
		final int[] first = bits(ScatterPlot.render(SyntheticItems.study(3000, 5), "embedding_x", "embedding_y", "cluster",
			500, 400));
		final int[] second = bits(ScatterPlot.render(SyntheticItems.study(3000, 5), "embedding_x", "embedding_y", "cluster",
			500, 400));
		assertArrayEquals(first, second);
	}

	@Test
	void wrongColumnsAreNamedWithThoseThatExist() {
		final Study study = square();
		final String missing = assertThrows(IllegalArgumentException.class, () -> ScatterPlot.render(study, "umap_1",
			"embedding_y", "cluster", 400, 300)).getMessage();
		assertEquals("There is no column umap_1; there are item, label, slice, roi, embedding_x, embedding_y, cluster, " +
			"probability, outlier_score, outlier.", missing);
		assertTrue(assertThrows(IllegalArgumentException.class, () -> ScatterPlot.render(study, "label", "embedding_y",
			"cluster", 400, 300)).getMessage().startsWith("The column label holds texts;"));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> ScatterPlot.render(study, "item", "item", "klaster",
			400, 300)).getMessage().startsWith("There is no column klaster;"));
		assertEquals("A plot of 100 x 300 pixels is too small; it needs at least 200 x 150.", assertThrows(
			IllegalArgumentException.class, () -> ScatterPlot.render(study, "item", "item", "", 100, 300)).getMessage());
	}

	@Test
	void theDefaultColorIsTheMostTellingColumn() {
		final Study study = new Study(new SyntheticItems(5));
		assertEquals("label", ScatterPlot.defaultColor(study));
		study.setLabels(new String[] { "", "", "", "", "" });
		assertEquals("", ScatterPlot.defaultColor(study));
		assertEquals("cluster", ScatterPlot.defaultColor(square()));
	}

	private static int pixel(final BufferedImage image, final double x, final double y) {
		return image.getRGB((int) Math.floor(x), (int) Math.floor(y)) & 0xffffff;
	}

	private static double luminance(final int rgb) {
		return 0.3 * (rgb >> 16) + 0.6 * (rgb >> 8 & 0xff) + 0.1 * (rgb & 0xff);
	}

	private static int[] bits(final BufferedImage image) {
		return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
	}
}
