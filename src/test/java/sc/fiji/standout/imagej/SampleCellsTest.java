package sc.fiji.standout.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.ImageStack;

import sc.fiji.standout.matrix.Parallel;

class SampleCellsTest {

	private static final ImageStack THOUSAND = SampleCells.create(1000, 42).getStack();

	/** Mean, fraction at 255, distance of the centre of light from the middle, and mean square of neighbour steps. */
	private record Look(double mean, double white, double off, double steps) {

		static Look at(final byte[] pixels) {
			final int size = SampleCells.SIZE;
			double sum = 0;
			double light = 0;
			double x = 0;
			double y = 0;
			double steps = 0;
			int white = 0;
			for (int i = 0; i < pixels.length; i++) {
				final int value = pixels[i] & 0xff;
				sum += value;
				if (value == 255) white++;
				final double above = Math.max(0, value - 25);
				light += above;
				x += above * (i % size);
				y += above * (i / size);
				if (i % size > 1) steps += Math.pow(value - (pixels[i - 2] & 0xff), 2);
			}
			final double n = pixels.length;
			final double off = light == 0 ? 0 : Math.hypot(x / light - 31.5, y / light - 31.5);
			return new Look(sum / n, white / n, off, steps / n);
		}
	}

	@Test
	void oneInTwentyIsAnOutlierOfEachKindInShuffledPlaces() {
		final ImageStack stack = THOUSAND;
		final Map<String, Integer> counts = new TreeMap<>();
		int firstHalf = 0;
		for (int i = 1; i <= 1000; i++) {
			counts.merge(stack.getSliceLabel(i), 1, Integer::sum);
			if (i <= 500 && !stack.getSliceLabel(i).equals("cell")) firstHalf++;
		}
		assertEquals(Map.of("cell", 950, "out of focus", 9, "empty", 9, "debris", 8, "saturated", 8, "double", 8, "shifted",
			8), counts);
		assertTrue(firstHalf > 10 && firstHalf < 40, "outliers in the first half: " + firstHalf);
	}

	/** Each kind differs from the cells in what its name says. */
	@Test
	void outliersLookLikeTheirNames() {
		final ImageStack stack = THOUSAND;
		for (int i = 1; i <= 1000; i++) {
			final Look look = Look.at((byte[]) stack.getPixels(i));
			final String what = i + " " + stack.getSliceLabel(i) + " " + look;
			switch (stack.getSliceLabel(i)) {
				case "cell" -> assertTrue(look.mean > 18 && look.mean < 60 && look.white < 0.01 && look.off < 7 &&
					look.steps > 77, what);
				case "empty" -> assertTrue(look.mean < 28 && look.steps < 40, what);
				case "saturated" -> assertTrue(look.white > 0.08, what);
				case "out of focus" -> assertTrue(look.mean > 18 && look.steps < 77, what);
				case "shifted" -> assertTrue(look.off > 10, what);
				case "double", "debris" -> assertTrue(look.steps > 20, what);
				default -> throw new AssertionError(what);
			}
		}
	}

	@Test
	void sameSeedSameBitsOnAnyNumberOfThreads() throws Exception {
		final ImagePlus one = Parallel.withThreads(1, () -> SampleCells.create(100, 7));
		final ImagePlus two = Parallel.withThreads(3, () -> SampleCells.create(100, 7));
		final ImagePlus other = SampleCells.create(100, 8);
		int equal = 0;
		for (int i = 1; i <= 100; i++) {
			assertArrayEquals((byte[]) one.getStack().getPixels(i), (byte[]) two.getStack().getPixels(i));
			assertEquals(one.getStack().getSliceLabel(i), two.getStack().getSliceLabel(i));
			if (Arrays.equals((byte[]) one.getStack().getPixels(i), (byte[]) other.getStack().getPixels(i))) equal++;
		}
		assertEquals(0, equal);
		assertNotEquals(Arrays.hashCode((byte[]) one.getStack().getPixels(1)), Arrays.hashCode(
			(byte[]) one.getStack().getPixels(2)));
	}

	@Test
	void countIsCheckedAndTheSmallestHasAnOutlier() {
		for (final int count : new int[] { -5, 2, 20_001 }) {
			assertEquals("count=" + count + " must be from 3 to 20000.", assertThrows(IllegalArgumentException.class,
				() -> SampleCells.create(count, 1)).getMessage());
		}
		final ImagePlus three = SampleCells.create(3, 1);
		assertEquals("Sample Cells", three.getTitle());
		int cells = 0;
		for (int i = 1; i <= 3; i++) if (three.getStack().getSliceLabel(i).equals("cell")) cells++;
		assertEquals(2, cells);
	}
}
