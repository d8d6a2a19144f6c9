package sc.fiji.standout.feature.deep;

import java.nio.FloatBuffer;
import java.util.Arrays;

import sc.fiji.standout.feature.StackRange;
import sc.fiji.standout.feature.Survey;
import sc.fiji.standout.feature.deep.ModelDescription.Channels;
import sc.fiji.standout.feature.deep.ModelDescription.Fit;
import sc.fiji.standout.feature.deep.ModelDescription.Input;
import sc.fiji.standout.feature.deep.ModelDescription.Layout;
import sc.fiji.standout.item.Pixels;
import sc.fiji.standout.item.Plane;

/**
 * Turns one item into the numbers that a network takes, exactly as its description says. Values of 8 bits stay as they
 * are, others are brought to 0 to 255 and clipped; pixels outside a mask get the mean of those inside; then the image
 * is resized, by area averaging or bilinearly, and the colours normalised. Has no state: may be used from several threads.
 */
final class Tensorizer {

	/** What becomes 0 and 255. */
	enum Scaling {
		/** 8 bits as they are; of more bits, the range of the stack as {@link Survey} has it. */
		STACK,
		/** The 1st and 99th percentile of the item's own pixels, of each channel or of RGB together. */
		IMAGE
	}

	private static final int BRIGHTEST = 255;
	private static final int SAMPLED = 65536;
	private static final float[] LUMINANCE = { 0.299f, 0.587f, 0.114f };

	private final Input input;
	private final Survey survey;
	private final int[] sources;
	private final Scaling scaling;

	/** @param sources the channels that become red, green and blue, from 0; -1 for none */
	Tensorizer(final Input input, final Survey survey, final int[] sources, final Scaling scaling) {
		this.input = input;
		this.survey = survey;
		this.sources = sources.clone();
		this.scaling = scaling;
	}

	/**
	 * @param pixels all finite
	 * @param target gets {@link Input#length()} numbers from index {@code at} on
	 */
	void write(final Pixels pixels, final FloatBuffer target, final int at) {
		final float[][] colors = new float[sources.length][];
		for (int c = 0; c < colors.length; c++) {
			// A grey image is three times the same
			colors[c] = c > 0 && sources[c] == sources[0] ? colors[0] : fitted(pixels, sources[c]);
		}
		final float[] values = new float[colors[0].length];
		if (input.channels() == Channels.GREY) put(grey(colors), 0, values, target, at);
		else for (int c = 0; c < colors.length; c++) {
			put(colors[input.channels() == Channels.BGR ? 2 - c : c], c, values, target, at);
		}
	}

	/** The range of the stack that values are brought to 0 to 255 by, or null where they are not. */
	StackRange range() {
		final boolean bright = Arrays.stream(survey.high()).anyMatch(high -> high > BRIGHTEST);
		return scaling == Scaling.STACK && bright ? StackRange.of(survey) : null;
	}

	/** One colour in the size of the input, 0 to 255. */
	private float[] fitted(final Pixels pixels, final int channel) {
		if (channel < 0) return new float[input.width() * input.height()];
		final Plane plane = scaled(pixels, channel).fillOutside();
		if (input.fit() == Fit.STRETCH) return plane.resize(input.width(), input.height()).values();
		final double factor = (double) input.resize() / Math.min(plane.width(), plane.height());
		final int width = scaledSide(plane.width(), factor);
		final int height = scaledSide(plane.height(), factor);
		return plane.resizeAndCrop(width, height, input.width(), input.height()).values();
	}

	/** So many pixels that each is a number, however long the side is. */
	private static int scaledSide(final int side, final double factor) {
		return (int) Math.min(Integer.MAX_VALUE, Math.round(side * factor));
	}

	private Plane scaled(final Pixels pixels, final int channel) {
		final Plane plane = Plane.channel(pixels, channel);
		if (scaling == Scaling.STACK && pixels.maximum() <= BRIGHTEST) return plane;
		final double[] range = scaling == Scaling.STACK ? new double[] { survey.low()[channel], survey.high()[channel] }
			: range(pixels, channel);
		final double factor = BRIGHTEST / (range[1] - range[0]);
		final float[] values = plane.values();
		for (int i = 0; i < values.length; i++) {
			values[i] = (float) Math.max(0, Math.min(BRIGHTEST, (values[i] - range[0]) * factor));
		}
		return plane;
	}

	/** Of one channel, or of all where they are the colours of one picture. */
	private double[] range(final Pixels pixels, final int channel) {
		double low = Double.POSITIVE_INFINITY;
		double high = Double.NEGATIVE_INFINITY;
		for (int c = survey.rgb() ? 0 : channel; c <= (survey.rgb() ? pixels.channels() - 1 : channel); c++) {
			final float[] all = Plane.channel(pixels, c).insideValues();
			final int step = Math.max(1, all.length / SAMPLED);
			final double[] some = new double[(all.length + step - 1) / step];
			for (int i = 0; i < some.length; i++) some[i] = all[i * step];
			low = Math.min(low, Survey.quantile(some, 0.01));
			high = Math.max(high, Survey.quantile(some, 0.99));
		}
		return new double[] { low, high > low ? high : low + 1 };
	}

	private static float[] grey(final float[][] colors) {
		if (colors[1] == colors[0] && colors[2] == colors[0]) return colors[0];
		final float[] grey = new float[colors[0].length];
		for (int c = 0; c < colors.length; c++) {
			for (int i = 0; i < grey.length; i++) grey[i] += LUMINANCE[c] * colors[c][i];
		}
		return grey;
	}

	/** Normalises one channel of the input by one division, so that 255 with a divisor and mean of 127.5 is exactly 1. */
	private void put(final float[] color, final int channel, final float[] values, final FloatBuffer target,
		final int at)
	{
		final float center = (float) (input.mean().get(channel) * input.divisor());
		final float spread = (float) (input.std().get(channel) * input.divisor());
		for (int i = 0; i < values.length; i++) values[i] = (color[i] - center) / spread;
		if (input.layout() == Layout.NCHW) target.put(at + channel * values.length, values);
		else for (int i = 0; i < values.length; i++) target.put(at + i * input.channels().count() + channel, values[i]);
	}
}
