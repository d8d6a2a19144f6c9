package sc.fiji.standout.feature.texture;

import java.util.ArrayList;
import java.util.List;

/**
 * How much varies at which scale: the mean power in rings of spatial frequency, from one cycle over the typical item to
 * half a cycle per pixel, in steps of half an octave or more. Decadic logarithms.
 */
final class SpectrumBlock implements Block {

	/** Power of noise of a thousandth of the stack's range: what is weaker looks like nothing. */
	private static final double FLOOR = 1e-6;

	private final int bands;
	private final double lowest;

	/** @param side shorter side of the typical working image */
	SpectrumBlock(final int side) {
		bands = Math.max(4, Math.min(10, (int) Math.round(2 * Math.log(side / 2.0) / Math.log(2))));
		lowest = 1.0 / side;
	}

	@Override
	public String name() {
		return "spectrum";
	}

	@Override
	public List<String> columns() {
		final List<String> names = new ArrayList<>();
		for (int b = 0; b < bands; b++) names.add("band" + b);
		return names;
	}

	@Override
	public Scaling scaling() {
		return Scaling.COLUMNS;
	}

	@Override
	public double weight() {
		return 1.5;
	}

	@Override
	public void describe(final View view, final float[] target, final int at) {
		final double[] power = bands(view);
		for (int b = 0; b < bands; b++) target[at + b] = (float) Math.log10(power[b] + FLOOR);
	}

	/** Mean power in each band; a coefficient between the centres of two bands counts for both. */
	double[] bands(final View view) {
		final Spectrum spectrum = new Spectrum(view.work());
		final double[] sums = new double[bands];
		final double[] weights = new double[bands];
		final double step = Math.log(0.5 / lowest) / (bands - 1);
		for (int v = 0; v < spectrum.height; v++) {
			for (int u = 0; u <= spectrum.width / 2; u++) {
				final double f = spectrum.frequency(u, v);
				if (f == 0) continue;
				final double at = Math.max(0, Math.min(bands - 1, Math.log(f / lowest) / step));
				final int b = Math.min(bands - 2, (int) at);
				final double power = spectrum.power(u, v);
				sums[b] += (1 - at + b) * power;
				weights[b] += 1 - at + b;
				sums[b + 1] += (at - b) * power;
				weights[b + 1] += at - b;
			}
		}
		for (int b = 0; b < bands; b++) sums[b] = weights[b] < 1e-9 ? b > 0 ? sums[b - 1] : 0 : sums[b] / weights[b];
		return sums;
	}
}
