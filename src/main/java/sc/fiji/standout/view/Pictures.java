package sc.fiji.standout.view;

import java.awt.image.BufferedImage;
import java.util.List;

/** Where the pictures of items come from: one or more squares side by side for each item. May be asked on any thread. */
interface Pictures {

	/** Pixels between two squares. */
	int GAP = 4;

	/**
	 * Reads an item and draws it, {@link #width} x {@code side} pixels; takes its time.
	 *
	 * @throws RuntimeException when the item cannot be read
	 */
	BufferedImage picture(int item, int side);

	/** What each of the squares shows; one square that needs no name where it is empty. */
	default List<String> parts() {
		return List.of();
	}

	/** How wide a picture is whose squares are {@code side} pixels wide. */
	static int width(final int parts, final int side) {
		return Math.max(1, parts) * (side + GAP) - GAP;
	}
}
