package sc.fiji.standout.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.AWTEvent;
import java.awt.Button;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import javax.swing.JList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;

import sc.fiji.standout.imagej.ImageItems;
import sc.fiji.standout.imagej.ImageLink;
import sc.fiji.standout.study.Selection;
import sc.fiji.standout.study.Study;

/** The list in the window of the real ROI Manager, where there is a display. */
class RoiManagerListTest {

	private static final Object PLOT = "plot";
	private static final int SIZE = 100;

	private ImagePlus image;
	private RoiManager manager;
	private JList<?> list;
	private ImageLink link;
	private Selection selection;
	private final List<String> changes = new ArrayList<>();

	/** A stack with a ROI on each slice, all in the manager. */
	@BeforeEach
	void open() throws Exception {
		Assumptions.assumeFalse(GraphicsEnvironment.isHeadless(), "no display");
		image = IJ.createImage("stack", "8-bit ramp", 60, 60, SIZE);
		image.show();
		openManager(0);
		final Study study = new Study(ImageItems.rois(image));
		selection = study.selection();
		link = ImageLink.of(image, study);
		RoiManagerList.join(link);
		RoiManagerList.join(link);
		settle();
		selection.addListener((s, origin) -> changes.add(s.toString()));
	}

	@AfterEach
	void close() throws Exception {
		if (image == null) return;
		link.close();
		image.changes = false;
		image.close();
		closeManager();
	}

	/** @param first the item of the first entry; the others are those that follow */
	private void openManager(final int first) throws Exception {
		manager = new RoiManager();
		for (int i = first; i < SIZE; i++) {
			final Roi roi = new Roi(i % 10, i / 10, 20, 20);
			roi.setName("r" + i);
			roi.setPosition(i + 1);
			manager.addRoi(roi);
		}
		list = (JList<?>) find(manager, c -> c instanceof JList<?>);
		settle();
	}

	private void closeManager() throws Exception {
		final RoiManager open = RoiManager.getRawInstance();
		if (open != null) EventQueue.invokeAndWait(() -> {
			open.reset();
			open.close();
		});
		settle();
	}

	private static void settle() throws Exception {
		for (int i = 0; i < 4; i++) {
			Mouse.sync();
			Thread.sleep(40);
		}
	}

	private static Component find(final Container parent, final Predicate<Component> wanted) {
		for (final Component child : parent.getComponents()) {
			if (wanted.test(child)) return child;
			final Component inside = child instanceof Container c ? find(c, wanted) : null;
			if (inside != null) return inside;
		}
		return null;
	}

	private void press(final String label) throws Exception {
		final Component button = find(manager, c -> c instanceof Button b && b.getLabel().equals(label));
		final ActionEvent press = new ActionEvent(button, ActionEvent.ACTION_PERFORMED, label);
		EventQueue.invokeAndWait(() -> button.dispatchEvent(press));
		settle();
	}

	private void click(final int entry, final int modifiers) throws Exception {
		final Rectangle cell = list.getCellBounds(entry, entry);
		new Mouse(list).click(cell.getCenterX(), cell.getCenterY(), modifiers);
		settle();
	}

	private void assertPicked(final int focus, final int... items) {
		assertArrayEquals(items, selection.items());
		assertEquals(focus, selection.focus());
	}

	@Test
	void clicksWithCtrlAndShiftPickTheirEntries() throws Exception {
		click(2, 0);
		assertPicked(2, 2);
		click(5, InputEvent.CTRL_DOWN_MASK);
		assertPicked(5, 2, 5);
		assertEquals(6, image.getCurrentSlice(), "the slice of the focus");
		click(0, InputEvent.CTRL_DOWN_MASK);
		assertPicked(0, 0, 2, 5);
		click(2, InputEvent.CTRL_DOWN_MASK);
		assertPicked(0, 0, 5);
		assertEquals(4, changes.size(), () -> "once for each click: " + changes);
		click(4, 0);
		click(7, InputEvent.SHIFT_DOWN_MASK);
		assertPicked(7, 4, 5, 6, 7);
		click(6, InputEvent.SHIFT_DOWN_MASK);
		assertPicked(6, 4, 5, 6);
		assertArrayEquals(new int[] { 4, 5, 6 }, manager.getSelectedIndexes(), "left as it is");
		assertEquals(7, changes.size(), changes::toString);
	}

	@Test
	void deselectPicksNothing() throws Exception {
		selection.set(new int[] { 3, 8 }, PLOT);
		settle();
		press("Deselect");
		assertPicked(-1);
		click(1, 0);
		assertPicked(1, 1);
		press("Deselect");
		assertPicked(-1);
		assertEquals(4, changes.size(), changes::toString);
	}

	@Test
	void entriesSelectedByProgramsAreFollowedOnAnyThread() throws Exception {
		EventQueue.invokeAndWait(() -> list.setSelectedIndices(new int[] { 10, 20, 30 }));
		settle();
		assertPicked(30, 10, 20, 30);
		manager.setSelectedIndexes(new int[] { 11, 12, 70 });
		settle();
		assertPicked(70, 11, 12, 70);
		changes.clear();
		for (int i = 1; i < 9; i++) {
			manager.setSelectedIndexes(new int[] { i, i + 1, i + 2 });
			settle();
			assertPicked(i + 2, i, i + 1, i + 2);
		}
		assertFalse(changes.contains("Selection []"), () -> "never seen as deselected: " + changes);
		manager.deselect();
		settle();
		assertPicked(-1);
	}

	@Test
	void pickedItemsAreSelectedAndTheFocusIsSeen() throws Exception {
		selection.set(new int[] { 90, 3, 40 }, PLOT);
		settle();
		assertArrayEquals(new int[] { 3, 40, 90 }, manager.getSelectedIndexes());
		assertPicked(90, 3, 40, 90);
		assertSeen(90);
		assertEquals(91, image.getCurrentSlice(), "the focus's, not that of the first entry");
		selection.add(new int[] { 3 }, PLOT);
		settle();
		assertSeen(3);
		EventQueue.invokeAndWait(() -> selection.set(new int[] { 60, 61, 3 }, PLOT));
		settle();
		assertSeen(60);
		selection.set(new int[] { 99 }, PLOT);
		settle();
		assertSeen(99);
		selection.clear(PLOT);
		settle();
		assertArrayEquals(new int[0], manager.getSelectedIndexes());
		assertEquals(5, changes.size(), () -> "no echo: " + changes);
	}

	private void assertSeen(final int entry) {
		assertTrue(list.getFirstVisibleIndex() <= entry && entry <= list.getLastVisibleIndex(), () -> entry +
			" is not within " + list.getFirstVisibleIndex() + " to " + list.getLastVisibleIndex());
	}

	@Test
	void fastPicksLeaveTheLastOneEverywhere() throws Exception {
		for (int i = 0; i < 50; i++) selection.set(new int[] { i, i + 20, i + 40 }, PLOT);
		settle();
		assertPicked(49, 49, 69, 89);
		assertArrayEquals(new int[] { 49, 69, 89 }, manager.getSelectedIndexes());
		assertEquals(50, changes.size(), () -> "no echo: " + changes);
	}

	@Test
	void entriesThatAreNoItemsPickNothing() throws Exception {
		final Roi foreign = new Roi(1, 1, 3, 3);
		foreign.setName("foreign");
		manager.addRoi(foreign);
		manager.setSelectedIndexes(new int[] { 7, SIZE });
		settle();
		assertPicked(7, 7);
		manager.setSelectedIndexes(new int[] { SIZE });
		settle();
		assertPicked(7, 7);
		click(4, 0);
		press("Delete");
		assertEquals(SIZE, manager.getCount());
		assertPicked(4, 4);
		selection.set(new int[] { 8, 6 }, PLOT);
		settle();
		EventQueue.invokeAndWait(manager::reset);
		settle();
		assertPicked(8, 6, 8);
	}

	@Test
	void managerMayBeClosedAndOpenedAgain() throws Exception {
		final JList<?> before = list;
		final int listeners = before.getListSelectionListeners().length;
		closeManager();
		assertEquals(listeners - 1, before.getListSelectionListeners().length);
		openManager(50);
		assertEquals(listeners, list.getListSelectionListeners().length, "listens once");
		click(0, 0);
		click(2, InputEvent.CTRL_DOWN_MASK);
		assertPicked(52, 50, 52);
		selection.set(new int[] { 98, 60, 1 }, PLOT);
		settle();
		assertArrayEquals(new int[] { 10, 48 }, manager.getSelectedIndexes());
		assertSeen(48);
		assertPicked(98, 1, 60, 98);
	}

	@Test
	void nobodyListensWhenTheLinkIsClosed() throws Exception {
		final int listeners = list.getListSelectionListeners().length;
		final int windows = windowListeners();
		link.close();
		RoiManagerList.join(link);
		settle();
		assertEquals(listeners - 1, list.getListSelectionListeners().length);
		assertEquals(windows - 1, windowListeners());
		manager.setSelectedIndexes(new int[] { 1, 2 });
		settle();
		assertPicked(-1);
		final JList<?> before = list;
		closeManager();
		openManager(0);
		assertTrue(before != list && list.getListSelectionListeners().length == listeners - 1);
	}

	private static int windowListeners() {
		return Toolkit.getDefaultToolkit().getAWTEventListeners(AWTEvent.WINDOW_EVENT_MASK).length;
	}
}
