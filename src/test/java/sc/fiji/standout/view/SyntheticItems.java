package sc.fiji.standout.view;

import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import javax.swing.SwingUtilities;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.RealType;

import sc.fiji.standout.cluster.Clustering;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.Place;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.outlier.Outliers;
import sc.fiji.standout.study.Study;

/** Generated cells, one bright disc each, and studies of them. Notes who reads pixels, and how often. */
class SyntheticItems implements Items {

	final AtomicInteger reads = new AtomicInteger();
	final AtomicInteger readsOnEventThread = new AtomicInteger();
	final Set<Integer> read = ConcurrentHashMap.newKeySet();
	volatile boolean closed;
	private final int size;
	private final int side;
	private final int channels;

	SyntheticItems(final int size) {
		this(size, 40, 1);
	}

	SyntheticItems(final int size, final int side, final int channels) {
		this.size = size;
		this.side = side;
		this.channels = channels;
	}

	@Override
	public int size() {
		return size;
	}

	@Override
	public String description() {
		return size + " slices of cells.tif";
	}

	@Override
	public Place place(final int item) {
		return new Place(item + 1, "");
	}

	@Override
	public String label(final int item) {
		return item % 7 == 3 ? "mitotic" : "interphase";
	}

	@Override
	public RandomAccessibleInterval<? extends RealType<?>> pixels(final int item) {
		if (closed) throw new IllegalStateException("The image cells.tif was closed.");
		reads.incrementAndGet();
		read.add(item);
		if (SwingUtilities.isEventDispatchThread()) readsOnEventThread.incrementAndGet();
		final byte[] bytes = new byte[side * side * channels];
		final Random random = new Random(item);
		final double radius = side * (0.2 + 0.2 * random.nextDouble());
		for (int c = 0; c < channels; c++) {
			for (int i = 0; i < side * side; i++) {
				final double distance = Math.hypot(i % side - side / 2.0, i / side - side / 2.0);
				final double value = (distance < radius ? 150 - 40 * c : 20) + 8 * random.nextGaussian();
				bytes[c * side * side + i] = (byte) Math.max(0, Math.min(255, value));
			}
		}
		return ArrayImgs.unsignedBytes(bytes, side, side, channels);
	}

	@Override
	public RandomAccessibleInterval<? extends BooleanType<?>> mask(final int item) {
		return null;
	}

	/** A study of n items in k Gaussian clusters and some noise, the noise being the outliers. */
	static Study study(final int n, final int k) {
		return study(new SyntheticItems(n), k);
	}

	static Study study(final SyntheticItems items, final int k) {
		final int n = items.size();
		final Random random = new Random(42);
		final double[] xy = new double[2 * n];
		final int[] labels = new int[n];
		final double[] probabilities = new double[n];
		final double[] scores = new double[n];
		final boolean[] flags = new boolean[n];
		for (int i = 0; i < n; i++) {
			labels[i] = random.nextInt(100) < 5 ? -1 : random.nextInt(k);
			final double angle = 2 * Math.PI * labels[i] / k;
			final boolean noise = labels[i] < 0;
			xy[2 * i] = (noise ? 0 : 6 * Math.cos(angle)) + (noise ? 4 : 0.8) * random.nextGaussian();
			xy[2 * i + 1] = (noise ? 0 : 4 * Math.sin(angle)) + (noise ? 4 : 0.8) * random.nextGaussian();
			scores[i] = noise ? 0.8 + 0.2 * random.nextDouble() : 0.5 * random.nextDouble();
			probabilities[i] = 1 - scores[i];
			flags[i] = noise;
		}
		final Study study = new Study(items);
		study.setEmbedding(Matrix.of(xy, n, 2));
		study.setClustering(new Clustering(labels, probabilities, null));
		study.setOutliers(new Outliers(scores, flags));
		return study;
	}
}
