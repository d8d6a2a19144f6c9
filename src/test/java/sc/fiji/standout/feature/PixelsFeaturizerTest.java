package sc.fiji.standout.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.item.ArrayItems;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.Pixels;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

class PixelsFeaturizerTest {

	private static Features run(final Items items, final Object... settings) {
		return new PixelsFeaturizer().features(items, Settings.of(settings), Progress.NONE);
	}

	@Test
	void flattensInOrder() {
		final Items items = TestItems.paint(5, 3, 2, 3, 255, (i, x, y, c) -> x == 0 && y == 0 && c == 0 ? 7 : 40 * i + x +
			3 * y + 6 * c);
		final Features features = run(items);
		assertEquals(17, features.matrix().columns());
		assertEquals("x1_y0_red", features.names().get(0));
		assertEquals("x2_y1_blue", features.names().get(16));
		// The stack goes from 1 to 177
		for (int i = 0; i < 5; i++) {
			for (int k = 1; k < 18; k++) assertEquals((40 * i + k - 1) / 176.0, features.matrix().get(i, k - 1), 1e-6);
		}
		assertEquals(List.of(Note.info("1 of 18 features was dropped because it is constant: x0_y0_red.")), features.notes());
	}

	@Test
	void resizesLargeItemsAndSaysSo() {
		final Features features = run(TestItems.paint(4, 300, 150, 1, 255, (i, x, y, c) -> (x + y) / 4 + 5 * i));
		assertEquals(64 * 32, features.matrix().columns());
		assertEquals("The items were resized to 64 x 32 pixels from 300 x 150.", features.notes().get(0).text());
		assertEquals(16 * 8, run(TestItems.blobs(4, 40, 1, 255), "size", 16).matrix().columns() / 2);
	}

	@Test
	void resizesToTheTypicalSize() {
		final List<Pixels> images = TestItems.pixels(TestItems.blobs(5, 20, 1, 255));
		images.set(0, TestItems.pixels(TestItems.blobs(1, 31, 1, 255)).get(0));
		final Features features = run(ArrayItems.of(images));
		assertEquals(400, features.matrix().columns());
		assertEquals("The items were resized to 20 x 20 pixels, since they differ in size.", features.notes().get(0).text());
	}

	@Test
	void outsideAnOutlineIsDark() {
		final List<Pixels> images = TestItems.pixels(TestItems.paint(4, 2, 1, 1, 255, (i, x, y, c) -> 100 + 20 * i + 10 *
			x));
		images.set(2, new Pixels(2, 1, 1, images.get(2).values(), new boolean[] { true, false }, 255));
		final Features features = run(ArrayItems.of(images));
		assertEquals(0, features.matrix().get(2, 1));
		assertEquals(40 / 70.0, features.matrix().get(2, 0), 1e-6);
		assertEquals("Pixels outside the outlines were set to the smallest value of the stack.", features.notes().get(0).text());
	}

	@Test
	void saysWhatIsWrong() {
		final Items items = TestItems.blobs(4, 20, 1, 255);
		for (final int size : new int[] { -1, 1, 2000 }) {
			final String message = assertThrows(IllegalArgumentException.class, () -> run(items, "size", size)).getMessage();
			assertTrue(message.startsWith("size=" + size + " must be "), message);
		}
		final Items many = TestItems.paint(300, 8, 8, 1, 255, (i, x, y, c) -> i % 200 + x);
		final String message = assertThrows(IllegalArgumentException.class, () -> run(many, "size", 1024)).getMessage();
		assertTrue(message.startsWith("size=1024 makes 314572800 values for 300 items; "), message);
	}
}
