package sc.fiji.standout.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.study.Column;

class ColoringTest {

	@Test
	void clustersAreCountedInOrderAndNoiseIsGrey() {
		final Coloring colors = Coloring.of(Column.integers("cluster", new double[] { 10, -1, 2, 2, 0, -1, 2 }));
		assertEquals(List.of("Noise 2", "Cluster 0 1", "Cluster 2 3", "Cluster 10 1"), described(colors));
		assertEquals(Palette.NONE, colors.rgb()[1]);
		assertEquals(0x0072b2, colors.rgb()[4], "the first colour of Okabe and Ito is blue");
		assertArrayEquals(new int[] { 3, 0, 2, 2, 1, 0, 2 }, colors.groups());
		assertFalse(colors.isGradient());
	}

	@Test
	void labelsAreInNaturalOrderAndNoLabelIsGrey() {
		final Coloring colors = Coloring.of(Column.texts("label", new String[] { "cell 10", "cell 9", "", "cell 9" }));
		assertEquals(List.of("(none) 1", "cell 9 2", "cell 10 1"), described(colors));
		assertEquals(Palette.NONE, colors.rgb()[2]);
		assertEquals(colors.rgb()[1], colors.rgb()[3]);
	}

	@Test
	void realsGoFromVioletToYellow() {
		final Coloring colors = Coloring.of(Column.reals("outlier_score", new double[] { 0.5, -1, 2, Double.NaN,
			Double.POSITIVE_INFINITY }));
		assertTrue(colors.isGradient());
		assertEquals(-1, colors.lower());
		assertEquals(2, colors.upper());
		assertEquals(0x440154, colors.rgb()[1], "the first colour of viridis");
		assertEquals(0xfde725, colors.rgb()[2], "the last colour of viridis");
		assertEquals(Palette.NONE, colors.rgb()[3]);
		assertEquals(0xfde725, colors.rgb()[4]);
	}

	@Test
	void allAlikeRealsHaveOneColor() {
		final Coloring colors = Coloring.of(Column.reals("mean", new double[] { 7, 7, 7 }));
		assertEquals(1, IntStream.of(colors.rgb()).distinct().count());
	}

	@Test
	void manyWholeNumbersAreValuesAndFewAreCategories() {
		final double[] slices = IntStream.range(0, 100).asDoubleStream().toArray();
		assertTrue(Coloring.of(Column.integers("slice", slices)).isGradient());
		assertFalse(Coloring.of(Column.integers("cluster", slices)).isGradient());
		final Column flags = Column.integers("outlier", new double[] { 0, 1, 0 });
		assertEquals(List.of("No outlier 2", "Outlier 1"), described(Coloring.of(flags)));
	}

	@Test
	void theFirst42CategoriesDiffer() {
		final Set<Integer> seen = new HashSet<>();
		for (int c = 0; c < 42; c++) assertTrue(seen.add(Palette.category(c)), "category " + c);
		assertFalse(seen.contains(Palette.NONE));
	}

	private static List<String> described(final Coloring colors) {
		return colors.categories().stream().map(c -> c.name() + " " + c.count()).collect(Collectors.toList());
	}
}
