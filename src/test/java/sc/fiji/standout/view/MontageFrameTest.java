package sc.fiji.standout.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.InputEvent;
import java.util.Arrays;

import javax.swing.JComboBox;
import javax.swing.JToolBar;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import sc.fiji.standout.outlier.Outliers;
import sc.fiji.standout.study.Study;

/** Works the montage with the mouse on a real display; needs one, such as Xvfb. */
class MontageFrameTest {

	private SyntheticItems items;
	private Study study;
	private MontageFrame frame;
	private MontagePanel panel;
	private Mouse mouse;

	@BeforeEach
	void open() throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "no display");
		items = new SyntheticItems(20_000, 12, 1);
		study = SyntheticItems.study(items, 4);
		show();
	}

	@AfterEach
	void close() {
		if (study != null) MontageFrame.closeAll(study);
	}

	@Test
	void clickPicksShiftClickAdds() throws Exception {
		click(1, 0);
		assertArrayEquals(new int[] { panel.items()[1] }, study.selection().items());
		click(4, InputEvent.SHIFT_DOWN_MASK);
		final int[] both = { panel.items()[1], panel.items()[4] };
		Arrays.sort(both);
		assertArrayEquals(both, study.selection().items());
		assertEquals(panel.items()[4], study.selection().focus());
		assertTrue(frame.statusText().endsWith("; 2 picked"), frame.statusText());
	}

	@Test
	void theTileInFocusIsScrolledIntoView() throws Exception {
		final int index = 700;
		assertFalse(panel.getVisibleRect().intersects(panel.tileBounds(index)));
		study.selection().set(new int[] { panel.items()[index] }, "the image");
		Mouse.sync();
		assertTrue(panel.getVisibleRect().contains(panel.tileBounds(index)));
		assertEquals(index, panel.indexAt(panel.tileBounds(index).x + 3, panel.tileBounds(index).y + 3));
	}

	@Test
	void onlyWhatIsSeenIsReadAndNotOnTheEventThread() throws Exception {
		assertTrue(panel.items().length > 900, "as many outliers as the study has noise");
		final long end = System.nanoTime() + 20_000_000_000L;
		while (!panel.thumbnails().isDone(panel.items()[0]) && System.nanoTime() < end) Thread.sleep(10);
		Thread.sleep(500);
		// 60 items tell the contrast, and some 7 x 5 tiles are seen
		assertTrue(items.read.contains(panel.items()[0]));
		assertTrue(items.read.size() < 60 + 80, items.read.size() + " items were read");
		assertEquals(0, items.readsOnEventThread.get());
	}

	@Test
	void pickedItemsAreFollowedAndStayWhenOneIsClicked() throws Exception {
		choose(Shown.PICKED);
		assertEquals(0, panel.items().length);
		study.selection().set(new int[] { 5, 50, 500 }, "the plot");
		Mouse.sync();
		assertEquals(3, panel.items().length);
		click(2, 0);
		assertEquals(3, study.selection().count());
		assertEquals(panel.items()[2], study.selection().focus());
	}

	@Test
	void aClusterCanBeShown() throws Exception {
		choose(new Shown(Shown.Kind.CLUSTER, 2));
		final int[] labels = study.clustering().labels();
		assertEquals(Arrays.stream(labels).filter(label -> label == 2).count(), panel.items().length);
		for (final int item : panel.items()) assertEquals(2, labels[item]);
	}

	@Test
	void newOutliersAreShown() throws Exception {
		final boolean[] flags = new boolean[20_000];
		flags[17] = true;
		study.setOutliers(new Outliers(new double[20_000], flags));
		Mouse.sync();
		assertArrayEquals(new int[] { 17 }, panel.items());
		assertEquals("Outliers: 1 of 20000 items, worst first", frame.statusText());
	}

	@Test
	void withoutOutliersItOpensAndSaysSo() throws Exception {
		MontageFrame.closeAll(study);
		study = new Study(items);
		show();
		assertEquals(0, panel.items().length);
		final var image = frame.toImage();
		boolean ink = false;
		for (int x = 0; x < image.getWidth(); x++) {
			for (int y = image.getHeight() / 3; y < 2 * image.getHeight() / 3; y++) ink |= (image.getRGB(x, y) & 0xff) < 200;
		}
		assertTrue(ink, "a sentence in the middle");
	}

	@Test
	void oneWindowForEachStudy() {
		assertSame(frame, MontageFrame.show("cells.tif", study));
		MontageFrame.closeAll(study);
		assertFalse(frame.isDisplayable());
	}

	// -- Helper methods --

	private void show() throws Exception {
		frame = MontageFrame.show("cells.tif", study);
		panel = frame.panel();
		mouse = new Mouse(panel);
		Mouse.sync();
	}

	private void click(final int index, final int modifiers) throws Exception {
		final Rectangle tile = panel.tileBounds(index);
		mouse.click(tile.getCenterX(), tile.getCenterY(), modifiers);
	}

	private void choose(final Shown shown) throws Exception {
		final JToolBar bar = (JToolBar) Arrays.stream(frame.getContentPane().getComponents()).filter(
			JToolBar.class::isInstance).findFirst().orElseThrow();
		final JComboBox<?> combo = (JComboBox<?>) Arrays.stream(bar.getComponents()).filter(c -> "shown".equals(c
			.getName())).findFirst().orElseThrow();
		EventQueue.invokeAndWait(() -> combo.setSelectedItem(shown));
		Mouse.sync();
	}
}
