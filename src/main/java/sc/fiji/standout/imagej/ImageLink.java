package sc.fiji.standout.imagej;

import java.awt.EventQueue;
import java.awt.Rectangle;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Roi;

import sc.fiji.standout.study.Selection;
import sc.fiji.standout.study.Study;

/**
 * Links the selection of a study with its image, the overlay and the ROI Manager, both ways. Picking shows the slice of
 * the focus, outlines what is picked, and picks the entries in the ROI Manager; moving the slider of a stack of items,
 * clicking on an item, or choosing its ROI picks it. Changes of the image are made on the thread that picks. Works
 * without a window too.
 */
public final class ImageLink implements Selection.Listener {

	private static final String PROPERTY = "standout.link";

	private final ImagePlus image;
	private final Study study;
	private final ImageBacked items;
	private final RoiPicks rois;
	private final ImageEvents events;
	/** The slice that the selection knows of; events of ImageJ come late, and more than once. */
	private volatile int shown;
	private volatile boolean moving;
	private volatile Runnable afterClosing = () -> {};

	private ImageLink(final ImagePlus image, final Study study, final ImageBacked items) {
		this.image = image;
		this.study = study;
		this.items = items;
		rois = items instanceof RoiItems r ? new RoiPicks(image, study.selection(), r.originals()) : null;
		shown = image.getCurrentSlice();
		study.selection().addListener(this);
		events = new ImageEvents(this);
	}

	/**
	 * The link of an image with a study: the one that there is, or a new one in place of that of an earlier study. It
	 * ends when the image is closed.
	 *
	 * @throws IllegalArgumentException when the items of the study do not lie in this image
	 */
	public static synchronized ImageLink of(final ImagePlus image, final Study study) {
		final ImageLink before = image.getProperty(PROPERTY) instanceof ImageLink link ? link : null;
		if (before != null && before.study == study) return before;
		if (!(study.items() instanceof ImageBacked items) || items.image() != image) throw new IllegalArgumentException(
			"The items (" + study.items().description() + ") do not lie in the image '" + image.getTitle() +
				"'; link them with their own image.");
		if (before != null) before.close();
		final ImageLink link = new ImageLink(image, study, items);
		image.setProperty(PROPERTY, link);
		link.selectionChanged(study.selection(), null);
		return link;
	}

	/** Unlinks, and takes our outlines off the overlay. May be called again. */
	public void close() {
		study.selection().removeListener(this);
		events.close();
		if (rois != null) rois.close();
		if (image.getProperty(PROPERTY) == this) image.setProperty(PROPERTY, null);
		if (image.isProcessor()) PickedOverlay.clear(image);
	}

	/** What is to be done when the user has closed the image, such as closing the windows about it. */
	public void whenClosed(final Runnable action) {
		afterClosing = action;
	}

	/** ImageJ says that an image is closed also when it is only hidden, and before its pixels are gone. */
	void imageClosed() {
		close();
		EventQueue.invokeLater(() -> {
			if (!image.isProcessor()) afterClosing.run();
		});
	}

	public ImagePlus image() {
		return image;
	}

	/** The link with the ROI Manager, or null where the items are no ROIs. */
	public RoiPicks rois() {
		return rois;
	}

	// -- From the selection to the image --

	@Override
	public void selectionChanged(final Selection selection, final Object origin) {
		if (!image.isProcessor()) return;
		final int focus = selection.focus();
		try {
			if (origin != this && focus >= 0) show(items.place(focus).slice());
			PickedOverlay.draw(image, items, selection);
			if (origin != this && focus >= 0) scroll(items.outline(focus));
		}
		catch (final IllegalStateException | IllegalArgumentException e) {
			// slices were deleted or the label image was closed; the other views still show what is picked
			IJ.showStatus(e.getMessage());
		}
		if (rois != null && origin != rois) rois.pick();
	}

	private void show(final int slice) {
		final int[] czt = image.convertIndexToPosition(slice);
		// the channel that the user looks at stays, where an item has them all
		final int channel = items.channels() > 1 ? image.getC() : czt[0];
		final int target = image.getStackIndex(channel, czt[1], czt[2]);
		shown = target;
		if (image.getCurrentSlice() == target) return;
		moving = true;
		try {
			image.setPosition(channel, czt[1], czt[2]);
		}
		finally {
			moving = false;
		}
	}

	/** Brings an item into the part of a magnified image that its window shows. */
	private void scroll(final Roi outline) {
		final ImageCanvas canvas = image.getCanvas();
		if (outline == null || canvas == null) return;
		final Rectangle seen = canvas.getSrcRect();
		final Rectangle r = outline.getBounds();
		if (seen.contains(r)) return;
		seen.x = Math.max(0, Math.min(image.getWidth() - seen.width, r.x + r.width / 2 - seen.width / 2));
		seen.y = Math.max(0, Math.min(image.getHeight() - seen.height, r.y + r.height / 2 - seen.height / 2));
		image.draw();
	}

	// -- From the image to the selection --

	/** The image shows this slice, perhaps since we asked for it. */
	void sliceShown(final int slice) {
		if (moving || slice == shown) return;
		final int before = shown;
		shown = slice;
		if (!(items instanceof FrameItems)) return;
		final int item = items.itemAt(slice, 0, 0);
		// another channel of the same frame is the same item
		if (item == items.itemAt(before, 0, 0) || item >= items.size()) return;
		final Selection selection = study.selection();
		// looking through what is picked should not drop it
		if (selection.contains(item)) selection.add(new int[] { item }, this);
		else selection.set(new int[] { item }, this);
	}

	/** This ROI became the selection of the image. */
	void roiShown(final Roi roi) {
		final int item = rois == null ? -1 : rois.item(roi);
		// the ROI Manager may have been the one that was clicked, so it is left as it is
		if (item >= 0) study.selection().set(new int[] { item }, rois);
	}

	/** The user clicked on a pixel. */
	void clicked(final int x, final int y, final boolean more) {
		if (items instanceof FrameItems) return;
		final int item = items.itemAt(image.getCurrentSlice(), x, y);
		if (item < 0) return;
		if (more) study.selection().toggle(item, this);
		else study.selection().set(new int[] { item }, this);
	}
}
