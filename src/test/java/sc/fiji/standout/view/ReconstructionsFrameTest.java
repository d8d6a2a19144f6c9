package sc.fiji.standout.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import javax.swing.JComboBox;
import javax.swing.JToolBar;
import javax.swing.SwingUtilities;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ij.WindowManager;

import sc.fiji.standout.feature.Features;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.study.Study;

/** Works the window of the reconstructions with the mouse on a real display; needs one, such as Xvfb. */
class ReconstructionsFrameTest {

	private static final int ITEMS = 3000;
	private static final int MOST = 1000;

	private final AtomicInteger onEventThread = new AtomicInteger();
	private final double[] errors = new double[ITEMS];
	private SyntheticItems items;
	private Study study;
	private ReconstructionsFrame frame;
	private MontagePanel panel;

	@BeforeEach
	void open() throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "no display");
		items = new SyntheticItems(ITEMS, 12, 1);
		// item 0 is the second worst, then 1999, 1998 ... for a while
		for (int i = 0; i < ITEMS; i++) errors[i] = i < 2000 ? i : -i;
		errors[0] = 1998.5;
		study = new Study(items);
		study.setFeatures(ReconstructionFixtures.features(errors, item -> {
			if (SwingUtilities.isEventDispatchThread()) onEventThread.incrementAndGet();
			return ReconstructionFixtures.DARKER.reconstruct(item);
		}));
		frame = ReconstructionsFrame.show("cells.tif", study, ReconstructionOrder.WORST_FIRST, MOST);
		panel = frame.panel();
		Mouse.sync();
	}

	@AfterEach
	void close() {
		if (study != null) ReconstructionsFrame.closeAll(study);
	}

	@Test
	void theWorstComeFirstAndSoManyAtMost() throws Exception {
		assertArrayEquals(new int[] { 1999, 0, 1998, 1997 }, Arrays.copyOf(panel.items(), 4));
		assertEquals(MOST, panel.items().length);
		assertEquals("All items: 1000 of 3000 items, worst first", frame.statusText());
		choose("order", ReconstructionOrder.ITEMS);
		assertArrayEquals(IntStream.range(0, MOST).toArray(), panel.items());
		assertEquals("All items: 1000 of 3000 items, in their own order", frame.statusText());
	}

	@Test
	void aClickOnAnyPartPicksTheItem() throws Exception {
		final Mouse mouse = new Mouse(panel);
		final Rectangle second = panel.tileBounds(1);
		for (final int x : new int[] { 20, second.width / 2, second.width - 20 }) {
			study.selection().clear("the image");
			mouse.click(second.x + x, second.y + 60, 0);
			assertArrayEquals(new int[] { 0 }, study.selection().items());
		}
		assertTrue(frame.statusText().endsWith("; 1 picked"), frame.statusText());
	}

	@Test
	void whatIsPickedElsewhereIsFramedAndScrolledTo() throws Exception {
		final int index = 400;
		assertFalse(panel.getVisibleRect().intersects(panel.tileBounds(index)));
		study.selection().set(new int[] { panel.items()[index] }, "the plot");
		Mouse.sync();
		final Rectangle tile = panel.tileBounds(index);
		assertTrue(panel.getVisibleRect().contains(tile));
		final BufferedImage image = frame.toImage();
		final int x = tile.x - panel.getVisibleRect().x + 7 - 4;
		final int y = tile.y - panel.getVisibleRect().y + TilePainter.NAMES + 60;
		assertEquals(Palette.FOCUS.getRGB() & 0xffffff, image.getRGB(x, y) & 0xffffff);
		assertEquals(Palette.FOCUS.getRGB() & 0xffffff, image.getRGB(x + tile.width - 14 + 7, y) & 0xffffff);
	}

	@Test
	void theNamesStandAboveEveryColumn() throws Exception {
		final BufferedImage image = frame.toImage();
		assertTrue(panel.columns() >= 2);
		for (int c = 0; c < 2; c++) {
			for (int p = 0; p < 3; p++) {
				assertTrue(inkIn(image, panel.tileBounds(c).x + 7 + p * 116, TilePainter.NAMES), "column " + c + ", part " + p);
			}
		}
	}

	@Test
	void onlyWhatIsSeenIsReadAndNotOnTheEventThread() throws Exception {
		await(0);
		Thread.sleep(500);
		// 60 items tell the contrast, and some 2 x 5 tiles are seen
		assertTrue(items.read.contains(panel.items()[0]));
		assertTrue(items.read.size() < 60 + 40, items.read.size() + " items were read");
		assertEquals(0, items.readsOnEventThread.get());
		assertEquals(0, onEventThread.get());
	}

	@Test
	void aNewModelIsSeenAndOtherFeaturesAreSaid() throws Exception {
		await(0);
		study.setFeatures(ReconstructionFixtures.features(errors, item -> {
			throw new IllegalStateException("The model is gone.");
		}));
		Mouse.sync();
		await(0);
		assertNull(panel.thumbnails().get(panel.items()[0]), "cannot be read");
		study.setFeatures(new Features("Test", List.of("f"), Matrix.of(errors, ITEMS, 1), List.of()));
		Mouse.sync();
		assertEquals(0, panel.items().length);
		frame.toImage();
		study.setFeatures(ReconstructionFixtures.features(errors, ReconstructionFixtures.DARKER));
		Mouse.sync();
		assertEquals(MOST, panel.items().length);
	}

	@Test
	void oneWindowForEachStudyThatImageJLists() {
		assertSame(frame, ReconstructionsFrame.show("cells.tif", study, ReconstructionOrder.ITEMS, 5));
		assertArrayEquals(new int[] { 0, 1, 2, 3, 4 }, panel.items());
		assertSame(frame, WindowManager.getFrame("Reconstructions of cells.tif"));
		ReconstructionsFrame.closeAll(study);
		assertFalse(frame.isDisplayable());
		assertThrows(IllegalStateException.class, () -> ReconstructionsFrame.show("cells.tif", new Study(items),
			ReconstructionOrder.ITEMS, 5));
	}

	// -- Helper methods --

	private void await(final int index) throws Exception {
		final long end = System.nanoTime() + 20_000_000_000L;
		while (!panel.thumbnails().isDone(panel.items()[index]) && System.nanoTime() < end) Thread.sleep(10);
		assertTrue(panel.thumbnails().isDone(panel.items()[index]));
	}

	private void choose(final String name, final Object value) throws Exception {
		final JToolBar bar = (JToolBar) Arrays.stream(frame.getContentPane().getComponents()).filter(
			JToolBar.class::isInstance).findFirst().orElseThrow();
		final JComboBox<?> combo = (JComboBox<?>) Arrays.stream(bar.getComponents()).filter(c -> name.equals(c.getName()))
			.findFirst().orElseThrow();
		EventQueue.invokeAndWait(() -> combo.setSelectedItem(value));
		Mouse.sync();
	}

	private static boolean inkIn(final BufferedImage image, final int left, final int height) {
		for (int x = left; x < left + 60; x++) {
			for (int y = 0; y < height; y++) if ((image.getRGB(x, y) & 0xff) < 180) return true;
		}
		return false;
	}
}
