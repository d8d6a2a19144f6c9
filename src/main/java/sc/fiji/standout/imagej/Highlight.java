package sc.fiji.standout.imagej;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

import ij.gui.Overlay;
import ij.gui.Roi;

/** The elements of an overlay that show what is picked, told apart from the user's own by a property. */
final class Highlight {

	private static final String PROPERTY = "standout";
	/** The same colours as in the plot and the montage. */
	private static final Color PICKED = new Color(0xffe100);
	private static final Color FOCUS = new Color(0xd0006f);

	private Highlight() {}

	/** Marks and colours an outline. */
	static Roi of(final Roi outline, final boolean focus) {
		outline.setProperty(PROPERTY, "picked");
		outline.setStrokeColor(focus ? FOCUS : PICKED);
		outline.setFillColor(null);
		outline.setStrokeWidth(2);
		return outline;
	}

	static boolean is(final Roi roi) {
		return roi.getProperty(PROPERTY) != null;
	}

	/** The elements of an overlay that are not ours, in their order. */
	static Roi[] others(final Overlay overlay) {
		final List<Roi> others = new ArrayList<>();
		for (final Roi roi : overlay.toArray()) if (!is(roi)) others.add(roi);
		return others.toArray(new Roi[0]);
	}
}
