package sc.fiji.standout.imagej;

import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.lang.ref.WeakReference;

import ij.IJ;
import ij.ImageListener;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Roi;
import ij.gui.RoiListener;
import ij.gui.Toolbar;

/**
 * Passes on what happens to one image. ImageJ's lists of listeners live as long as ImageJ, so they hold the link only
 * weakly: an image that was never shown, and so is never closed, can be forgotten with its study.
 */
final class ImageEvents extends MouseAdapter implements ImageListener, RoiListener {

	private final WeakReference<ImageLink> link;
	private ImageCanvas canvas;

	ImageEvents(final ImageLink link) {
		this.link = new WeakReference<>(link);
		ImagePlus.addImageListener(this);
		Roi.addRoiListener(this);
		watch(link.image().getCanvas());
	}

	void close() {
		ImagePlus.removeImageListener(this);
		Roi.removeRoiListener(this);
		watch(null);
	}

	/** A window, and its canvas, comes and goes while the image stays. */
	private synchronized void watch(final ImageCanvas shown) {
		if (shown == canvas) return;
		if (canvas != null) canvas.removeMouseListener(this);
		canvas = shown;
		if (canvas != null) canvas.addMouseListener(this);
	}

	private ImageLink linkOf(final ImagePlus image) {
		final ImageLink target = link.get();
		if (target == null) close();
		return target != null && target.image() == image ? target : null;
	}

	@Override
	public void imageOpened(final ImagePlus image) {
		if (linkOf(image) != null) watch(image.getCanvas());
	}

	@Override
	public void imageUpdated(final ImagePlus image) {
		final ImageLink target = linkOf(image);
		if (target == null) return;
		if (image.getCanvas() != null) watch(image.getCanvas());
		target.sliceShown(image.getCurrentSlice());
	}

	@Override
	public void imageClosed(final ImagePlus image) {
		final ImageLink target = linkOf(image);
		if (target != null) target.imageClosed();
	}

	@Override
	public void roiModified(final ImagePlus image, final int id) {
		if (id != RoiListener.CREATED || image == null) return;
		final ImageLink target = linkOf(image);
		if (target != null) target.roiShown(image.getRoi());
	}

	@Override
	public void mouseClicked(final MouseEvent e) {
		final ImageLink target = link.get();
		final ImageCanvas clicked = canvas;
		final int tool = Toolbar.getToolId();
		if (target == null || clicked == null || e.getButton() != MouseEvent.BUTTON1 || e.isPopupTrigger() ||
			tool == Toolbar.MAGNIFIER || tool == Toolbar.HAND || IJ.spaceBarDown()) return;
		target.clicked(clicked.offScreenX(e.getX()), clicked.offScreenY(e.getY()), e.isShiftDown());
	}
}
