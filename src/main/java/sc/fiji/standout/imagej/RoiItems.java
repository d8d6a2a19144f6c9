package sc.fiji.standout.imagej;

import java.awt.Rectangle;
import java.util.Locale;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.macro.Interpreter;
import ij.plugin.frame.RoiManager;
import ij.process.ImageProcessor;

/**
 * The ROIs of the ROI Manager, or those of the overlay where the manager has none. An item has all the channels of the
 * frame that its ROI lies on; a ROI without a position lies on the current slice. Its label is the ROI's property
 * "label" where it has one, else the name of its group, else the slice label.
 */
final class RoiItems extends RegionItems {

	/** A property of ROIs that tells the label of the item. */
	static final String LABEL = "label";

	private final Roi[] rois;
	private final Roi[] originals;
	private final int[] slices;

	/** Checks and copies the ROIs, so that items stay what they are when the user edits them. */
	RoiItems(final ImagePlus image, final Roi[] given) {
		super(image, "ROIs");
		rois = new Roi[given.length];
		originals = new Roi[given.length];
		slices = new int[given.length];
		for (int i = 0; i < given.length; i++) {
			rois[i] = (Roi) given[i].clone();
			rois[i].setImage(null);
			originals[i] = (Roi) rois[i].clone();
			final String name = given[i].getName();
			if (name == null || name.isEmpty()) rois[i].setName("ROI " + (i + 1));
			slices[i] = position(image, rois[i]);
			check(image, rois[i]);
		}
	}

	/** The ROIs to be used for an image; none where there are neither any in the manager nor any in the overlay. */
	static Roi[] of(final ImagePlus image) {
		final RoiManager manager = manager();
		if (manager != null && manager.getCount() > 0) return manager.getRoisAsArray();
		final Overlay overlay = image.getOverlay();
		return overlay == null ? new Roi[0] : Highlight.others(overlay);
	}

	/** The ROI Manager, or null where there is none; never opens one. */
	static RoiManager manager() {
		final RoiManager open = RoiManager.getRawInstance();
		if (open != null) return open;
		return IJ.isMacro() && Interpreter.isBatchModeRoiManager() ? RoiManager.getInstance2() : null;
	}

	/** Copies of the ROIs with the names and positions that ImageJ knows them by. */
	Roi[] originals() {
		return originals;
	}

	@Override
	public int size() {
		return rois.length;
	}

	@Override
	public String label(final int item) {
		final String label = rois[item].getProperty(LABEL);
		if (label != null) return label;
		final int group = rois[item].getGroup();
		if (group == 0) return super.label(item);
		final String name = Roi.getGroupName(group);
		return name == null || name.isEmpty() ? "Group " + group : name;
	}

	@Override
	Rectangle bounds(final int item) {
		return rois[item].getBounds();
	}

	@Override
	int slice(final int item) {
		return slices[item];
	}

	@Override
	String name(final int item) {
		return rois[item].getName();
	}

	@Override
	boolean[] inside(final int item) {
		return inside(rois[item]);
	}

	@Override
	Roi shape(final int item) {
		return (Roi) rois[item].clone();
	}

	/** ImageJ keeps the mask in the ROI, so two threads must not make it at once. */
	private static boolean[] inside(final Roi roi) {
		synchronized (roi) {
			final ImageProcessor mask = roi.getMask();
			if (mask == null) return null;
			final boolean[] inside = new boolean[mask.getPixelCount()];
			for (int i = 0; i < inside.length; i++) inside[i] = mask.get(i) != 0;
			return inside;
		}
	}

	private static int position(final ImagePlus image, final Roi roi) {
		final int n = image.getStackSize();
		int slice = roi.getPosition();
		if (roi.hasHyperStackPosition()) {
			final int c = roi.getCPosition() > 0 ? roi.getCPosition() : image.getC();
			final int z = roi.getZPosition() > 0 ? roi.getZPosition() : image.getZ();
			final int t = roi.getTPosition() > 0 ? roi.getTPosition() : image.getT();
			slice = c > image.getNChannels() || z > image.getNSlices() || t > image.getNFrames() ? n + 1
				: image.getStackIndex(c, z, t);
		}
		if (slice > n || slice < 0) throw new IllegalArgumentException("ROI '" + roi.getName() +
			"' lies on a slice that '" + image.getTitle() + "' does not have; its position must be within the " + n +
			" slices of the image.");
		return slice == 0 ? Math.max(1, image.getCurrentSlice()) : slice;
	}

	private static void check(final ImagePlus image, final Roi roi) {
		final Rectangle r = roi.getBounds();
		if (!roi.isArea() || roi instanceof TextRoi || roi instanceof ImageRoi || r.isEmpty()) throw noArea(roi, r);
		// before the mask, which would be as large as the ROI
		if (!new Rectangle(image.getWidth(), image.getHeight()).contains(r)) throw new IllegalArgumentException("ROI '" +
			roi.getName() + "' (x=" + r.x + ", y=" + r.y + ", width=" + r.width + ", height=" + r.height +
			") is not inside the image '" + image.getTitle() + "' of " + image.getWidth() + " x " + image.getHeight() +
			" pixels; move or remove it.");
		if (!any(inside(roi))) throw noArea(roi, r);
	}

	private static IllegalArgumentException noArea(final Roi roi, final Rectangle r) {
		return new IllegalArgumentException("ROI '" + roi.getName() + "' is a " + roi.getTypeAsString().toLowerCase(
			Locale.ROOT) + " of " + r.width + " x " + r.height +
			" pixels without an area; remove it or draw a rectangle, oval, polygon or freehand ROI.");
	}

	private static boolean any(final boolean[] inside) {
		if (inside == null) return true;
		for (final boolean b : inside) if (b) return true;
		return false;
	}
}
