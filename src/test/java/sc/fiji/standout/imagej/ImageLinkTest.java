package sc.fiji.standout.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.awt.Rectangle;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ShortProcessor;

import sc.fiji.standout.study.Study;

/** The link without windows. */
class ImageLinkTest {

	private static final Object PLOT = "plot";

	/** A field with three ROIs in its overlay. */
	private static Study field(final ImagePlus image) {
		final Roi[] rois = { new Roi(2, 2, 10, 10), new OvalRoi(20, 20, 10, 10), new Roi(4, 4, 3, 3) };
		final Overlay overlay = new Overlay();
		for (int i = 0; i < 3; i++) {
			rois[i].setName("r" + i);
			overlay.add(rois[i]);
		}
		image.setOverlay(overlay);
		return new Study(ImageItems.rois(image));
	}

	private static ImagePlus blank() {
		return new ImagePlus("blank", new ByteProcessor(40, 40));
	}

	private static List<Roi> ours(final ImagePlus image) {
		final List<Roi> ours = new ArrayList<>();
		if (image.getOverlay() != null) for (final Roi roi : image.getOverlay()) if (Highlight.is(roi)) ours.add(roi);
		return ours;
	}

	@Test
	void pickingShowsTheSliceOfTheFocus() {
		final ImagePlus image = SampleCells.create(10, 1);
		final Study study = new Study(ImageItems.slices(image));
		ImageLink.of(image, study);
		study.selection().set(new int[] { 6, 2 }, PLOT);
		assertEquals(7, image.getCurrentSlice());
		study.selection().add(new int[] { 2 }, PLOT);
		assertEquals(3, image.getCurrentSlice());
		study.selection().clear(PLOT);
		assertEquals(3, image.getCurrentSlice());
		assertNull(image.getOverlay());
	}

	@Test
	void pickingKeepsTheChannelWhereItemsHaveThemAll() {
		final ImagePlus image = SampleCells.create(12, 1);
		image.setDimensions(2, 3, 2);
		final Study frames = new Study(ImageItems.frames(image));
		final ImageLink link = ImageLink.of(image, frames);
		image.setPosition(2, 1, 1);
		frames.selection().set(new int[] { 4 }, PLOT);
		assertEquals(2, image.getC());
		assertEquals(2, image.getZ());
		assertEquals(2, image.getT());
		link.sliceShown(image.getStackIndex(1, 2, 2));
		frames.selection().clear(PLOT);
		link.sliceShown(image.getStackIndex(2, 2, 2));
		assertEquals(0, frames.selection().count(), "another channel of the same frame");
		link.sliceShown(image.getStackIndex(2, 3, 2));
		assertArrayEquals(new int[] { 5 }, frames.selection().items());
		final Study slices = new Study(ImageItems.slices(image));
		ImageLink.of(image, slices);
		slices.selection().set(new int[] { 8 }, PLOT);
		assertEquals(9, image.getCurrentSlice());
		assertEquals(1, image.getC());
	}

	@Test
	void outlinesOfPickedRoisAreDrawnBesideTheUsersOverlay() {
		final ImagePlus image = blank();
		final Study study = field(image);
		final Overlay overlay = image.getOverlay();
		final Roi[] before = overlay.toArray();
		ImageLink.of(image, study);
		assertArrayEquals(before, image.getOverlay().toArray());
		study.selection().set(new int[] { 0, 1 }, PLOT);
		assertSame(overlay, image.getOverlay());
		assertEquals(5, overlay.size());
		for (int i = 0; i < 3; i++) assertSame(before[i], overlay.get(i));
		assertEquals(List.of("r1", "r0"), ours(image).stream().map(Roi::getName).toList(), "the focus on top");
		assertEquals(new Rectangle(20, 20, 10, 10), ours(image).get(0).getBounds());
		assertNull(before[0].getStrokeColor(), "the user's ROI keeps its colour");
		assertEquals(3, ImageItems.rois(image).size(), "outlines are no items");
		study.selection().set(new int[] { 2 }, PLOT);
		assertEquals(List.of("r2"), ours(image).stream().map(Roi::getName).toList());
		study.selection().clear(PLOT);
		assertArrayEquals(before, image.getOverlay().toArray());
	}

	@Test
	void outlinesOfLabelsLieOnTheLabel() {
		final ImagePlus image = blank();
		final ShortProcessor marks = new ShortProcessor(40, 40);
		for (int l = 0; l < 3; l++) {
			marks.setColor(500 * (l + 1));
			marks.fill(new OvalRoi(12 * l, 5, 9, 9));
		}
		final ImagePlus labels = new ImagePlus("labels", marks);
		final Study study = new Study(ImageItems.labels(image, labels));
		ImageLink.of(image, study);
		study.selection().set(new int[] { 1, 2 }, PLOT);
		assertEquals(2, ours(image).size());
		final Roi focus = ours(image).get(1);
		assertEquals("1000", focus.getName());
		for (int y = 0; y < 40; y++) for (int x = 0; x < 40; x++) {
			assertEquals(marks.get(x, y) == 1000, focus.contains(x, y));
		}
		labels.flush();
		study.selection().set(new int[] { 0 }, PLOT);
		assertArrayEquals(new int[] { 0 }, study.selection().items(), "a closed label image stops nobody");
		study.selection().clear(PLOT);
		assertNull(image.getOverlay(), "an overlay of ours alone goes with it");
	}

	@Test
	void choosingTheRoiOfAnItemPicksIt() {
		final ImagePlus image = blank();
		final Study study = field(image);
		ImageLink.of(image, study);
		final List<Object> changes = new ArrayList<>();
		study.selection().addListener((selection, origin) -> changes.add(selection.focus()));
		image.setRoi((Roi) image.getOverlay().get(1).clone());
		assertArrayEquals(new int[] { 1 }, study.selection().items());
		assertEquals(List.of(1), changes, "told once, no echo");
		image.setRoi(new Roi(1, 1, 30, 30));
		assertArrayEquals(new int[] { 1 }, study.selection().items(), "a ROI that is no item picks nothing");
		final ImagePlus other = blank();
		final Roi same = (Roi) image.getOverlay().get(2).clone();
		other.setRoi(same);
		assertArrayEquals(new int[] { 1 }, study.selection().items(), "another image is another image");
	}

	@Test
	void clickingPicksTheSmallestItemAndShiftTogglesIt() {
		final ImagePlus image = blank();
		final Study study = field(image);
		final ImageLink link = ImageLink.of(image, study);
		link.clicked(5, 5, false);
		assertArrayEquals(new int[] { 2 }, study.selection().items());
		link.clicked(25, 25, true);
		assertArrayEquals(new int[] { 1, 2 }, study.selection().items());
		link.clicked(5, 5, true);
		assertArrayEquals(new int[] { 1 }, study.selection().items());
		link.clicked(20, 20, false);
		assertArrayEquals(new int[] { 1 }, study.selection().items(), "the corner of the oval's box is not the oval");
		link.clicked(39, 39, false);
		assertArrayEquals(new int[] { 1 }, study.selection().items());
	}

	@Test
	void movingTheSliderPicksTheSliceAndLooksThroughWhatIsPicked() {
		final ImagePlus image = SampleCells.create(10, 1);
		final Study study = new Study(ImageItems.slices(image));
		final ImageLink link = ImageLink.of(image, study);
		study.selection().set(new int[] { 3, 5 }, PLOT);
		link.sliceShown(4);
		assertArrayEquals(new int[] { 3, 5 }, study.selection().items(), "the event of our own change");
		link.sliceShown(6);
		assertArrayEquals(new int[] { 3, 5 }, study.selection().items());
		assertEquals(5, study.selection().focus());
		link.sliceShown(9);
		assertArrayEquals(new int[] { 8 }, study.selection().items());
		assertEquals(4, image.getCurrentSlice(), "the image is not moved by its own slider's news");
	}

	@Test
	void oneLinkForEachImageAndNoneAfterClosing() throws Exception {
		final ImagePlus image = blank();
		final Study study = field(image);
		final ImageLink link = ImageLink.of(image, study);
		assertSame(link, ImageLink.of(image, study));
		final Study newer = new Study(ImageItems.rois(image));
		study.selection().set(new int[] { 0 }, PLOT);
		assertNotSame(link, ImageLink.of(image, newer));
		assertEquals(0, ours(image).size(), "the earlier study's outlines are gone");
		study.selection().set(new int[] { 1 }, PLOT);
		assertEquals(0, ours(image).size(), "the earlier study is unlinked");
		final int listeners = ImagePlus.getListeners().size();
		final int roiListeners = Roi.getListeners().size();
		image.flush();
		EventQueue.invokeAndWait(() -> { /* ImageJ tells of closing on the event thread */ });
		assertEquals(listeners - 1, ImagePlus.getListeners().size());
		assertEquals(roiListeners - 1, Roi.getListeners().size());
		newer.selection().set(new int[] { 2 }, PLOT);
		assertArrayEquals(new int[] { 2 }, newer.selection().items());
	}

	@Test
	void itemsOfAnotherImageAreRefused() {
		final ImagePlus image = SampleCells.create(5, 1);
		final Study study = new Study(ImageItems.slices(SampleCells.create(5, 2)));
		final String said = assertThrows(IllegalArgumentException.class, () -> ImageLink.of(image, study)).getMessage();
		assertTrue(said.contains("5 slices of Sample Cells") && said.contains("do not lie in the image"), said);
	}

	@Test
	void imagesThatNobodyNeedsAreForgotten() throws InterruptedException {
		final WeakReference<ImagePlus> forgotten = new WeakReference<>(linked());
		for (int i = 0; i < 50 && forgotten.get() != null; i++) {
			System.gc();
			Thread.sleep(20);
		}
		assertNull(forgotten.get());
		final int before = Roi.getListeners().size();
		blank().setRoi(new Roi(1, 1, 2, 2));
		assertTrue(Roi.getListeners().size() < before, "the listener goes when it is next told of something");
	}

	private static ImagePlus linked() {
		final ImagePlus image = SampleCells.create(5, 1);
		final Study study = new Study(ImageItems.slices(image));
		ImageLink.of(image, study);
		study.selection().set(new int[] { 2 }, PLOT);
		return image;
	}

	@Test
	void pickingManyLabelsIsBounded() {
		final ImagePlus image = new ImagePlus("big", new ByteProcessor(800, 800));
		final Study study = new Study(ImageItems.tiles(image, 8));
		ImageLink.of(image, study);
		final int[] all = new int[study.size()];
		for (int i = 0; i < all.length; i++) all[i] = i;
		study.selection().set(all, PLOT);
		assertEquals(10_000, study.selection().count());
		assertEquals(PickedOverlay.MAXIMUM + 1, ours(image).size());
	}
}
