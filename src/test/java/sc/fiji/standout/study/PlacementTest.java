package sc.fiji.standout.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ij.IJ;
import ij.ImagePlus;
import sc.fiji.standout.embedding.PcaEmbedder;
import sc.fiji.standout.embedding.UmapEmbedder;
import sc.fiji.standout.feature.Features;
import sc.fiji.standout.feature.Featurizer;
import sc.fiji.standout.feature.PixelsFeaturizer;
import sc.fiji.standout.feature.Scaling;
import sc.fiji.standout.feature.Standardizer;
import sc.fiji.standout.feature.Statistics;
import sc.fiji.standout.feature.texture.Texture;
import sc.fiji.standout.imagej.ImageItems;
import sc.fiji.standout.imagej.SampleCells;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.SomeItems;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/** Items of one study placed into the embedding of another. */
class PlacementTest {

	private static final int VOTES = 5;

	private static final Map<String, Featurizer> FEATURES = Map.of("Pixels", new PixelsFeaturizer(), "Texture",
		new Texture(), "Statistics", new Statistics());

	/** As many of the digits that were held out lie among their like as of those that made the map. */
	@ParameterizedTest
	@CsvSource({ "Pixels,24,Euclidean,0.9", "Pixels,0,Cosine,0.9", "Texture,24,Euclidean,0.8" })
	void newDigitsFallAmongTheirLike(final String features, final int components, final String metric,
		final double least)
	{
		final Items digits = digits();
		final Study map = study(SomeItems.range(digits, 0, 1200), features);
		Steps.embed(map, new UmapEmbedder(), Settings.of("components", components, "metric", metric), Progress.NONE);
		final Matrix layout = map.embedding();
		final Study more = study(SomeItems.range(digits, 1200, digits.size()), features);
		Steps.place(more, map, "digits", Progress.NONE);
		final double within = accuracy(map, map);
		final double placed = accuracy(map, more);
		assertTrue(within > least && placed > within - 0.05, features + ": " + placed + " placed, " + within + " within");
		assertSame(layout, map.embedding(), "the map stays as it is");
	}

	/** The same items again, as another study. */
	@ParameterizedTest
	@CsvSource({ "Pixels,24", "Texture,24", "Statistics,0" })
	void itsOwnItemsLandNextToTheirPlaces(final String features, final int components) {
		final Items items = ImageItems.slices(SampleCells.create(400, 3));
		final Study map = study(items, features);
		Steps.embed(map, new UmapEmbedder(), Settings.of("components", components), Progress.NONE);
		final Study again = study(items, features);
		Steps.place(again, map, "cells", Progress.NONE);
		final double[] off = new double[items.size()];
		double extent = 0;
		for (int j = 0; j < 2; j++) extent = Math.max(extent, Arrays.stream(map.embedding().column(j)).max().getAsDouble() -
			Arrays.stream(map.embedding().column(j)).min().getAsDouble());
		for (int i = 0; i < off.length; i++) off[i] = Math.hypot(map.embedding().get(i, 0) - again.embedding().get(i, 0), map
			.embedding().get(i, 1) - again.embedding().get(i, 1));
		Arrays.sort(off);
		assertTrue(off[off.length / 2] < 0.05 * extent, features + ": " + off[off.length / 2] + " of " + extent);
	}

	/** Cells of another drawing, fewer and with other odd ones: their mean and spread differ, their places must not. */
	@Test
	void theScaleIsThatOfTheMap() {
		final Items cells = ImageItems.slices(SampleCells.create(400, 3));
		final Study map = study(cells, "Statistics");
		Steps.embed(map, new UmapEmbedder(), Settings.of("components", 0), Progress.NONE);
		// the brighter half of the cells alone: on their own scale, they would lie where the average ones do
		final double[] means = map.column("mean").numbers();
		final double median = Arrays.stream(means).sorted().toArray()[200];
		final int[] bright = IntStream.range(0, 400).filter(i -> means[i] > median).toArray();
		final Study some = study(new SomeItems(cells, bright), "Statistics");
		Steps.place(some, map, "cells", Progress.NONE);
		final double[] off = IntStream.range(0, bright.length).mapToDouble(i -> Math.hypot(some.embedding().get(i, 0) - map
			.embedding().get(bright[i], 0), some.embedding().get(i, 1) - map.embedding().get(bright[i], 1))).sorted().toArray();
		final double[] x = map.embedding().column(0);
		final double wide = Arrays.stream(x).max().getAsDouble() - Arrays.stream(x).min().getAsDouble();
		assertTrue(off[off.length / 2] < 0.05 * wide, off[off.length / 2] + " of " + wide);
	}

	@Test
	void sameBitsOnAnyNumberOfThreads() throws Exception {
		final Study map = cells(100, 1);
		Steps.embed(map, new UmapEmbedder(), Settings.of("components", 5, "dimensions", 3), Progress.NONE);
		final Study more = cells(60, 2);
		Steps.place(more, map, "cells", Progress.NONE);
		final Matrix first = more.embedding();
		assertEquals(3, first.columns());
		for (final int threads : new int[] { 1, 3 }) {
			Parallel.withThreads(threads, () -> {
				Steps.place(more, map, "cells", Progress.NONE);
				return null;
			});
			assertEquals(first, more.embedding());
		}
	}

	/** Columns that are constant in one of the two only, and rows that are not finite. */
	@Test
	void whatIsMissingIsFilledInOrLeftOut() {
		final Study map = made(30, i -> new double[] { Math.sin(i), Math.cos(i), 5, i % 3 });
		assertEquals(List.of("a", "b", "d"), map.features().names());
		Steps.embed(map, new UmapEmbedder(), Settings.of("components", 0), Progress.NONE);
		// item i is the 10 + i-th of the map, but for the fourth; d is the same for all, c is not, and is not needed
		final Study more = made(6, i -> i == 3 ? new double[] { Double.NaN, 1, 1, 1 } : new double[] { Math.sin(1 + 3 * i),
			Math.cos(1 + 3 * i), i, 1 });
		assertEquals(List.of("a", "b", "c"), more.features().names());
		Steps.place(more, map, "map", Progress.NONE);
		assertTrue(Double.isNaN(more.embedding().get(3, 0)));
		for (int i = 0; i < 6; i++) {
			if (i == 3) continue;
			final double off = Math.hypot(more.embedding().get(i, 0) - map.embedding().get(1 + 3 * i, 0), more.embedding().get(
				i, 1) - map.embedding().get(1 + 3 * i, 1));
			final double mean = IntStream.range(0, 30).mapToDouble(o -> Math.hypot(map.embedding().get(o, 0) - map.embedding()
				.get(0, 0), map.embedding().get(o, 1) - map.embedding().get(0, 1))).average().getAsDouble();
			assertTrue(off < mean, i + " is " + off + " off, where " + mean + " is usual");
		}
	}

	@Test
	void theMapGoesWithItsEmbeddingAndIsNotPassedOn() {
		final Study map = cells(60, 1);
		Steps.embed(map, new UmapEmbedder(), Settings.of("components", 5), Progress.NONE);
		assertTrue(map.isMap());
		final Study more = cells(60, 2);
		Steps.place(more, map, "cells", Progress.NONE);
		assertFalse(more.isMap());
		assertEquals("The embedding of \"more\" takes no more items; only one that 'UMAP Embedding...' has made of an image's " +
			"own items does.", refused(cells(60, 3), more, "more"));
		Steps.embed(map, new PcaEmbedder(), Settings.DEFAULTS, Progress.NONE);
		assertFalse(map.isMap());
		Steps.embed(map, new UmapEmbedder(), Settings.of("components", 5), Progress.NONE);
		final Study taker = new Study(map.items());
		taker.takeResults(map);
		assertTrue(taker.isMap());
		map.setFeatures(map.features());
		assertNull(map.embedding());
		assertEquals("There is no map of \"cells\" yet; run 'UMAP Embedding...' on that image first.", refused(more, map,
			"cells"));
	}

	@Test
	void whatDoesNotFitIsSaidInOneSentence() {
		final Study map = cells(60, 1);
		Steps.embed(map, new UmapEmbedder(), Settings.of("components", 5), Progress.NONE);
		final int d = map.features().names().size();
		assertEquals("map=cells is the image itself; give the title of another one, or none to make a map of these items.",
			refused(map, map, "cells"));
		final Study pixels = study(ImageItems.slices(SampleCells.create(20, 4)), "Pixels");
		assertEquals("These items have " + pixels.features().names().size() + " Pixels features, but the map of \"cells\" was " +
			"made of " + d + " Statistics features; make Statistics features of these items first.", refused(pixels, map,
				"cells"));
		final Matrix values = map.features().matrix();
		final Study other = new Study(map.items());
		other.setFeatures(new Features("Statistics", map.features().names(), values, List.of()).with(Scaling.none("Statistics",
			map.features().names())));
		assertEquals("These items have " + d + " Statistics features, but the map of \"cells\" was made of " + d +
			" Statistics features, which are not the same; the images of both must have the same channels and, for Pixels, " +
			"the same size.", refused(other, map, "cells"));
		other.setFeatures(map.features().with(map.features().scaling().of("another network")));
		assertEquals("These items have " + d + " Statistics features, but the map of \"cells\" was made of " + d +
			" Statistics features in another way; make both by the same network with the same settings.", refused(other, map,
				"cells"));
		assertTrue(refused(new Study(map.items()), map, "cells").startsWith("There are no features yet"));
		assertNull(pixels.embedding());
	}

	@Test
	void itIsSaidWhereTexturesWereJudgedByOtherRanges() {
		final ImagePlus bright = SampleCells.create(60, 1);
		final Study map = study(ImageItems.slices(bright), "Texture");
		Steps.embed(map, new UmapEmbedder(), Settings.DEFAULTS, Progress.NONE);
		assertNull(Steps.place(study(ImageItems.slices(SampleCells.create(60, 2)), "Texture"), map, "cells", Progress.NONE));
		final ImagePlus dark = SampleCells.create(60, 2);
		for (int i = 1; i <= 60; i++) dark.getStack().getProcessor(i).multiply(0.3);
		final String said = Steps.place(study(ImageItems.slices(dark), "Texture"), map, "cells", Progress.NONE).text();
		assertTrue(said.startsWith("The grey values of these items go from about ") && said.endsWith("; Texture features " +
			"compare each stack with its own range, so that this difference does not show in the map."), said);
	}

	@Test
	void cancellingLeavesTheStudyAsItWas() {
		final Study map = cells(60, 1);
		Steps.embed(map, new UmapEmbedder(), Settings.of("components", 5), Progress.NONE);
		final Study more = cells(40, 2);
		Steps.embed(more, new PcaEmbedder(), Settings.DEFAULTS, Progress.NONE);
		final double[] before = more.embedding().toDoubles();
		for (final double at : new double[] { 0, 0.15, 0.3, 0.7 }) {
			final boolean[] canceled = new boolean[1];
			assertThrows(CancellationException.class, () -> Steps.place(more, map, "cells", new Progress() {

				@Override
				public void report(final double fraction) {
					canceled[0] |= fraction >= at;
				}

				@Override
				public boolean isCanceled() {
					return canceled[0] || at == 0;
				}
			}));
			assertArrayEquals(before, more.embedding().toDoubles());
		}
	}

	// -- Helper methods --

	private static String refused(final Study study, final Study map, final String title) {
		final RuntimeException e = assertThrows(RuntimeException.class, () -> Steps.place(study, map, title, Progress.NONE));
		assertTrue(e instanceof IllegalArgumentException || e instanceof IllegalStateException, e.toString());
		return e.getMessage();
	}

	private static Study cells(final int count, final int seed) {
		return study(ImageItems.slices(SampleCells.create(count, seed)), "Statistics");
	}

	private static Study study(final Items items, final String features) {
		final Study study = new Study(items);
		Steps.features(study, FEATURES.get(features), Settings.DEFAULTS, null, Progress.NONE);
		return study;
	}

	/** Items of which four numbers were measured, as standardised features. */
	private static Study made(final int n, final IntFunction<double[]> values) {
		final Study study = new Study(StudyFixtures.slices(IntStream.range(0, n).mapToObj(String::valueOf).toArray(
			String[]::new)));
		final Matrix matrix = Matrix.of(IntStream.range(0, n).mapToObj(values).flatMapToDouble(Arrays::stream).toArray(), n,
			4);
		final Standardizer kept = Standardizer.zscore(List.of("a", "b", "c", "d"), matrix, Progress.NONE);
		study.setFeatures(new Features("Test", kept.names(), kept.matrix(), List.of()).with(kept.scaling().of("Test")));
		return study;
	}

	private static Items digits() {
		final File file = new File("../shared/data/digits.tif");
		assumeTrue(file.exists(), "missing: " + file);
		return ImageItems.slices(IJ.openImage(file.getPath()));
	}

	/** How often the label of an item is that of most of its nearest others in the map. */
	private static double accuracy(final Study map, final Study study) {
		int right = 0;
		for (int i = 0; i < study.size(); i++) {
			final Matrix layout = map.embedding();
			final double[] squares = new double[layout.rows()];
			for (int o = 0; o < squares.length; o++) squares[o] = map == study && o == i ? Double.POSITIVE_INFINITY : Math.pow(
				layout.get(o, 0) - study.embedding().get(i, 0), 2) + Math.pow(layout.get(o, 1) - study.embedding().get(i, 1), 2);
			final Map<String, Integer> votes = new HashMap<>();
			IntStream.range(0, squares.length).boxed().sorted(Comparator.comparingDouble(o -> squares[o])).limit(VOTES).forEach(
				o -> votes.merge(map.label(o), 1, Integer::sum));
			final String winner = votes.entrySet().stream().max(Map.Entry.<String, Integer> comparingByValue().thenComparing(
				Map.Entry.comparingByKey())).get().getKey();
			if (winner.equals(study.label(i))) right++;
		}
		return (double) right / study.size();
	}
}
