package sc.fiji.standout.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.io.IOException;
import java.util.Arrays;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import ij.process.ByteProcessor;

import sc.fiji.standout.study.Study;

/** The link with windows, where there is a display. */
class ImageLinkWindowTest {

	private static final Object PLOT = "plot";

	@BeforeEach
	void needsDisplay() {
		Assumptions.assumeFalse(GraphicsEnvironment.isHeadless(), "no display");
	}

	@AfterEach
	void closeManager() {
		if (!GraphicsEnvironment.isHeadless() && RoiManager.getRawInstance() != null) {
			RoiManager.getRawInstance().reset();
			RoiManager.getRawInstance().close();
		}
	}

	private static void settle() throws Exception {
		for (int i = 0; i < 5; i++) {
			EventQueue.invokeAndWait(() -> { /* lets what was queued run */ });
			Thread.sleep(30);
		}
	}

	/** Waits until exactly these entries are selected, for 5 seconds at most. */
	private static void settle(final RoiManager manager, final int... entries) throws Exception {
		settle();
		for (int i = 0; i < 100 && !Arrays.equals(entries, manager.getSelectedIndexes()); i++) Thread.sleep(50);
		assertArrayEquals(entries, manager.getSelectedIndexes());
		settle();
	}

	@Test
	void sliderAndSelectionFollowEachOther() throws Exception {
		final ImagePlus image = SampleCells.create(20, 1);
		image.show();
		final Study study = new Study(ImageItems.slices(image));
		ImageLink.of(image, study);
		final int[] changes = { 0 };
		study.selection().addListener((selection, origin) -> changes[0]++);
		image.setSlice(7);
		settle();
		assertEquals(6, study.selection().focus());
		assertEquals(1, changes[0]);
		study.selection().set(new int[] { 11, 3 }, PLOT);
		settle();
		assertEquals(12, image.getCurrentSlice());
		assertArrayEquals(new int[] { 3, 11 }, study.selection().items(), "no echo");
		assertEquals(2, changes[0]);
		for (int i = 0; i < 20; i++) study.selection().set(new int[] { i }, PLOT);
		settle();
		assertEquals(22, changes[0]);
		assertEquals(20, image.getCurrentSlice());
		final int listeners = ImagePlus.getListeners().size();
		image.changes = false;
		image.close();
		settle();
		assertEquals(listeners - 1, ImagePlus.getListeners().size());
		assertThrows(IllegalStateException.class, () -> study.items().pixels(4));
	}

	@Test
	void roiManagerAndSelectionFollowEachOther() throws Exception {
		final ImagePlus image = TestData.open("fields/fluo_696x520_1.tif");
		image.show();
		final RoiManager manager = new RoiManager();
		manager.runCommand("Open", TestData.file("fields/fluo_696x520_1_RoiSet.zip").getPath());
		final Study study = new Study(ImageItems.of(image, "ROIs", "", 0));
		assertEquals(369, study.size());
		assertEquals("nucleus_0005", study.items().place(4).roi());
		ImageLink.of(image, study);
		final ImagePlus other = new ImagePlus("active one", new ByteProcessor(30, 30));
		other.show();
		// the manager fills its list, and the windows come up, some time later
		settle();
		study.selection().set(new int[] { 4 }, PLOT);
		settle(manager, 4);
		assertEquals("nucleus_0005", image.getRoi().getName());
		assertEquals(null, other.getRoi(), "the ROI goes to its own image, not to the active one");
		study.selection().set(new int[] { 30, 10, 20 }, PLOT);
		settle(manager, 10, 20, 30);
		assertArrayEquals(new int[] { 10, 20, 30 }, study.selection().items());
		assertEquals(3, image.getOverlay().size());
		EventQueue.invokeAndWait(() -> manager.select(image, 100));
		settle(manager, 100);
		assertArrayEquals(new int[] { 100 }, study.selection().items());
		TestData.close(image, other);
	}

	@Test
	void clickOnTheCanvasPicksTheTile() throws Exception {
		final ImagePlus image = new ImagePlus("field", new ByteProcessor(256, 256));
		final Study study = new Study(ImageItems.tiles(image, 64));
		ImageLink.of(image, study);
		image.show();
		settle();
		click(image, 70, 130, 0);
		assertArrayEquals(new int[] { 9 }, study.selection().items());
		assertEquals("x=64 y=128", image.getOverlay().get(0).getName());
		click(image, 10, 10, InputEvent.SHIFT_DOWN_MASK);
		assertArrayEquals(new int[] { 0, 9 }, study.selection().items());
		TestData.close(image);
	}

	@Test
	void magnifiedImageScrollsToTheFocus() throws Exception {
		final ImagePlus image = new ImagePlus("field", new ByteProcessor(512, 512));
		final Study study = new Study(ImageItems.tiles(image, 64));
		ImageLink.of(image, study);
		image.show();
		settle();
		image.getCanvas().setMagnification(4);
		image.getCanvas().setSourceRect(new Rectangle(0, 0, 128, 128));
		study.selection().set(new int[] { 63 }, PLOT);
		assertTrue(image.getCanvas().getSrcRect().contains(448, 448, 64, 64), "scrolled");
		study.selection().set(new int[] { 8 * 3 + 4 }, PLOT);
		assertTrue(image.getCanvas().getSrcRect().contains(256, 192, 64, 64), "scrolled");
		TestData.close(image);
	}

	private static void click(final ImagePlus image, final int x, final int y, final int modifiers) throws Exception {
		final ImageCanvas canvas = image.getCanvas();
		final MouseEvent click = new MouseEvent(canvas, MouseEvent.MOUSE_CLICKED, System.currentTimeMillis(), modifiers,
			canvas.screenX(x), canvas.screenY(y), 1, false, MouseEvent.BUTTON1);
		EventQueue.invokeAndWait(() -> canvas.dispatchEvent(click));
	}

	@Test
	void slicesOfRoisAreShown() throws IOException {
		final ImagePlus image = SampleCells.create(5, 1);
		final RoiManager manager = new RoiManager();
		for (int i = 0; i < 4; i++) {
			final Roi roi = new Roi(3 * i, 3, 10, 10);
			roi.setPosition(i + 2);
			manager.addRoi(roi);
		}
		final Study study = new Study(ImageItems.of(image, "ROIs", "", 0));
		ImageLink.of(image, study);
		study.selection().set(new int[] { 2 }, PLOT);
		assertEquals(4, image.getCurrentSlice());
		assertEquals(4, image.getOverlay().get(0).getPosition());
	}
}
