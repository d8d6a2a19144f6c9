package sc.fiji.standout.imagej;

import java.util.List;
import java.util.SplittableRandom;

import ij.ImagePlus;
import ij.ImageStack;

import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;

/**
 * A procedural stack of fluorescent cells, 64 x 64 pixels, 8-bit, with about 5 % outliers of six kinds. The truth is in
 * the slice labels: "cell", or the kind of outlier.
 */
public final class SampleCells {

	public static final String TITLE = "Sample Cells";
	/** The label of those that are no outliers. */
	public static final String NORMAL = "cell";
	/** The labels of the outliers. */
	public static final List<String> OUTLIERS = List.of("out of focus", "empty", "debris", "saturated", "double",
		"shifted");
	/** The most cells: 82 MB. */
	public static final int MAXIMUM = 20_000;
	/** Width and height in pixels. */
	public static final int SIZE = 64;

	private static final double FRACTION = 0.05;

	private SampleCells() {}

	/**
	 * Makes the stack. Same count and seed: same bits.
	 *
	 * @param count from 3 to 20000; at least one is an outlier
	 */
	public static ImagePlus create(final int count, final int seed) {
		checkCount(count, MAXIMUM);
		final String[] labels = labels(count, seed);
		final byte[][] cells = new byte[count][];
		Parallel.chunks(count, 32, Progress.NONE, (chunk, from, to) -> {
			for (int i = from; i < to; i++) cells[i] = paint(labels[i], new SplittableRandom(((long) seed << 32) + i));
		});
		final ImageStack stack = new ImageStack(SIZE, SIZE);
		for (int i = 0; i < count; i++) stack.addSlice(labels[i], cells[i]);
		final ImagePlus image = new ImagePlus(TITLE, stack);
		image.setDisplayRange(0, 255);
		return image;
	}

	/** @throws IllegalArgumentException when the count is below 3 or above the maximum */
	static void checkCount(final int count, final int maximum) {
		if (count < ImageItems.MINIMUM || count > maximum) throw new IllegalArgumentException("count=" + count +
			" must be from " + ImageItems.MINIMUM + " to " + maximum + ".");
	}

	/** The kinds in turn, in shuffled places. */
	private static String[] labels(final int count, final int seed) {
		final String[] labels = new String[count];
		final int outliers = Math.max(1, (int) Math.round(FRACTION * count));
		for (int i = 0; i < count; i++) labels[i] = i < outliers ? OUTLIERS.get(i % OUTLIERS.size()) : NORMAL;
		final SplittableRandom random = new SplittableRandom(seed);
		for (int i = count - 1; i > 0; i--) {
			final int j = random.nextInt(i + 1);
			final String swapped = labels[i];
			labels[i] = labels[j];
			labels[j] = swapped;
		}
		return labels;
	}

	private static byte[] paint(final String label, final SplittableRandom random) {
		final Canvas canvas = new Canvas(SIZE);
		final CellPainter painter = new CellPainter(random, canvas);
		final double middle = SIZE / 2.0;
		final double x = middle + random.nextDouble(-3, 3);
		final double y = middle + random.nextDouble(-3, 3);
		double focus = random.nextDouble(0.9, 1.1);
		switch (label) {
			case "empty":
				painter.background(random.nextDouble(0, 12), random.nextDouble(0, 10));
				break;
			case "debris":
				painter.debris();
				break;
			case "saturated":
				painter.cell(x, y, 1);
				canvas.multiply(random.nextDouble(3.5, 6));
				break;
			case "double":
				pair(painter, random);
				break;
			case "shifted":
				final double angle = random.nextDouble(0, 2 * Math.PI);
				final double far = random.nextDouble(22, 30);
				painter.cell(middle + far * StrictMath.cos(angle), middle + far * StrictMath.sin(angle), 1);
				break;
			case "out of focus":
				painter.cell(x, y, 1);
				focus = random.nextDouble(4, 7);
				break;
			default:
				painter.cell(x, y, 1);
		}
		canvas.blur(focus);
		painter.background(random.nextDouble(8, 12), random.nextDouble(0, 3));
		return canvas.expose(random);
	}

	/** Two cells side by side. */
	private static void pair(final CellPainter painter, final SplittableRandom random) {
		final double angle = random.nextDouble(0, Math.PI);
		final double far = random.nextDouble(13.5, 17);
		final double dx = far * StrictMath.cos(angle);
		final double dy = far * StrictMath.sin(angle);
		painter.cell(SIZE / 2.0 + dx, SIZE / 2.0 + dy, random.nextDouble(0.72, 0.92));
		painter.cell(SIZE / 2.0 - dx, SIZE / 2.0 - dy, random.nextDouble(0.72, 0.92));
	}
}
