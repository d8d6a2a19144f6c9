package sc.fiji.standout.imagej;

import java.util.ArrayList;
import java.util.List;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;

import sc.fiji.standout.study.Selection;

/** Draws the outlines of picked items over an image, beside whatever the user has in the overlay. */
final class PickedOverlay {

	/** Outlines are traced and drawn one by one; more than these would make the image slow and unreadable. */
	static final int MAXIMUM = 5000;

	private PickedOverlay() {}

	/** Draws what is picked now, and nothing of what was picked before. Slices and frames have no outline. */
	static void draw(final ImagePlus image, final ImageBacked items, final Selection selection) {
		final List<Roi> outlines = new ArrayList<>();
		final int focus = selection.focus();
		for (final int item : selection.items()) {
			if (item != focus && outlines.size() < MAXIMUM) add(outlines, items, item, false);
		}
		// last, so that it is on top
		if (focus >= 0) add(outlines, items, focus, true);
		replace(image, outlines);
	}

	/** Takes our elements away. */
	static void clear(final ImagePlus image) {
		replace(image, List.of());
	}

	private static void add(final List<Roi> outlines, final ImageBacked items, final int item, final boolean focus) {
		final Roi outline = items.outline(item);
		if (outline != null) outlines.add(Highlight.of(outline, focus));
	}

	private static void replace(final ImagePlus image, final List<Roi> outlines) {
		final Overlay before = image.getOverlay();
		if (before == null && outlines.isEmpty()) return;
		final Overlay overlay = before == null ? new Overlay() : before;
		boolean changed = !outlines.isEmpty();
		for (int i = overlay.size() - 1; i >= 0; i--) {
			if (!Highlight.is(overlay.get(i))) continue;
			overlay.remove(i);
			changed = true;
		}
		if (!changed) return;
		for (final Roi outline : outlines) overlay.add(outline);
		image.setOverlay(overlay.size() == 0 ? null : overlay);
	}
}
