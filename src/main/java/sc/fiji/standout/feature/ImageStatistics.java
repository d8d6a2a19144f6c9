package sc.fiji.standout.feature;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.standout.item.Pixels;
import sc.fiji.standout.item.Plane;

/**
 * Statistics of one item in their own units, over its finite pixels inside the mask. {@link Statistics} says what they
 * are. The formulas are those of DataEval's image statistics where it has them.
 */
final class ImageStatistics {

	private static final List<String> COLORS = List.of("red", "green", "blue");

	private final Survey survey;
	private final double low;
	private final double high;

	/** @param bytes whether all values lie on the scale from 0 to 255; else the stack's own range is the scale */
	ImageStatistics(final Survey survey, final boolean bytes) {
		this.survey = survey;
		low = bytes ? 0 : Arrays.stream(survey.low()).min().getAsDouble();
		high = bytes ? 255 : Arrays.stream(survey.high()).max().getAsDouble();
	}

	/**
	 * All statistics by their names, always in the same order; NaN where there is no finite pixel to tell. Until
	 * {@link Statistics} has seen the whole stack, brightness, darkness and contrast are 0, and saturated is the fraction
	 * at the item's own maximum.
	 */
	Map<String, Double> of(final Pixels pixels) {
		final Map<String, Double> result = new LinkedHashMap<>();
		final GreyValues values = GreyValues.of(pixels);
		final boolean known = !values.isEmpty();
		final double[] moments = GreyValues.moments(values.sorted());
		result.put("mean", moments[0]);
		result.put("std", moments[1]);
		result.put("min", known ? values.quantile(0) : Double.NaN);
		result.put("max", known ? values.quantile(1) : Double.NaN);
		result.put("median", known ? values.quantile(0.5) : Double.NaN);
		result.put("percentile_25", known ? values.quantile(0.25) : Double.NaN);
		result.put("percentile_75", known ? values.quantile(0.75) : Double.NaN);
		result.put("skewness", moments[2]);
		result.put("kurtosis", moments[3]);
		result.put("entropy", known ? values.entropy(low, high) : Double.NaN);
		result.put("brightness", 0.0);
		result.put("darkness", 0.0);
		result.put("contrast", 0.0);
		result.put("missing", values.missing());
		result.put("zeros", known ? values.share(0) : Double.NaN);
		result.put("saturated", known ? values.share(values.quantile(1)) : Double.NaN);
		result.put("snr", moments[1] == 0 ? 0 : moments[0] / moments[1]);
		spatial(pixels.finite(), result);
		if (!known) result.replaceAll((name, value) -> name.equals("missing") ? value : Double.NaN);
		sizes(pixels, result);
		return result;
	}

	private void spatial(final Pixels pixels, final Map<String, Double> result) {
		final Plane plane = mean(pixels).fillOutside();
		result.put("sharpness", Sharpness.laplacian(plane, 255 / (high - low)));
		result.put("edge_strength", Sharpness.gradient(plane));
		result.put("border_mean", Sharpness.borderMean(plane));
		final Foreground found = Foreground.of(plane);
		result.put("objects", (double) found.objects());
		result.put("object_fraction", found.fraction());
		result.put("offset_x", found.offsetX());
		result.put("offset_y", found.offsetY());
		result.put("offset", Math.hypot(found.offsetX(), found.offsetY()));
		result.put("eccentricity", found.eccentricity());
		if (pixels.channels() == 1) return;
		for (int c = 0; c < pixels.channels(); c++) {
			final String channel = survey.rgb() ? COLORS.get(c) : "channel_" + (c + 1);
			final double[] moments = GreyValues.moments(Plane.channel(pixels, c).insideValues());
			result.put("mean_" + channel, moments[0]);
			result.put("std_" + channel, moments[1]);
		}
	}

	private static void sizes(final Pixels pixels, final Map<String, Double> result) {
		result.put("area", (double) Plane.channel(pixels, 0).area());
		result.put("width", (double) pixels.width());
		result.put("height", (double) pixels.height());
	}

	/** The plain mean of the channels, as in DataEval: not the luminance. */
	private static Plane mean(final Pixels pixels) {
		if (pixels.channels() == 1) return Plane.channel(pixels, 0);
		final int size = pixels.width() * pixels.height();
		final float[] values = new float[size];
		for (int i = 0; i < size; i++) {
			double sum = 0;
			for (int c = 0; c < pixels.channels(); c++) sum += pixels.values()[c * size + i];
			values[i] = (float) (sum / pixels.channels());
		}
		return new Plane(pixels.width(), pixels.height(), values, pixels.inside());
	}
}
