package sc.fiji.standout.feature.texture;

import java.util.ArrayList;
import java.util.List;

import sc.fiji.standout.item.Plane;

/**
 * The colours of an RGB item: mean and spread of red, green, blue, saturation (chroma) and of the two opponent colours,
 * the opponent colours in three rings around the centre, and a histogram of the hues, weighted by chroma.
 */
final class ColorBlock implements Block {

	private static final int HUES = 8;
	private static final int RINGS = 3;
	private static final List<String> MEASURES = List.of("red", "green", "blue", "chroma", "red_green", "yellow_blue");
	/** Mean chroma, relative to the stack's range, below which an item counts as grey. */
	private static final double FLOOR = 0.02;

	@Override
	public String name() {
		return "color";
	}

	@Override
	public List<String> columns() {
		final List<String> names = new ArrayList<>();
		for (final String m : MEASURES) {
			names.add(m + "_mean");
			names.add(m + "_deviation");
		}
		for (int h = 0; h < HUES; h++) names.add("hue_" + h * 360 / HUES);
		for (int r = 0; r < RINGS; r++) {
			names.add("ring" + r + "_red_green");
			names.add("ring" + r + "_yellow_blue");
		}
		return names;
	}

	@Override
	public Scaling scaling() {
		return Scaling.COLUMNS;
	}

	@Override
	public double weight() {
		return 3;
	}

	@Override
	public void describe(final View view, final float[] target, final int at) {
		final Plane red = view.colors().get(0);
		final int width = red.width();
		final int count = MEASURES.size();
		final double[] sums = new double[count];
		final double[] squares = new double[count];
		final double[] hues = new double[HUES];
		final double[] rings = new double[2 * RINGS];
		final int[] ringCounts = new int[RINGS];
		int n = 0;
		for (int i = 0; i < red.values().length; i++) {
			if (!red.isInside(i)) continue;
			final double r = red.values()[i];
			final double g = view.colors().get(1).values()[i];
			final double b = view.colors().get(2).values()[i];
			final double chroma = Math.max(r, Math.max(g, b)) - Math.min(r, Math.min(g, b));
			final double[] measures = { r, g, b, chroma, r - g, (r + g) / 2 - b };
			for (int m = 0; m < count; m++) {
				sums[m] += measures[m];
				squares[m] += measures[m] * measures[m];
			}
			if (chroma > 0) addHue(hues, r, g, b, chroma);
			final double rx = (2 * (i % width) + 1.0) / width - 1;
			final double ry = (2 * (i / width) + 1.0) / red.height() - 1;
			final int ring = Math.min(RINGS - 1, (int) (Math.sqrt(rx * rx + ry * ry) * RINGS));
			rings[2 * ring] += measures[4];
			rings[2 * ring + 1] += measures[5];
			ringCounts[ring]++;
			n++;
		}
		for (int m = 0; m < count; m++) {
			final double mean = sums[m] / n;
			target[at + 2 * m] = (float) mean;
			target[at + 2 * m + 1] = (float) Math.sqrt(Math.max(0, squares[m] / n - mean * mean));
		}
		final int hueAt = at + 2 * count;
		for (int h = 0; h < HUES; h++) target[hueAt + h] = (float) Math.sqrt(hues[h] / (sums[3] + FLOOR * n));
		for (int k = 0; k < rings.length; k++) {
			target[hueAt + HUES + k] = (float) (rings[k] / Math.max(1, ringCounts[k / 2]));
		}
	}

	/** The hexagonal hue of HSV, shared between the two nearest bins. */
	private static void addHue(final double[] hues, final double r, final double g, final double b, final double chroma) {
		final double sextant;
		if (r >= g && r >= b) sextant = (g - b) / chroma;
		else if (g >= b) sextant = (b - r) / chroma + 2;
		else sextant = (r - g) / chroma + 4;
		final double turn = (sextant + 6) / 6 * HUES;
		final int h = (int) turn;
		hues[h % HUES] += chroma * (1 - turn + h);
		hues[(h + 1) % HUES] += chroma * (turn - h);
	}
}
