package sc.fiji.standout.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.WindowManager;
import ij.text.TextPanel;
import ij.text.TextWindow;

import sc.fiji.standout.study.Study;

/** Works the items table with the mouse on a real display; needs one, such as Xvfb. */
class TableLinkTest {

	private static final int ITEMS = 60;
	private static final Object PLOT = "plot";

	private ImagePlus image;
	private Study study;
	private TextPanel table;

	@BeforeEach
	void open() throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "no display");
		image = SampleCells.create(ITEMS, 1);
		study = new Study(ImageItems.slices(image));
		ItemsTable.show(image, study);
		table = window().getTextPanel();
		sync();
	}

	@AfterEach
	void close() {
		if (window() != null) window().close(false);
	}

	@Test
	void whatIsPickedIsMarked() throws Exception {
		study.selection().set(new int[] { 41 }, PLOT);
		awaitRows(41, 41);
		study.selection().set(new int[] { 7, 5, 6 }, PLOT);
		awaitRows(5, 7);
		// not one run of rows: the one in focus
		study.selection().set(new int[] { 30, 5, 6 }, PLOT);
		awaitRows(30, 30);
		study.selection().clear(PLOT);
		awaitRows(-1, -1);
	}

	@Test
	void rowsThatAreDraggedOverArePicked() throws Exception {
		final int[] rows = drag(2, 5);
		assertTrue(rows.length >= 2 && rows.length <= 4, "rows " + rows.length);
		await(() -> study.selection().count() == rows.length);
		assertArrayEquals(rows, study.selection().items());
		assertEquals(rows[0], study.selection().focus());
		drag(5, 5);
		await(() -> study.selection().count() == 1);
		assertArrayEquals(new int[] { rows[rows.length - 1] }, study.selection().items());
	}

	@Test
	void aSortedTableIsReadByItsItems() throws Exception {
		final ij.measure.ResultsTable sorted = new ij.measure.ResultsTable(ITEMS);
		sorted.showRowNumbers(false);
		for (int row = 0; row < ITEMS; row++) sorted.setValue("item", row, ITEMS - row);
		sorted.setDecimalPlaces(0, 0);
		sorted.show("Items of Sample Cells");
		assertSame(table, window().getTextPanel());
		study.selection().set(new int[] { 3, 4 }, PLOT);
		awaitRows(ITEMS - 5, ITEMS - 4);
		study.selection().set(new int[] { ITEMS - 1 }, PLOT);
		awaitRows(0, 0);
		final int[] rows = drag(3.5, 3.5);
		await(() -> study.selection().contains(ITEMS - 1 - rows[0]));
	}

	@Test
	void aNewTableFollowsTheNewStudyAlone() throws Exception {
		final Study next = new Study(ImageItems.slices(image));
		ItemsTable.show(image, next);
		assertSame(table, window().getTextPanel());
		next.selection().set(new int[] { 9 }, PLOT);
		awaitRows(9, 9);
		study.selection().set(new int[] { 20 }, PLOT);
		sync();
		assertEquals(9, table.getSelectionStart());
		window().close(false);
		sync();
		next.selection().set(new int[] { 2 }, PLOT);
		sync();
		assertTrue(window() == null);
	}

	// -- Helper methods --

	private static TextWindow window() {
		return (TextWindow) WindowManager.getFrame("Items of Sample Cells");
	}

	/** Drags from one line of the table, the heading being line 0, to another; gives the rows that are marked then. */
	private int[] drag(final double from, final double to) throws Exception {
		final Component canvas = table.getComponent(0);
		final double line = canvas.getFontMetrics(canvas.getFont()).getHeight() + 2;
		post(canvas, MouseEvent.MOUSE_PRESSED, from * line);
		post(canvas, MouseEvent.MOUSE_DRAGGED, to * line);
		post(canvas, MouseEvent.MOUSE_RELEASED, to * line);
		final int start = table.getSelectionStart();
		return java.util.stream.IntStream.rangeClosed(start, table.getSelectionEnd()).toArray();
	}

	private static void post(final Component canvas, final int id, final double y) throws Exception {
		Toolkit.getDefaultToolkit().getSystemEventQueue().postEvent(new MouseEvent(canvas, id, System.currentTimeMillis(),
			InputEvent.BUTTON1_DOWN_MASK, 20, (int) y, 1, false, MouseEvent.BUTTON1));
		sync();
	}

	private void awaitRows(final int first, final int last) throws Exception {
		await(() -> table.getSelectionStart() == first && table.getSelectionEnd() == last);
	}

	private static void await(final BooleanSupplier condition) throws Exception {
		final long end = System.nanoTime() + 10_000_000_000L;
		while (!condition.getAsBoolean() && System.nanoTime() < end) {
			Thread.sleep(20);
			sync();
		}
		assertTrue(condition.getAsBoolean());
	}

	private static void sync() throws Exception {
		for (int i = 0; i < 3; i++) EventQueue.invokeAndWait(() -> { /* lets what was queued run */ });
	}
}
