package sc.fiji.standout.imagej;

import java.awt.Color;
import java.util.List;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;

import sc.fiji.standout.feature.Features;
import sc.fiji.standout.feature.Scaling;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.study.Study;

/**
 * Points of five normal distributions in the plane as items: what scikit-learn's {@code make_blobs} returns for these
 * centres, a standard deviation of 0.3 and the seed as {@code random_state}. To the last bit, but for 11 of 200,000
 * values that were one bit off, where the logarithm of the C library under NumPy was not rounded to the nearest.
 */
public final class SampleBlobs {

	public static final String TITLE = "Sample Blobs";
	/** The most points; each is a ROI. */
	public static final int MAXIMUM = 100_000;

	private static final double[][] CENTERS = { { -1.5, 1.8 }, { -1, 3 }, { 0.8, 2.1 }, { 2.8, 1.5 }, { 2.5, 3.5 } };
	private static final double DEVIATION = 0.3;
	private static final List<String> NAMES = List.of("x", "y");
	private static final int SIZE = 512;
	private static final int MARGIN = 16;
	private static final int DOT = 7;

	private SampleBlobs() {}

	/**
	 * Points and the blob that each was drawn from.
	 *
	 * @param points count x 2
	 * @param labels 0 to 4
	 */
	record Blobs(Matrix points, int[] labels) {}

	/** A picture of the points without duplicates; see {@link #create(int, int, boolean)}. */
	public static ImagePlus create(final int count, final int seed) {
		return create(count, seed, false);
	}

	/**
	 * A picture of the points, with a ROI for each in its overlay and a study whose features are the exact points.
	 *
	 * @param count from 3 to 100000
	 * @param seed scikit-learn's random_state, taken as unsigned
	 * @param duplicates whether point 80 is made equal to point 25, and point 64 nearly equal to point 59, as in the
	 *          tutorial of DataEval's clusterer; needs 80 points
	 */
	public static ImagePlus create(final int count, final int seed, final boolean duplicates) {
		SampleCells.checkCount(count, MAXIMUM);
		if (duplicates && count < 80) throw new IllegalArgumentException("count=" + count +
			" is too small for duplicates=true; it must be at least 80.");
		final Blobs blobs = duplicates ? withDuplicates(blobs(count, seed)) : blobs(count, seed);
		final ByteProcessor picture = new ByteProcessor(SIZE, SIZE);
		final Roi[] rois = new Roi[count];
		final Overlay overlay = new Overlay();
		final double[] xs = blobs.points().column(0);
		final double[] ys = blobs.points().column(1);
		final Range rangeX = Range.of(xs);
		final Range rangeY = Range.of(ys);
		// one scale for both axes, so that round blobs look round
		final double scale = (SIZE - 2.0 * MARGIN) / Math.max(rangeX.length(), rangeY.length());
		picture.setValue(255);
		for (int i = 0; i < count; i++) {
			final int x = (int) Math.round(SIZE / 2.0 + (xs[i] - rangeX.middle()) * scale) - DOT / 2;
			final int y = (int) Math.round(SIZE / 2.0 - (ys[i] - rangeY.middle()) * scale) - DOT / 2;
			rois[i] = new OvalRoi(x, y, DOT, DOT);
			picture.fill(rois[i]);
			rois[i].setName("blob " + (i + 1));
			rois[i].setProperty(RoiItems.LABEL, String.valueOf(blobs.labels()[i]));
			rois[i].setStrokeColor(Color.YELLOW);
			overlay.add(rois[i]);
		}
		picture.resetRoi();
		final ImagePlus image = new ImagePlus(TITLE, picture);
		image.setOverlay(overlay);
		final Study study = new Study(ImageItems.rois(image, rois));
		study.setFeatures(new Features("Points", NAMES, blobs.points(), List.of()).with(Scaling.none("Points", NAMES)));
		Studies.put(image, study);
		return image;
	}

	/** The order of the draws is that of scikit-learn 1.2: the blobs one after the other, then one shuffle. */
	static Blobs blobs(final int count, final int seed) {
		final NumpyRandom random = new NumpyRandom(seed);
		final double[] drawn = new double[2 * count];
		final int[] source = new int[count];
		for (int blob = 0, i = 0; blob < CENTERS.length; blob++) {
			final int size = count / CENTERS.length + (blob < count % CENTERS.length ? 1 : 0);
			for (int end = i + size; i < end; i++) {
				source[i] = blob;
				for (int j = 0; j < 2; j++) drawn[2 * i + j] = CENTERS[blob][j] + DEVIATION * random.nextGaussian();
			}
		}
		final int[] order = new int[count];
		for (int i = 0; i < count; i++) order[i] = i;
		random.shuffle(order);
		final double[] points = new double[2 * count];
		final int[] labels = new int[count];
		for (int i = 0; i < count; i++) {
			labels[i] = source[order[i]];
			System.arraycopy(drawn, 2 * order[i], points, 2 * i, 2);
		}
		return new Blobs(Matrix.of(points, count, 2), labels);
	}

	private static Blobs withDuplicates(final Blobs blobs) {
		final double[] points = blobs.points().toDoubles();
		for (int j = 0; j < 2; j++) {
			points[2 * 79 + j] = points[2 * 24 + j];
			points[2 * 63 + j] = points[2 * 58 + j] + 1e-5;
		}
		final int[] labels = blobs.labels().clone();
		labels[79] = labels[24];
		labels[63] = labels[58];
		return new Blobs(Matrix.of(points, labels.length, 2), labels);
	}

	private record Range(double min, double max) {

		static Range of(final double[] values) {
			double min = values[0];
			double max = values[0];
			for (final double value : values) {
				min = Math.min(min, value);
				max = Math.max(max, value);
			}
			return new Range(min, max);
		}

		double length() {
			return max - min;
		}

		double middle() {
			return (min + max) / 2;
		}
	}
}
