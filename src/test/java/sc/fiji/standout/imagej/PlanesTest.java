package sc.fiji.standout.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.io.FileSaver;
import ij.plugin.FileInfoVirtualStack;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.Pixels;

class PlanesTest {

	private static final String CLOSED =
		"The image 'x' was closed while its items were read; open it again and repeat the step.";

	private static ImagePlus stack(final int slices) {
		final ImageStack stack = new ImageStack(16, 16);
		for (int s = 1; s <= slices; s++) stack.addSlice(new ByteProcessor(16, 16, bytes(s)));
		return new ImagePlus("x", stack);
	}

	private static byte[] bytes(final int value) {
		final byte[] bytes = new byte[256];
		java.util.Arrays.fill(bytes, (byte) value);
		return bytes;
	}

	/** Fills the same array again and again, as some readers do, and counts how often it is asked. */
	private static final class Counting extends VirtualStack {

		private final AtomicInteger reads = new AtomicInteger();
		private final AtomicInteger inside = new AtomicInteger();
		private final byte[] buffer = new byte[256];
		private volatile boolean together;

		Counting(final int slices) {
			super(16, 16, slices);
		}

		@Override
		public ImageProcessor getProcessor(final int n) {
			reads.incrementAndGet();
			if (inside.incrementAndGet() > 1) together = true;
			java.util.Arrays.fill(buffer, (byte) n);
			inside.decrementAndGet();
			return new ByteProcessor(16, 16, buffer);
		}
	}

	@Test
	void closedImagesAreNoticedShownOrNot() {
		final ImagePlus image = stack(5);
		final ImagePlus single = new ImagePlus("x", new ByteProcessor(32, 32));
		final ImagePlus virtual = new ImagePlus("x", new Counting(4));
		for (final Items items : new Items[] { ImageItems.slices(image), ImageItems.frames(image), ImageItems.tiles(image,
			8), ImageItems.tiles(single, 8), ImageItems.slices(virtual) })
		{
			assertNotNull(items.pixels(2));
		}
		final Items slices = ImageItems.slices(image);
		final Items tiles = ImageItems.tiles(single, 8);
		final Items lazy = ImageItems.slices(virtual);
		image.flush();
		single.flush();
		virtual.flush();
		for (final Items items : new Items[] { slices, tiles, lazy }) {
			assertEquals(CLOSED, assertThrows(IllegalStateException.class, () -> items.pixels(2)).getMessage());
		}
		assertEquals(5, slices.size());
	}

	@Test
	void labelImageThatIsClosedIsNamed() {
		final ByteProcessor marks = new ByteProcessor(16, 16);
		marks.set(4, 4, 1);
		final ImagePlus labels = new ImagePlus("marks", marks);
		final Items items = ImageItems.labels(stack(3), labels);
		labels.flush();
		final String said = assertThrows(IllegalStateException.class, () -> Pixels.read(items, 0)).getMessage();
		assertTrue(said.startsWith("The image 'marks' was closed"), said);
	}

	@Test
	void closingInTheMiddleOfReadingGivesTheSentenceAndNothingElse() throws InterruptedException {
		for (int round = 0; round < 20; round++) {
			final ImagePlus image = stack(300);
			final Items items = ImageItems.slices(image);
			final CountDownLatch started = new CountDownLatch(1);
			final AtomicReference<Throwable> thrown = new AtomicReference<>();
			final Thread reader = new Thread(() -> {
				try {
					for (int i = 0;; i = (i + 1) % 300) {
						final float value = Pixels.read(items, i).values()[0];
						if (value != (i + 1 & 0xff)) throw new AssertionError("slice " + (i + 1) + " has " + value);
						started.countDown();
					}
				}
				catch (final Throwable e) {
					thrown.set(e);
				}
			});
			reader.start();
			started.await();
			image.flush();
			reader.join(10_000);
			assertNotNull(thrown.get());
			assertEquals(IllegalStateException.class, thrown.get().getClass());
			assertEquals(CLOSED, thrown.get().getMessage());
		}
	}

	@Test
	void deletedSlicesAreNoticed() {
		final ImagePlus image = stack(5);
		final Items items = ImageItems.slices(image);
		image.getStack().deleteSlice(2);
		assertEquals("The image 'x' has 4 slices now, but had 5 when its items were made; repeat the features step.",
			assertThrows(IllegalStateException.class, () -> items.pixels(0)).getMessage());
	}

	@Test
	void manyTilesOfOneVirtualSliceReadItOnce() {
		final Counting stack = new Counting(6);
		final ImagePlus image = new ImagePlus("x", stack);
		final Items items = ImageItems.tiles(image, 8);
		final int before = stack.reads.get();
		for (int i = 0; i < items.size(); i++) assertEquals(i / 4 + 1, (int) Pixels.read(items, i).values()[0]);
		assertEquals(6, stack.reads.get() - before);
	}

	@Test
	void virtualStacksAreAskedByOneThreadAtATime() throws Exception {
		final Counting stack = new Counting(200);
		final Items items = ImageItems.slices(new ImagePlus("x", stack));
		final float[] means = new float[200];
		sc.fiji.standout.matrix.Parallel.withThreads(4, () -> {
			sc.fiji.standout.matrix.Parallel.chunks(200, 3, sc.fiji.standout.matrix.Progress.NONE, (chunk, from, to) -> {
				for (int i = from; i < to; i++) means[i] = Pixels.read(items, i).values()[255];
			});
			return null;
		});
		for (int i = 0; i < 200; i++) assertEquals(i + 1, means[i]);
		assertEquals(false, stack.together);
	}

	@Test
	void virtualStackWhoseFileIsGoneIsNoBlankImage(@TempDir final Path folder) throws IOException {
		final Path file = folder.resolve("stack.tif");
		assertTrue(new FileSaver(stack(4)).saveAsTiffStack(file.toString()));
		final ImagePlus image = FileInfoVirtualStack.openVirtual(file.toString());
		final Items items = ImageItems.slices(image);
		assertArrayEquals(new float[] { 2 }, new float[] { Pixels.read(items, 1).values()[0] });
		Files.delete(file);
		final String said = assertThrows(IllegalStateException.class, () -> items.pixels(3)).getMessage();
		assertTrue(said.contains("Slice 4 of 'stack.tif'") && said.contains("is gone"), said);
	}
}
