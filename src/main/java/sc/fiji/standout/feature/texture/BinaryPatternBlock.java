package sc.fiji.standout.feature.texture;

import java.util.ArrayList;
import java.util.List;

import sc.fiji.standout.item.Plane;

/**
 * Local binary patterns, rotation-invariant and uniform (riu2, P = 8, R = 1, without interpolation: Ojala, Pietikainen
 * and Maenpaa, PAMI 2002) of the item and of halved copies of it: bins 0 to 8 count the ones of uniform patterns, bin 9
 * is all the others. Square roots of fractions.
 */
final class BinaryPatternBlock implements Block {

	static final int BINS = 10;
	private static final int[] DX = { 1, 1, 0, -1, -1, -1, 0, 1 };
	private static final int[] DY = { 0, 1, 1, 1, 0, -1, -1, -1 };
	/** Neighbours this much darker than the centre, relative to the stack's range, still count as equal to it. */
	private static final float TIE = 1e-4f;

	private final int scales;

	/** @param side shorter side of the typical working image */
	BinaryPatternBlock(final int side) {
		scales = side >= 32 ? 3 : side >= 16 ? 2 : 1;
	}

	@Override
	public String name() {
		return "lbp";
	}

	@Override
	public List<String> columns() {
		final List<String> names = new ArrayList<>();
		for (int s = 0; s < scales; s++) for (int b = 0; b < BINS; b++) names.add("scale" + (1 << s) + "_" + b);
		return names;
	}

	@Override
	public Scaling scaling() {
		return Scaling.BLOCK;
	}

	@Override
	public double weight() {
		return 1;
	}

	@Override
	public void describe(final View view, final float[] target, final int at) {
		Plane plane = view.work();
		for (int s = 0; s < scales; s++) {
			if (s > 0) plane = plane.resize(Math.max(4, plane.width() / 2), Math.max(4, plane.height() / 2));
			final double[] histogram = histogram(plane);
			for (int b = 0; b < BINS; b++) target[at + s * BINS + b] = (float) Math.sqrt(histogram[b]);
		}
	}

	/** Fractions of the inner pixels (the border has not all neighbours), 10 bins. */
	static double[] histogram(final Plane plane) {
		final int width = plane.width();
		final float[] v = plane.values();
		final double[] histogram = new double[BINS];
		int count = 0;
		for (int y = 1; y < plane.height() - 1; y++) {
			for (int x = 1; x < width - 1; x++) {
				final int i = y * width + x;
				if (!plane.isInside(i)) continue;
				int pattern = 0;
				for (int k = 0; k < 8; k++) if (v[i + DY[k] * width + DX[k]] >= v[i] - TIE) pattern |= 1 << k;
				final int turned = (pattern >> 1 | pattern << 7) & 255;
				final int changes = Integer.bitCount(pattern ^ turned);
				histogram[changes <= 2 ? Integer.bitCount(pattern) : 9]++;
				count++;
			}
		}
		for (int b = 0; b < BINS; b++) histogram[b] /= Math.max(1, count);
		return histogram;
	}
}
