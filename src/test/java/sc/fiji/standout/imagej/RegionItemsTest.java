package sc.fiji.standout.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.io.RoiDecoder;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import sc.fiji.standout.embedding.CancelAt;
import sc.fiji.standout.item.Pixels;
import sc.fiji.standout.matrix.Progress;

class RegionItemsTest {

	private static final String FIELD = "fields/fluo_696x520_1";

	/** 40 x 30, value 40 y + x + 2000 * slice. */
	private static ImagePlus image(final int slices) {
		final ImageStack stack = new ImageStack(40, 30);
		for (int s = 1; s <= slices; s++) {
			final ShortProcessor slice = new ShortProcessor(40, 30);
			for (int i = 0; i < 1200; i++) slice.set(i, i + 2000 * s);
			stack.addSlice("s" + s, slice);
		}
		return new ImagePlus("field", stack);
	}

	@Test
	void roisAreCroppedAtTheirSlices() {
		final ImagePlus image = image(3);
		final Roi rectangle = new Roi(5, 6, 7, 8);
		rectangle.setPosition(2);
		rectangle.setName("box");
		final Roi oval = new OvalRoi(10, 10, 9, 9);
		oval.setProperty("label", "round");
		final Roi grouped = new Roi(0, 0, 2, 2);
		grouped.setGroup(7);
		grouped.setPosition(1);
		image.setSlice(3);
		image.setOverlay(new Overlay(rectangle));
		image.getOverlay().add(oval);
		image.getOverlay().add(grouped);
		final ImageBacked items = ImageItems.of(image, "ROIs", "", 0);
		assertEquals(3, items.size());
		final Pixels box = Pixels.read(items, 0);
		assertEquals(7, box.width());
		assertEquals(8, box.height());
		assertNull(box.inside());
		assertEquals(2000 * 2 + 40 * 6 + 5, box.values()[0]);
		assertEquals(2000 * 2 + 40 * 13 + 11, box.values()[55]);
		assertEquals("box", items.place(0).roi());
		assertEquals("s2", items.label(0), "slice label");
		assertEquals(3, items.place(1).slice(), "without position: the current slice");
		assertEquals("ROI 2", items.place(1).roi());
		assertEquals("round", items.label(1), "property");
		assertEquals("Group 7", items.label(2));
		final Pixels round = Pixels.read(items, 1);
		int inside = 0;
		for (int y = 0; y < 9; y++) for (int x = 0; x < 9; x++) {
			assertEquals(oval.contains(10 + x, 10 + y), round.inside()[y * 9 + x]);
			if (round.inside()[y * 9 + x]) inside++;
		}
		assertTrue(inside > 49 && inside < 78, "about pi r^2 = 63.6, but " + inside);
		// what the user does to the ROIs later does not change the items
		rectangle.setLocation(20, 20);
		assertEquals(2000 * 2 + 40 * 6 + 5, Pixels.read(items, 0).values()[0]);
	}

	@Test
	void regionsOfHyperstacksHaveAllChannels() {
		final ImagePlus image = image(2 * 3);
		image.setDimensions(2, 3, 1);
		final Roi roi = new Roi(1, 1, 3, 3);
		roi.setPosition(2, 3, 1);
		final ImageBacked items = ImageItems.rois(image, roi);
		final Pixels pixels = Pixels.read(items, 0);
		assertEquals(2, pixels.channels());
		assertEquals(2000 * 5 + 41, pixels.values()[0]);
		assertEquals(2000 * 6 + 41, pixels.values()[9]);
		assertEquals(6, items.place(0).slice());
		assertEquals(3, items.outline(0).getZPosition());
		assertEquals(0, items.itemAt(5, 2, 2));
		assertEquals(-1, items.itemAt(4, 2, 2));
		assertEquals(8 * 8 * 2, Pixels.read(ImageItems.tiles(image, 8), 0).values().length);
		assertEquals(3 * 5 * 3, ImageItems.tiles(image, 8).size());
	}

	@Test
	void badRoisAreSaidWithTheirNames() {
		final ImagePlus image = image(3);
		final Roi partly = new Roi(35, 25, 10, 3);
		partly.setName("edge");
		assertEquals("ROI 'edge' (x=35, y=25, width=10, height=3) is not inside the image 'field' of 40 x 30 pixels; " +
			"move or remove it.", message(image, partly));
		assertTrue(message(image, new Roi(-1, 0, 5, 5)).contains("x=-1"));
		assertTrue(message(image, new Roi(100, 100, 5, 5)).contains("not inside"));
		for (final Roi flat : new Roi[] { new Line(1, 1, 5, 5), new PointRoi(3, 3), new TextRoi(3, 3, "bar") }) {
			final String said = message(image, flat);
			assertTrue(said.startsWith("ROI 'ROI 1' is a ") && said.contains("without an area"), said);
		}
		final Roi late = new Roi(1, 1, 5, 5);
		late.setPosition(4);
		assertTrue(message(image, late).contains("within the 3 slices"));
	}

	private static String message(final ImagePlus image, final Roi roi) {
		return assertThrows(IllegalArgumentException.class, () -> ImageItems.rois(image, roi)).getMessage();
	}

	@Test
	void labelsOfAllDepthsWithGapsAndSeveralParts() {
		for (final ImageProcessor type : new ImageProcessor[] { new ByteProcessor(1, 1), new ShortProcessor(1, 1),
			new FloatProcessor(1, 1) })
		{
			final ImageProcessor labels = type.createProcessor(40, 30);
			fill(labels, new Rectangle(2, 3, 4, 5), 200);
			fill(labels, new Rectangle(3, 4, 1, 1), 0);
			fill(labels, new Rectangle(20, 20, 3, 3), 7);
			fill(labels, new Rectangle(30, 25, 2, 2), 7);
			final ImagePlus labelImage = new ImagePlus("labels", labels);
			final ImagePlus image = image(3);
			final ImageBacked items = ImageItems.labels(image, labelImage);
			assertEquals(6, items.size(), "2 labels on each of 3 slices");
			assertEquals("7", items.place(2).roi());
			assertEquals("200", items.place(3).roi());
			assertEquals(2, items.place(3).slice());
			assertEquals("s2", items.label(3));
			final Pixels two = Pixels.read(items, 2);
			assertEquals(12, two.width());
			assertEquals(7, two.height());
			assertEquals(9 + 4, count(two.inside()));
			assertEquals(4000 + 40 * 20 + 20, two.values()[0]);
			final Pixels holed = Pixels.read(items, 3);
			assertEquals(4 * 5 - 1, count(holed.inside()));
			assertEquals(4000 + 40 * 3 + 2, holed.values()[0]);
			final Roi outline = items.outline(3);
			assertEquals(new Rectangle(2, 3, 4, 5), outline.getBounds());
			assertEquals(19, area(outline), "the hole is no part of it");
			assertEquals(13, area(items.outline(2)), "both parts");
			assertEquals("7", items.outline(2).getName());
			assertEquals(2, items.outline(2).getPosition());
			assertEquals(3, items.itemAt(2, 2, 3));
			assertEquals(-1, items.itemAt(2, 3, 4), "in the hole");
			assertEquals(5, items.itemAt(3, 2, 3));
		}
	}

	@Test
	void labelStacksAreReadSliceBySlice() {
		final ImageStack stack = new ImageStack(40, 30);
		for (int s = 1; s <= 3; s++) {
			final ByteProcessor slice = new ByteProcessor(40, 30);
			for (int l = 1; l <= s; l++) fill(slice, new Rectangle(10 * l - 10, s, 2, 2), l);
			stack.addSlice(slice);
		}
		final ImageBacked items = ImageItems.labels(image(3), new ImagePlus("stack", stack));
		assertEquals(1 + 2 + 3, items.size());
		assertEquals(3, items.place(4).slice());
		assertEquals("2", items.place(4).roi());
		assertEquals(6000 + 40 * 3 + 10, Pixels.read(items, 4).values()[0]);
	}

	@Test
	void badLabelImagesAreSaidInOneSentence() {
		final ImagePlus image = image(3);
		assertEquals("The label image 'small' is 39 x 30 pixels with 1 slice, but 'field' is 40 x 30 pixels with 3 " +
			"slices; it must have the same width and height, and 1 slice or as many as the image.", labelMessage(image,
				new ImagePlus("small", new ByteProcessor(39, 30))));
		final ImageStack two = new ImageStack(40, 30);
		two.addSlice(new ByteProcessor(40, 30));
		two.addSlice(new ByteProcessor(40, 30));
		assertTrue(labelMessage(image, new ImagePlus("two", two)).contains("with 2 slices, but"));
		assertTrue(labelMessage(image, new ImagePlus("empty", new ByteProcessor(40, 30))).contains("has no label"));
		final FloatProcessor half = new FloatProcessor(40, 30);
		half.setf(3, 3, 1.5f);
		assertTrue(labelMessage(image, new ImagePlus("half", half)).contains("1.5"));
		assertTrue(labelMessage(image, new ImagePlus("rgb", new ByteProcessor(40, 30).convertToRGB())).contains("RGB"));
	}

	private static String labelMessage(final ImagePlus image, final ImagePlus labels) {
		return assertThrows(IllegalArgumentException.class, () -> ImageItems.labels(image, labels)).getMessage();
	}

	@Test
	void findingLabelsCanBeCancelled() {
		final Progress canceled = new CancelAt(0);
		final ByteProcessor labels = new ByteProcessor(40, 30);
		labels.set(3, 3, 1);
		assertThrows(CancellationException.class, () -> ImageItems.labels(image(1), new ImagePlus("l", labels), canceled));
	}

	@Test
	void tilesCoverTheGridAndDropTheRest() {
		final ImageBacked items = ImageItems.of(image(2), "Tiles", "", 9);
		assertEquals(2 * 4 * 3, items.size());
		assertEquals("24 tiles of field", items.description());
		for (int i = 0; i < items.size(); i++) {
			final int slice = i / 12 + 1;
			final int x = i % 12 % 4 * 9;
			final int y = i % 12 / 4 * 9;
			final Pixels pixels = Pixels.read(items, i);
			assertEquals(81, pixels.values().length);
			assertEquals(2000 * slice + 40 * y + x, pixels.values()[0]);
			assertEquals(2000 * slice + 40 * (y + 8) + x + 8, pixels.values()[80]);
			assertEquals("x=" + x + " y=" + y, items.place(i).roi());
			assertEquals(new Rectangle(x, y, 9, 9), items.outline(i).getBounds());
			assertEquals(i, items.itemAt(slice, x + 4, y + 4));
		}
		assertEquals(-1, items.itemAt(1, 36, 4));
		for (final int tile : new int[] { 0, 7, 31 }) {
			final String said = assertThrows(IllegalArgumentException.class, () -> ImageItems.tiles(image(1), tile))
				.getMessage();
			assertEquals("tile=" + tile + " does not fit 'field' of 40 x 30 pixels; it must be from 8 to 30.", said);
		}
	}

	@Test
	void roisAndLabelsOfARealFieldAreTheSameNuclei() throws IOException {
		final ImagePlus image = TestData.open(FIELD + ".tif");
		final ImagePlus labelImage = TestData.open(FIELD + "_labels.tif");
		final ImagePlus virtual = TestData.openVirtual(FIELD + ".tif");
		final Roi[] saved = roiSet();
		final ImageBacked rois = ImageItems.rois(image, saved);
		final ImageBacked labels = ImageItems.labels(image, labelImage);
		final ImageBacked lazy = ImageItems.rois(virtual, saved);
		assertEquals(369, rois.size());
		assertEquals(369, labels.size());
		for (int i = 0; i < 369; i++) {
			final Pixels roi = Pixels.read(rois, i);
			final Pixels label = Pixels.read(labels, i);
			assertArrayEquals(roi.values(), Pixels.read(lazy, i).values());
			// by brute force over the whole label image
			int area = 0;
			final ImageProcessor plane = labelImage.getProcessor();
			for (int k = 0; k < plane.getPixelCount(); k++) if (plane.get(k) == i + 1) area++;
			assertEquals(area, count(label.inside()), "label " + (i + 1));
			assertEquals(area, roi.inside() == null ? roi.values().length : count(roi.inside()), "ROI " + (i + 1));
			assertArrayEquals(label.values(), roi.values());
		}
		TestData.close(image, labelImage, virtual);
	}

	static Roi[] roiSet() throws IOException {
		final List<Roi> rois = new ArrayList<>();
		try (ZipInputStream zip = new ZipInputStream(new FileInputStream(TestData.file(FIELD + "_RoiSet.zip")))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				final Roi roi = new RoiDecoder(zip.readAllBytes(), entry.getName().replace(".roi", "")).getRoi();
				assertNotNull(roi);
				rois.add(roi);
			}
		}
		return rois.toArray(new Roi[0]);
	}

	private static void fill(final ImageProcessor target, final Rectangle r, final int value) {
		for (int y = r.y; y < r.y + r.height; y++) for (int x = r.x; x < r.x + r.width; x++) target.setf(x, y, value);
	}

	private static int count(final boolean[] inside) {
		int count = 0;
		for (final boolean b : inside) if (b) count++;
		return count;
	}

	private static int area(final Roi roi) {
		int area = 0;
		for (int y = 0; y < 30; y++) for (int x = 0; x < 40; x++) if (roi.contains(x, y)) area++;
		return area;
	}
}
