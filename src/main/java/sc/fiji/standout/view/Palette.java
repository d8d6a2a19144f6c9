package sc.fiji.standout.view;

import java.awt.Color;

/**
 * The colours of the views, as 0xRRGGBB. Categories take the colours of Okabe and Ito (2008) first, then those of Paul
 * Tol's "muted" scheme, both made for colour-blind readers; values take the viridis map of matplotlib.
 */
final class Palette {

	/** Items that belong to no category: noise, no label, no duplicate group. */
	static final int NONE = 0xbdbdbd;
	/** All items, where nothing is coloured by. */
	static final int SINGLE = 0x0072b2;
	/** Ring around outliers. */
	static final Color RING = new Color(0x202020);
	/** What is picked; the yellow of ImageJ's selections. */
	static final Color PICKED = new Color(0xffe100);
	/** The item in focus. */
	static final Color FOCUS = new Color(0xd0006f);
	static final Color TEXT = new Color(0x303030);
	static final Color FAINT = new Color(0x707070);
	static final Color GRID = new Color(0xe8e8e8);

	private static final int[] CATEGORIES = { 0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9, 0x882255,
		0x332288, 0x999933, 0xcc6677, 0x44aa99, 0x117733, 0xaa4499, 0xddcc77 };

	private static final int[] VIRIDIS = { 0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779,
		0x6dcd59, 0xb4de2c, 0xfde725 };

	private Palette() {}

	/** The colour of a category, from 0. After the last colour they come again, lighter each time. */
	static int category(final int index) {
		final int colour = CATEGORIES[index % CATEGORIES.length];
		final int round = index / CATEGORIES.length % 3;
		return round == 0 ? colour : mix(colour, round == 1 ? 0xffffff : 0x000000, 0.4);
	}

	/** The colour of a value from 0 (dark violet) to 1 (yellow). */
	static int gradient(final double value) {
		final double place = Math.max(0, Math.min(1, value)) * (VIRIDIS.length - 1);
		final int below = Math.min((int) place, VIRIDIS.length - 2);
		return mix(VIRIDIS[below], VIRIDIS[below + 1], place - below);
	}

	/** The colour {@code fraction} of the way from one colour to another. */
	static int mix(final int from, final int to, final double fraction) {
		int mixed = 0;
		for (int shift = 16; shift >= 0; shift -= 8) {
			final int a = from >> shift & 0xff;
			final int b = to >> shift & 0xff;
			mixed |= (int) Math.round(a + (b - a) * fraction) << shift;
		}
		return mixed;
	}
}
