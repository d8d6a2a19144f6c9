package sc.fiji.standout.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.EventQueue;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.Point;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.SwingUtilities;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.WindowManager;

import sc.fiji.standout.feature.Features;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.study.Selection;
import sc.fiji.standout.study.Study;

/** Works the plot with the mouse on a real display; needs one, such as Xvfb. */
class ScatterPlotFrameTest {

	private static final int SHIFT = InputEvent.SHIFT_DOWN_MASK;
	private static final int ALT = InputEvent.ALT_DOWN_MASK;

	private SyntheticItems items;
	private Study study;
	private Selection selection;
	private ScatterPlotFrame frame;
	private PlotPanel panel;
	private Mouse mouse;

	@BeforeEach
	void open() throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "no display");
		items = new SyntheticItems(600);
		study = SyntheticItems.study(items, 4);
		selection = study.selection();
		frame = ScatterPlotFrame.show("cells.tif", study, "embedding_x", "embedding_y", "cluster");
		panel = frame.panel();
		mouse = new Mouse(panel);
		Mouse.sync();
	}

	@AfterEach
	void close() {
		if (study != null) ScatterPlotFrame.closeAll(study);
	}

	@Test
	void clickPicksShiftClickTogglesAndEmptyClears() throws Exception {
		final int a = lonely(0);
		final int b = lonely(a + 1);
		click(a, 0);
		assertArrayEquals(new int[] { a }, selection.items());
		assertEquals(a, selection.focus());
		click(b, SHIFT);
		assertArrayEquals(new int[] { a, b }, selection.items());
		assertEquals("600 items, 4 clusters, " + panel.data().outlierCount() + " outliers; 2 picked", frame.statusText());
		click(b, SHIFT);
		assertArrayEquals(new int[] { a }, selection.items());
		click(b, 0);
		assertArrayEquals(new int[] { b }, selection.items());
		final Viewport v = panel.viewport();
		mouse.click(v.left() + 3, v.top() + 3, 0);
		assertEquals(0, selection.count());
	}

	@Test
	void anEmbeddingOfOneDimensionIsShownBesideTheNumbersOfTheItems() throws Exception {
		study.setEmbedding(Matrix.of(IntStream.range(0, 600).mapToDouble(Math::sin).toArray(), 600, 1));
		Mouse.sync();
		assertEquals("embedding_x", panel.data().xName());
		assertEquals("item", panel.data().yName());
		assertEquals("item", frame.controls().y());
		assertEquals(Math.sin(7), panel.data().x()[7]);
		assertEquals(0, panel.data().missing());
	}

	@Test
	void rectanglePicksAddsAndRemoves() throws Exception {
		final Viewport v = panel.viewport();
		final int x1 = (int) (v.left() + 0.2 * v.width());
		final int x2 = (int) (v.left() + 0.6 * v.width());
		final int y1 = (int) (v.top() + 0.3 * v.height());
		final int y2 = (int) (v.top() + 0.9 * v.height());
		mouse.drag(0, x2, y1, x1 + 20, y2, x1, y2);
		final int[] first = where((x, y) -> x >= x1 && x <= x2 && y >= y1 && y <= y2);
		assertTrue(first.length > 30);
		assertArrayEquals(first, selection.items());
		mouse.drag(SHIFT, x2, y1, x2 + 80, y2);
		assertArrayEquals(where((x, y) -> x >= x1 && x <= x2 + 80 && y >= y1 && y <= y2), selection.items());
		mouse.drag(ALT, x1, y1, x2, y2);
		assertArrayEquals(where((x, y) -> x > x2 && x <= x2 + 80 && y >= y1 && y <= y2), selection.items());
	}

	@Test
	void lassoPicksWhatItsPathHolds() throws Exception {
		button("LASSO");
		final Viewport v = panel.viewport();
		final double[] path = new double[2 * 60];
		final Path2D expected = new Path2D.Double(Path2D.WIND_NON_ZERO);
		for (int i = 0; i < 60; i++) {
			final double r = v.height() * (0.15 + 0.25 * (i % 2));
			path[2 * i] = (int) (v.left() + v.width() / 2 + r * Math.cos(i * Math.PI / 30));
			path[2 * i + 1] = (int) (v.top() + v.height() / 2 + r * Math.sin(i * Math.PI / 30));
			if (i == 0) expected.moveTo(path[0], path[1]);
			else expected.lineTo(path[2 * i], path[2 * i + 1]);
		}
		mouse.drag(0, path);
		final int[] inside = where(expected::contains);
		assertTrue(inside.length > 20);
		assertArrayEquals(inside, selection.items());
	}

	@Test
	void pickingIsRightAfterResizeZoomAndMove() throws Exception {
		EventQueue.invokeAndWait(() -> {
			frame.setSize(640, 520);
			frame.validate();
		});
		final int item = lonely(100);
		click(item, 0);
		assertArrayEquals(new int[] { item }, selection.items());
		final Viewport before = panel.viewport();
		final double x = before.screenX(panel.data().x()[item]);
		final double y = before.screenY(panel.data().y()[item]);
		mouse.wheel((int) x, (int) y, -3);
		final Viewport after = panel.viewport();
		assertEquals(Math.pow(1.15, -3), (after.maxX() - after.minX()) / (before.maxX() - before.minX()), 1e-9);
		assertEquals(x, after.screenX(panel.data().x()[item]), 1, "the point under the cursor stays there");
		assertEquals(y, after.screenY(panel.data().y()[item]), 1);
		selection.clear(this);
		click(item, 0);
		assertArrayEquals(new int[] { item }, selection.items());
		button("PAN");
		mouse.drag(0, x, y, x + 30, y - 20);
		assertEquals(after.screenX(1) + 30, panel.viewport().screenX(1), 1e-6);
		assertEquals(after.screenY(1) - 20, panel.viewport().screenY(1), 1e-6);
		mouse.click(after.left() + 3, after.top() + 3, 0, 2);
		assertEquals(before, panel.viewport(), "a double click shows all");
	}

	@Test
	void aClickInTheLegendPicksTheCategory() throws Exception {
		final ScatterChart.LegendEntry entry = ScatterPlot.picture(panel.data(), null, "", "", panel.getWidth(), panel
			.getHeight(), 1).drawn().legend().get(2);
		mouse.click(entry.area().getCenterX(), entry.area().getCenterY(), 0);
		final int[] labels = study.clustering().labels();
		assertArrayEquals(IntStream.range(0, 600).filter(i -> labels[i] == 1).toArray(), selection.items());
	}

	@Test
	void escapeClears() throws Exception {
		selection.set(new int[] { 3, 4 }, this);
		EventQueue.invokeAndWait(() -> SwingUtilities.processKeyBindings(new KeyEvent(panel, KeyEvent.KEY_PRESSED, System
			.currentTimeMillis(), 0, KeyEvent.VK_ESCAPE, KeyEvent.CHAR_UNDEFINED)));
		assertEquals(0, selection.count());
	}

	@Test
	void whatOthersPickIsMarkedAndInTheStatusLine() throws Exception {
		final int item = lonely(0);
		final int[] before = around(item);
		selection.set(new int[] { item }, "the image");
		Mouse.sync();
		final int[] after = around(item);
		assertFalse(Arrays.stream(before).anyMatch(rgb -> rgb == (Palette.FOCUS.getRGB() & 0xffffff)));
		assertTrue(Arrays.stream(after).anyMatch(rgb -> rgb == (Palette.FOCUS.getRGB() & 0xffffff)), "ring of the focus");
		assertTrue(Arrays.stream(after).anyMatch(rgb -> rgb == (Palette.PICKED.getRGB() & 0xffffff)), "edge of the picked");
		assertTrue(frame.statusText().endsWith("; 1 picked"), frame.statusText());
	}

	/** Swing paints a part of a window through a buffer whose origin is elsewhere. */
	@ParameterizedTest
	@ValueSource(doubles = { 1, 2 })
	void marksFollowTheOriginOfThePaint(final double scale) throws Exception {
		selection.set(IntStream.range(0, 600).filter(i -> i % 3 == 0).toArray(), this);
		Mouse.sync();
		final BufferedImage[] painted = new BufferedImage[2];
		// both at once, since the window manager may change the window's size in between
		EventQueue.invokeAndWait(() -> {
			painted[0] = paint(scale, 0, 0);
			painted[1] = paint(scale, 37, 23);
		});
		final BufferedImage first = painted[0];
		final BufferedImage second = painted[1];
		final int width = first.getWidth() - 37;
		final int height = first.getHeight() - 23;
		assertArrayEquals(first.getRGB(0, 0, width, height, null, 0, width), second.getRGB(37, 23, width, height, null, 0,
			width));
		final Viewport v = panel.viewport();
		final int item = lonely(0) / 3 * 3;
		final double x = scale * v.screenX(panel.data().x()[item]);
		final double y = scale * v.screenY(panel.data().y()[item]);
		final int rgb = first.getRGB((int) x, (int) y);
		assertEquals(panel.data().colors().rgb()[item], rgb & 0xffffff);
	}

	private BufferedImage paint(final double scale, final int dx, final int dy) {
		final BufferedImage image = new BufferedImage((int) (scale * panel.getWidth()), (int) (scale * panel.getHeight()),
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = image.createGraphics();
		graphics.translate(dx, dy);
		graphics.scale(scale, scale);
		panel.paint(graphics);
		graphics.dispose();
		return image;
	}

	@Test
	void originsAreTold() throws Exception {
		final List<Object> origins = new ArrayList<>();
		selection.addListener((s, origin) -> origins.add(origin));
		click(lonely(0), 0);
		assertEquals(1, origins.size(), "one change is told once");
		assertSame(frame, origins.get(0));
	}

	@Test
	void hoveringShowsTheItemAndReadsItsPixelsElsewhere() throws Exception {
		final int item = lonely(0);
		mouse.move(screen(item).x, screen(item).y);
		assertEquals(item, panel.hovered());
		final long end = System.nanoTime() + 20_000_000_000L;
		while (!items.read.contains(item) && System.nanoTime() < end) Thread.sleep(10);
		assertTrue(items.read.contains(item));
		assertEquals(0, items.readsOnEventThread.get());
		mouse.move(panel.viewport().left() + 2, panel.viewport().top() + 2);
		assertEquals(-1, panel.hovered());
	}

	@Test
	void newResultsAreShown() throws Exception {
		final double[] xy = new double[1200];
		Arrays.setAll(xy, i -> i);
		study.setEmbedding(Matrix.of(xy, 600, 2));
		Mouse.sync();
		assertEquals(1198, panel.data().x()[599]);
		study.setFeatures(new Features("Pixels", List.of("a", "b"), Matrix.of(new double[1200], 600, 2), List.of()));
		Mouse.sync();
		assertTrue(frame.statusText().startsWith("There is no column embedding_x"), frame.statusText());
		assertEquals(1198, panel.data().x()[599], "the old plot stays");
		study.setEmbedding(Matrix.of(new double[1200], 600, 2));
		Mouse.sync();
		assertEquals("600 items", frame.statusText());
		assertEquals("label", panel.data().colors().title(), "there are no clusters any more");
	}

	@Test
	void columnsCanBeChosen() throws Exception {
		EventQueue.invokeAndWait(() -> ((JComboBox<?>) find("y")).setSelectedItem("outlier_score"));
		assertEquals("outlier_score", panel.data().yName());
		EventQueue.invokeAndWait(() -> ((JComboBox<?>) find("color")).setSelectedIndex(0));
		assertEquals("", panel.data().colors().title());
	}

	@Test
	void oneWindowForEachStudy() throws Exception {
		final ScatterPlotFrame again = ScatterPlotFrame.show("cells.tif", study, "item", "outlier_score", "label");
		assertSame(frame, again);
		assertEquals("item", panel.data().xName());
		assertTrue(Arrays.asList(WindowManager.getNonImageWindows()).contains(frame), "in ImageJ's Window menu");
		ScatterPlotFrame.closeAll(study);
		Mouse.sync();
		assertFalse(frame.isDisplayable());
		assertFalse(Arrays.asList(WindowManager.getNonImageWindows()).contains(frame));
		selection.set(new int[] { 1 }, this);
		final ScatterPlotFrame other = ScatterPlotFrame.show("cells.tif", study, "item", "outlier_score", "label");
		assertNotSame(frame, other);
		assertThrows(IllegalArgumentException.class, () -> ScatterPlotFrame.show("cells.tif", study, "item", "none", ""));
	}

	@Test
	void survivesAnySize() throws Exception {
		for (final int[] size : new int[][] { { 1, 1 }, { 150, 90 }, { 1500, 60 }, { 60, 900 } }) {
			EventQueue.invokeAndWait(() -> {
				frame.setSize(size[0], size[1]);
				frame.validate();
				panel.paintImmediately(0, 0, 2000, 2000);
			});
			mouse.click(5, 5, 0);
		}
	}

	@Test
	void aRealMouseClickPicks() throws Exception {
		final Robot robot = new Robot();
		final int item = lonely(50);
		final Point corner = panel.getLocationOnScreen();
		robot.mouseMove(corner.x + screen(item).x, corner.y + screen(item).y);
		// A window that has only just come up may miss the first click.
		final long end = System.nanoTime() + 10_000_000_000L;
		while (selection.count() == 0 && System.nanoTime() < end) {
			robot.delay(300);
			robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
			robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
			robot.waitForIdle();
			robot.delay(200);
		}
		assertArrayEquals(new int[] { item }, selection.items());
	}

	@Test
	void thePictureForFilesHasTwiceTheDots() {
		assertEquals(2 * panel.getWidth(), frame.toImage().getWidth());
	}

	// -- Helper methods --

	/** An item from the given one on that has no other near it on the screen. */
	private int lonely(final int from) {
		final PlotData data = panel.data();
		for (int i = from; i < data.size(); i++) {
			final Point at = screen(i);
			final int[] near = where((x, y) -> at.distance(x, y) < 24);
			if (near.length == 1) return i;
		}
		throw new AssertionError("no point is alone");
	}

	private Point screen(final int item) {
		final Viewport v = panel.viewport();
		return new Point((int) Math.round(v.screenX(panel.data().x()[item])), (int) Math.round(v.screenY(panel.data()
			.y()[item])));
	}

	private int[] where(final BiPredicate<Double, Double> region) {
		final Viewport v = panel.viewport();
		final PlotData data = panel.data();
		return IntStream.range(0, data.size()).filter(i -> region.test(v.screenX(data.x()[i]), v.screenY(data.y()[i])))
			.toArray();
	}

	private void click(final int item, final int modifiers) throws Exception {
		mouse.click(screen(item).x, screen(item).y, modifiers);
	}

	private int[] around(final int item) throws Exception {
		final var image = new BufferedImage(panel.getWidth(), panel.getHeight(), BufferedImage.TYPE_INT_RGB);
		EventQueue.invokeAndWait(() -> panel.paint(image.getGraphics()));
		final Point at = screen(item);
		final int[] rgb = image.getRGB(at.x - 15, at.y - 15, 31, 31, null, 0, 31);
		return Arrays.stream(rgb).map(v -> v & 0xffffff).toArray();
	}

	private java.awt.Component find(final String name) {
		return Arrays.stream(frame.controls().getComponents()).filter(c -> name.equals(c.getName())).findFirst()
			.orElseThrow();
	}

	private void button(final String name) throws Exception {
		EventQueue.invokeAndWait(() -> ((AbstractButton) find(name)).doClick());
	}
}
