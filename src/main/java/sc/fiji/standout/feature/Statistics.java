package sc.fiji.standout.feature;

import java.util.ArrayList;
import java.util.List;

import org.scijava.plugin.Plugin;

import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.Pixels;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/**
 * One number for each way in which an image can go wrong. Measured in their own units, for the items table:
 * <ul>
 * <li>mean, std, min, max, median, percentile_25, percentile_75: grey values;</li>
 * <li>skewness, kurtosis (excess), entropy (nats, 256 bins), snr (mean / std);</li>
 * <li>brightness and darkness: the 25th and 75th percentile from 0 to 1 of the stack's bit depth (1, 8, 12, 16 or 32; with
 * negative values from its minimum to its maximum); contrast: range over the mean of the percentiles 0, 25, 50, 75 and 100
 * on the same scale;</li>
 * <li>sharpness (8-neighbour Laplacian), edge_strength (mean gradient), border_mean;</li>
 * <li>missing (NaN and infinite), zeros, saturated (at the stack's largest value): fractions, 0 to 1;</li>
 * <li>area, width, height: pixels;</li>
 * <li>objects, object_fraction, offset_x, offset_y, offset, eccentricity: of the foreground by Otsu's threshold, see
 * {@link Foreground};</li>
 * <li>mean and std of each channel, where there is more than one.</li>
 * </ul>
 * The features are the same, standardised by {@link Standardizer#robust}. Source of the shared definitions: DataEval.
 */
@Plugin(type = Featurizer.class, name = "Statistics", priority = 80)
public final class Statistics implements Featurizer {

	private static final int[] DEPTHS = { 1, 8, 12, 16, 32 };

	@Override
	public Features features(final Items items, final Settings settings, final Progress progress) {
		progress.message("Statistics features");
		final Survey survey = Survey.of(items, progress.part(0, 0.1));
		final Pixels first = ItemReader.read(items, 0);
		final ImageStatistics statistics = new ImageStatistics(survey, first.maximum() == 255);
		final List<String> names = List.copyOf(statistics.of(first).keySet());
		final int n = survey.count();
		final int d = names.size();
		final double[] values = new double[n * d];
		final int[] broken = ItemReader.forEach(items, progress.part(0.1, 0.95), (i, pixels) -> {
			int k = i * d;
			for (final double value : statistics.of(pixels).values()) values[k++] = value;
		});
		rescale(values, names);
		final Matrix measured = Matrix.of(values, n, d);
		final Standardizer kept = Standardizer.robust(names, measured, progress);
		final List<Note> notes = new ArrayList<>(kept.notes());
		ItemReader.note(broken, "their statistics are those of the finite pixels", notes);
		progress.report(1);
		return new Features("Statistics", kept.names(), kept.matrix(), names, measured, notes).with(kept.scaling().of("Statistics"));
	}

	/** Does what takes the smallest and largest value of the whole stack. */
	private static void rescale(final double[] values, final List<String> names) {
		final int d = names.size();
		final int minimum = names.indexOf("min");
		final int maximum = names.indexOf("max");
		final int quartile1 = names.indexOf("percentile_25");
		final int quartile3 = names.indexOf("percentile_75");
		double min = Double.POSITIVE_INFINITY;
		double max = Double.NEGATIVE_INFINITY;
		for (int row = 0; row < values.length; row += d) {
			// A comparison with NaN, where an item has no finite pixel, is false
			if (values[row + minimum] < min) min = values[row + minimum];
			if (values[row + maximum] > max) max = values[row + maximum];
		}
		final double low = min < 0 ? min : 0;
		final double range = min < 0 ? max - min : Math.pow(2, depth(max)) - 1;
		for (int row = 0; row < values.length; row += d) {
			double sum = values[row + names.indexOf("median")];
			for (final int p : new int[] { minimum, quartile1, quartile3, maximum }) sum += values[row + p];
			final double mean = (sum / 5 - low) / range;
			values[row + names.indexOf("brightness")] = (values[row + quartile1] - low) / range;
			values[row + names.indexOf("darkness")] = (values[row + quartile3] - low) / range;
			values[row + names.indexOf("contrast")] = (values[row + maximum] - values[row + minimum]) / range / (mean +
				1e-12);
			if (values[row + maximum] < max) values[row + names.indexOf("saturated")] = 0;
		}
	}

	/** The smallest usual bit depth that holds the value. */
	private static int depth(final double max) {
		for (final int depth : DEPTHS) if (Math.pow(2, depth) > max) return depth;
		return 64;
	}
}
