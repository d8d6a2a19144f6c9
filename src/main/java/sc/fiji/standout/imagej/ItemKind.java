package sc.fiji.standout.imagej;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What the items of an image are. */
public enum ItemKind {

	/** Every slice of the stack, one channel at a time. */
	SLICES("Slices"),
	/** Every z position and time point, its channels together. */
	FRAMES("Frames"),
	/** The ROIs of the ROI Manager, or those of the overlay where the manager has none. */
	ROIS("ROIs"),
	/** The labels of a label image of the same size. */
	LABELS("Labels"),
	/** The tiles of a grid. */
	TILES("Tiles");

	private final String label;

	ItemKind(final String label) {
		this.label = label;
	}

	/** The word that macros use, such as "ROIs". */
	@Override
	public String toString() {
		return label;
	}

	/** @throws IllegalArgumentException when there is no such kind; upper and lower case are the same */
	public static ItemKind parse(final String text) {
		for (final ItemKind kind : values()) if (kind.label.equalsIgnoreCase(text == null ? "" : text.trim())) return kind;
		throw new IllegalArgumentException("items=" + text + " does not exist; it must be one of " + Arrays.stream(
			values()).map(ItemKind::toString).collect(Collectors.joining(", ")) + ".");
	}
}
