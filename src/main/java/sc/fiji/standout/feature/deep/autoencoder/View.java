package sc.fiji.standout.feature.deep.autoencoder;

import java.util.Arrays;

import sc.fiji.standout.feature.Survey;
import sc.fiji.standout.item.Pixels;
import sc.fiji.standout.item.Plane;

/**
 * How the network sees an item: in one size, and on a scale from 0 to 1.
 *
 * @param width in pixels, a multiple of 4
 * @param height in pixels, a multiple of 4
 * @param low for each channel the value that becomes 0, as do all below
 * @param high for each channel the value that becomes 1, as do all above
 */
record View(int width, int height, double[] low, double[] high) {

	/** The longest side chosen by itself, and the one that is not gone below for the sake of speed. */
	private static final int LARGEST = 64;
	private static final int SMALLEST = 32;
	/** Pixels of all items that are learned from in about half a minute for each epoch. */
	private static final long MANY = 8_000_000;
	/** Fraction of the pixels that may lie outside the scale at each end. */
	private static final double OUTSIDE = 0.001;
	private static final int SAMPLED = 1_000_000;

	/**
	 * A view in the typical item's shape, not yet scaled.
	 *
	 * @param size the longer side in pixels, made a multiple of 4; 0 = that of the items, at most 64, and less (down to 32)
	 *          where there are many
	 */
	static View of(final Survey survey, final int size) {
		final int longer = Math.max(survey.width(), survey.height());
		int side = size > 0 ? size : Math.min(longer, LARGEST);
		while (size == 0 && side > SMALLEST && (long) survey.count() * area(survey, side) > MANY) side -= 4;
		final int[] shape = shape(survey, side);
		return new View(shape[0], shape[1], new double[survey.channels()], new double[survey.channels()]);
	}

	private static int[] shape(final Survey survey, final int side) {
		final double factor = (double) side / Math.max(survey.width(), survey.height());
		return new int[] { multiple(survey.width() * factor), multiple(survey.height() * factor) };
	}

	private static long area(final Survey survey, final int side) {
		final int[] shape = shape(survey, side);
		return (long) shape[0] * shape[1];
	}

	private static int multiple(final double length) {
		return Math.max(4, 4 * (int) Math.round(length / 4));
	}

	int channels() {
		return low.length;
	}

	/** How many values an item has. */
	int size() {
		return width * height * channels();
	}

	/**
	 * The item in this size, not scaled; pixels outside its mask are the mean of those inside.
	 *
	 * @param item all values finite
	 * @param target gets the values, channel after channel, from {@code offset} on
	 * @return which pixels are inside, or null where all are
	 */
	boolean[] resize(final Pixels item, final float[] target, final int offset) {
		boolean[] inside = null;
		for (int c = 0; c < channels(); c++) {
			final Plane plane = Plane.channel(item, c).fillOutside().resize(width, height);
			System.arraycopy(plane.values(), 0, target, offset + c * width * height, width * height);
			inside = plane.inside();
		}
		return inside;
	}

	/**
	 * This view with the scale of a stack: from the value that 0.1 % of the pixels are below to the one that 0.1 % are
	 * above, but at most twice as far as the stack's range goes on either side, so that a few broken pixels do not count.
	 *
	 * @param resized values of all items that are learned from, one after the other, as {@link #resize} gives them
	 */
	View scaled(final float[] resized, final Survey survey) {
		final double[] from = new double[channels()];
		final double[] to = new double[channels()];
		for (int c = 0; c < channels(); c++) {
			final double[] values = sample(resized, c);
			final double range = survey.high()[c] - survey.low()[c];
			from[c] = Math.max(survey.low()[c] - range, values[(int) (OUTSIDE * values.length)]);
			to[c] = Math.min(survey.high()[c] + range, values[values.length - 1 - (int) (OUTSIDE * values.length)]);
			if (!(to[c] > from[c])) {
				from[c] = survey.low()[c];
				to[c] = survey.high()[c];
			}
		}
		if (survey.rgb()) {
			Arrays.fill(from, Arrays.stream(from).min().getAsDouble());
			Arrays.fill(to, Arrays.stream(to).max().getAsDouble());
		}
		return new View(width, height, from, to);
	}

	/** Evenly spread values of one channel, sorted. */
	private double[] sample(final float[] resized, final int channel) {
		final int plane = width * height;
		final int items = resized.length / size();
		final long all = (long) items * plane;
		final double[] values = new double[(int) Math.min(all, SAMPLED)];
		for (int s = 0; s < values.length; s++) {
			final long at = (long) ((double) s * all / values.length);
			values[s] = resized[(int) (at / plane) * size() + channel * plane + (int) (at % plane)];
		}
		Arrays.sort(values);
		return values;
	}

	/** Brings resized values, from {@code offset} (inclusive) to {@code end} (exclusive), to the scale from 0 to 1. */
	void scale(final float[] values, final int offset, final int end) {
		final int plane = width * height;
		for (int i = offset; i < end; i++) {
			final int c = (i - offset) / plane % channels();
			values[i] = (float) Math.max(0, Math.min(1, (values[i] - low[c]) / (high[c] - low[c])));
		}
	}
}
