package sc.fiji.standout.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.Pixels;

class ImageItemsTest {

	/** Slice s (from 1) has the value base + 100 s + 10 y + x at (x, y), in an image of 4 x 3. */
	private static ImagePlus stack(final ImageProcessor type, final int slices, final double base) {
		final ImageStack stack = new ImageStack(4, 3);
		for (int s = 1; s <= slices; s++) {
			final ImageProcessor slice = type.createProcessor(4, 3);
			for (int y = 0; y < 3; y++) for (int x = 0; x < 4; x++) slice.setf(x, y, (float) (base + 100 * s + 10 * y + x));
			stack.addSlice("slice " + s + "\nmore about it", slice);
		}
		return new ImagePlus("test", stack);
	}

	@Test
	void slicesOfAll3GreyTypesKeepTheirValues() {
		final ImagePlus[] images = { stack(new ByteProcessor(1, 1), 2, -90), stack(new ShortProcessor(1, 1), 5, 64000),
			stack(new FloatProcessor(1, 1), 5, -1e6) };
		final double[] base = { -90, 64000, -1e6 };
		final Class<?>[] types = { UnsignedByteType.class, UnsignedShortType.class, FloatType.class };
		for (int k = 0; k < 3; k++) {
			final Items items = ImageItems.slices(images[k]);
			assertEquals(k == 0 ? 2 : 5, items.size());
			assertInstanceOf(types[k], items.pixels(0).getType());
			final Pixels pixels = Pixels.read(items, 1);
			assertArrayEquals(new int[] { 4, 3, 1 }, new int[] { pixels.width(), pixels.height(), pixels.channels() });
			assertNull(pixels.inside());
			for (int y = 0; y < 3; y++) for (int x = 0; x < 4; x++) {
				assertEquals((float) (base[k] + 200 + 10 * y + x), pixels.values()[y * 4 + x]);
			}
			assertEquals(2, items.place(1).slice());
			assertEquals("", items.place(1).roi());
			assertEquals("slice 2", items.label(1), "first line of the slice label");
		}
		assertEquals("5 slices of test", ImageItems.slices(images[1]).description());
	}

	@Test
	void rgbHasThreeChannels() {
		final ImageStack stack = new ImageStack(2, 1);
		for (int i = 0; i < 3; i++) stack.addSlice(null, new ColorProcessor(2, 1, new int[] { 0x102030 + i, 0xff00fe }));
		final Items items = ImageItems.slices(new ImagePlus("rgb", stack));
		final Pixels pixels = Pixels.read(items, 2);
		assertEquals(3, pixels.channels());
		assertArrayEquals(new float[] { 0x10, 0xff, 0x20, 0x00, 0x32, 0xfe }, pixels.values());
		assertEquals(255, pixels.maximum());
		assertEquals("", items.label(2), "no slice label");
	}

	@Test
	void framesTakeTheChannelsTogether() {
		final ImagePlus image = stack(new ShortProcessor(1, 1), 3 * 2 * 4, 0);
		image.setDimensions(3, 2, 4);
		for (final ImagePlus each : new ImagePlus[] { image, new CompositeImage(image, CompositeImage.COMPOSITE) }) {
			final ImageBacked items = ImageItems.frames(each);
			assertEquals(8, items.size());
			// time point 3, z 2: frame (3 - 1) * 2 + (2 - 1) = 5, first of its slices 16
			assertEquals(each.getStackIndex(1, 2, 3), items.place(5).slice());
			assertEquals(16, items.place(5).slice());
			final Pixels pixels = Pixels.read(items, 5);
			assertEquals(3, pixels.channels());
			for (int c = 0; c < 3; c++) assertEquals(100 * (16 + c) + 21, pixels.values()[c * 12 + 2 * 4 + 1]);
			assertEquals("slice 16", items.label(5));
			assertEquals(5, items.itemAt(17, 0, 0));
			assertEquals(24, ImageItems.slices(each).size());
		}
	}

	@Test
	void singleImageIsOneSlice() {
		final Items items = ImageItems.slices(new ImagePlus("one", new ByteProcessor(3, 2)));
		assertEquals(1, items.size());
		assertEquals(6, Pixels.read(items, 0).values().length);
	}

	@ParameterizedTest
	@ValueSource(strings = { "digits", "jurkat_dna_16bit", "rbc_chula12" })
	void realStacksInMemoryAndVirtual(final String name) throws IOException {
		final ImagePlus image = TestData.open(name + ".tif");
		final ImagePlus virtual = TestData.openVirtual(name + ".tif");
		final List<String> lines = Files.readAllLines(TestData.file(name + "_labels.csv").toPath());
		final Items items = ImageItems.of(image, "Slices", "", 0);
		final Items lazy = ImageItems.of(virtual, "slices", null, 0);
		assertEquals(lines.size() - 1, items.size());
		assertEquals(items.size(), lazy.size());
		for (int i = 0; i < items.size(); i += i % 7 == 0 ? 1 : 97) {
			assertEquals(lines.get(i + 1).split(",")[1], items.label(i));
			assertEquals(items.label(i), lazy.label(i));
			final Pixels pixels = Pixels.read(items, i);
			assertArrayEquals(pixels.values(), Pixels.read(lazy, i).values());
			final ImageProcessor slice = image.getStack().getProcessor(i + 1);
			final int x = i % pixels.width();
			final int y = i / 3 % pixels.height();
			final int value = slice.get(x, y);
			assertEquals(slice instanceof ColorProcessor ? value >> 16 & 0xff : value, (int) pixels.values()[y * pixels
				.width() + x]);
		}
		TestData.close(image, virtual);
	}

	@Test
	void whatCannotBeAnalysedIsSaidInOneSentence() {
		final ImagePlus three = stack(new ByteProcessor(1, 1), 3, -90);
		final ImagePlus two = stack(new ByteProcessor(1, 1), 2, -90);
		final String noImage = "There is no image; open a stack first.";
		assertEquals(noImage, message(null, "Slices"));
		assertEquals(noImage, message(new ImagePlus(), "Slices"));
		assertEquals("There are only 2 items with items=Slices in 'test'; at least 3 are needed, such as a stack of 3 " +
			"slices, or 3 ROIs, labels or tiles of one image.", message(two, "Slices"));
		assertEquals("There is only 1 item with items=Frames in 'test'; at least 3 are needed, such as a stack of 3 " +
			"slices, or 3 ROIs, labels or tiles of one image.", message(channels(three), "Frames"));
		assertEquals("items=Cells does not exist; it must be one of Slices, Frames, ROIs, Labels, Tiles.", message(three,
			"Cells"));
		assertTrue(message(three, null).startsWith("items=null does not exist"));
		assertEquals("items=Labels needs a label image; give its title as labels=[title].", message(three, "Labels"));
		assertTrue(message(three, "ROIs").contains("no ROI in the ROI Manager or the overlay of 'test'"));
	}

	private static ImagePlus channels(final ImagePlus image) {
		image.setDimensions(image.getStackSize(), 1, 1);
		return image;
	}

	private static String message(final ImagePlus image, final String kind) {
		return assertThrows(IllegalArgumentException.class, () -> ImageItems.of(image, kind, "", 32)).getMessage();
	}
}
