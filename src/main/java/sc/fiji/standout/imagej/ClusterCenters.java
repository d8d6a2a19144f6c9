package sc.fiji.standout.imagej;

import java.util.Arrays;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;

import sc.fiji.standout.feature.Survey;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.Pixels;
import sc.fiji.standout.item.Plane;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.study.ClusterSummary;
import sc.fiji.standout.study.Study;

/**
 * The clusters of a study as images: the mean image of each cluster, then for each cluster the item that is nearest to
 * its center, then for each the second nearest, and so on. Items of differing sizes are resized to the median width and height; pixels outside a mask are the mean
 * of those inside. A montage with as many columns as there are clusters shows each in a column.
 */
public final class ClusterCenters {

	/** Items shown of each cluster. */
	static final int SAMPLES = 5;

	/** A gigabyte of floats. */
	private static final long MOST_VALUES = 1L << 28;

	private static final int MEAN = -2;

	private ClusterCenters() {}

	/**
	 * Makes a stack of 6 k slices for k clusters, RGB for RGB items, else of 32 bits, with all the channels of the items.
	 *
	 * @throws IllegalStateException when there are no clusters
	 * @throws IllegalArgumentException when there are too many of them for the memory
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	public static ImagePlus of(final Study study, final String title, final Progress progress) {
		final int[][] nearest = ClusterSummary.nearestToCenters(study, SAMPLES);
		final int k = nearest.length;
		if (k == 0) throw new IllegalStateException("All items are noise, so that there are no clusters to show; cluster " +
			"again with other values.");
		progress.message("Averaging the images of each cluster");
		final Items items = study.items();
		final Survey survey = Survey.of(items, progress.part(0, 0.1));
		final int size = survey.width() * survey.height() * survey.channels();
		if ((long) size * k * (1 + SAMPLES) > MOST_VALUES) throw new IllegalArgumentException(k + " clusters with images of " + survey
			.width() + " x " + survey.height() + " pixels are too many to show; make fewer clusters.");
		final float[][] images = new float[(1 + SAMPLES) * k][];
		Parallel.chunks(k, 1, progress.part(0.1, 1), (chunk, cluster, end) -> {
			final int[] members = ClusterSummary.items(study, cluster);
			final double[] sum = new double[size];
			for (final int item : members) {
				progress.check();
				final float[] values = values(items, item, survey);
				for (int i = 0; i < size; i++) sum[i] += values[i];
				for (int rank = 0; rank < SAMPLES; rank++) if (item == nearest[cluster][rank]) images[(1 + rank) * k + cluster] =
					values;
			}
			images[cluster] = new float[size];
			for (int i = 0; i < size; i++) images[cluster][i] = (float) (sum[i] / members.length);
		});
		final ImageStack stack = new ImageStack(survey.width(), survey.height());
		for (int i = 0; i < images.length; i++) {
			if (images[i] == null) images[i] = new float[size];
			add(stack, images[i], survey, label(study, i % k, i < k ? MEAN : nearest[i % k][i / k - 1]));
		}
		final ImagePlus image = new ImagePlus(title, stack);
		if (!survey.rgb() && survey.channels() > 1) {
			image.setDimensions(survey.channels(), images.length, 1);
			image.setOpenAsHyperStack(true);
		}
		if (!survey.rgb()) range(image, images);
		return image;
	}

	private static float[] values(final Items items, final int item, final Survey survey) {
		final Pixels pixels = Pixels.read(items, item).finite();
		final int plane = survey.width() * survey.height();
		final float[] values = new float[plane * survey.channels()];
		for (int c = 0; c < survey.channels(); c++) {
			System.arraycopy(Plane.channel(pixels, c).fillOutside().resize(survey.width(), survey.height()).values(), 0, values,
				c * plane, plane);
		}
		return values;
	}

	private static void add(final ImageStack stack, final float[] values, final Survey survey, final String label) {
		final int plane = survey.width() * survey.height();
		if (!survey.rgb()) {
			for (int c = 0; c < survey.channels(); c++) stack.addSlice(label, new FloatProcessor(survey.width(), survey.height(),
				Arrays.copyOfRange(values, c * plane, (c + 1) * plane)));
			return;
		}
		final int[] colors = new int[plane];
		for (int i = 0; i < plane; i++) {
			for (int c = 0; c < 3; c++) colors[i] |= Math.max(0, Math.min(255, Math.round(values[c * plane + i]))) << 16 - 8 * c;
		}
		stack.addSlice(label, new ColorProcessor(survey.width(), survey.height(), colors));
	}

	private static String label(final Study study, final int cluster, final int item) {
		if (item < 0 && item != MEAN) return "Cluster " + cluster + ": no more items";
		if (item == MEAN) return "Cluster " + cluster + ": mean of " + ClusterSummary.items(study, cluster).length;
		return "Cluster " + cluster + ": item " + (item + 1) + (study.label(item).isBlank() ? "" : ", " + study.label(item));
	}

	/** One range for all slices, so that they can be compared. */
	private static void range(final ImagePlus image, final float[][] images) {
		float low = Float.POSITIVE_INFINITY;
		float high = Float.NEGATIVE_INFINITY;
		for (final float[] values : images) {
			for (final float value : values) {
				low = Math.min(low, value);
				high = Math.max(high, value);
			}
		}
		image.setDisplayRange(low, high > low ? high : low + 1);
	}
}
