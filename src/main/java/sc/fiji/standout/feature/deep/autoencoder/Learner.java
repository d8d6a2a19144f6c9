package sc.fiji.standout.feature.deep.autoencoder;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

import sc.fiji.standout.matrix.Progress;

/**
 * Trains an autoencoder: Adam on the mean squared error, in batches, with a fifth of the images held back. It ends
 * after the epochs asked for, or after {@value #PATIENCE} epochs in which the error of those held back was not lower than
 * before; the parameters with the lowest one are kept. Same images and options: the same bits.
 */
final class Learner {

	static final int PATIENCE = 5;
	private static final double HELD_BACK = 0.2;
	/** Fewer images are all learned from, and the error of these is what counts. */
	private static final int FEWEST = 5;
	/** Images in a batch, and batches in an epoch where there are fewer images. */
	private static final int BATCH = 32;
	private static final int STEPS = 32;
	/** Values learned from at once, so that the user does not wait long for an answer. */
	private static final int MOST_IN_BATCH = 1 << 19;
	/** Values reproduced at once, so that this takes well under a second. */
	private static final int REPRODUCED_AT_ONCE = 1 << 15;

	private final Layout layout;
	private final Options options;
	private final float[] images;
	private final SplittableRandom random;
	/** Images to learn from, in a new order in each epoch, and those held back. */
	private final int[] learned;
	private final int[] heldBack;

	private float[][] best;
	private Autoencoder.Training training;

	/** @param images n x pixels, values 0 to 1 */
	Learner(final Layout layout, final float[] images, final Options options) {
		this.layout = layout;
		this.options = options;
		this.images = images;
		random = new SplittableRandom(options.seed());
		final int[] order = new int[images.length / layout.pixels()];
		for (int i = 0; i < order.length; i++) order[i] = i;
		shuffle(order);
		final int held = order.length < FEWEST ? 0 : (int) (HELD_BACK * order.length);
		learned = Arrays.copyOfRange(order, held, order.length);
		heldBack = held == 0 ? order.clone() : Arrays.copyOf(order, held);
	}

	/** The best parameters so far, or null before the end of the first epoch. */
	float[][] best() {
		return best;
	}

	/** How {@link #best} came about, or null. */
	Autoencoder.Training training() {
		return training;
	}

	/**
	 * Learns until the end, or until the user has enough of it.
	 *
	 * @param progress gets the points "Training loss" and "Validation loss" of each epoch
	 * @throws CancellationException when cancelled; {@link #best} is what was learned until then
	 * @throws IllegalStateException where the network learns nothing that could be used
	 */
	void learn(final Progress progress) {
		try (Network network = new Network(layout, layout.initial(random.nextLong()))) {
			int worse = 0;
			for (int epoch = 1; epoch <= options.epochs() && worse < PATIENCE; epoch++) {
				final double from = (epoch - 1.0) / options.epochs();
				final double loss = epoch(network, progress.part(from, from + 0.9 / options.epochs()));
				if (progress.isEnough() && best != null) return;
				final double validation = validate(network, progress);
				progress.point("Training loss", epoch, loss);
				progress.point("Validation loss", epoch, validation);
				progress.report((double) epoch / options.epochs());
				if (training == null ? Double.isFinite(validation) : validation < training.validationLoss()) {
					best = network.values();
					training = new Autoencoder.Training(epoch, loss, validation);
					worse = 0;
				}
				else worse++;
				if (progress.isEnough()) break;
			}
		}
		if (best == null) throw new IllegalStateException("The autoencoder learned nothing from these items, since its " +
			"error became infinite; choose another seed.");
	}

	/** Learns from each image once, unless the user has enough. Batches differ by at most one image in size. */
	private double epoch(final Network network, final Progress progress) {
		shuffle(learned);
		final int n = learned.length;
		// So many steps are needed in each epoch that few images are learned from in smaller batches
		final int asked = options.batch() > 0 ? options.batch() : Math.max(4, Math.min(BATCH, n / STEPS));
		final int batch = Math.max(2, Math.min(asked, MOST_IN_BATCH / layout.pixels()));
		final int batches = Math.max(1, Math.round((float) n / batch));
		double sum = 0;
		int count = 0;
		for (int b = 0; b < batches; b++) {
			progress.check();
			if (progress.isEnough() && count > 0) break;
			final int from = (int) ((long) b * n / batches);
			final int to = (int) ((long) (b + 1) * n / batches);
			sum += network.learn(gather(learned, from, to)) * (to - from);
			count += to - from;
			progress.report((b + 1.0) / batches);
		}
		return sum / count;
	}

	/** The mean squared error of the images held back. */
	private double validate(final Network network, final Progress progress) {
		final int step = Math.max(1, REPRODUCED_AT_ONCE / layout.pixels());
		double sum = 0;
		for (int from = 0; from < heldBack.length; from += step) {
			progress.check();
			final float[] batch = gather(heldBack, from, Math.min(heldBack.length, from + step));
			final float[] reproduced = network.apply(batch).images();
			for (int i = 0; i < batch.length; i++) sum += ((double) batch[i] - reproduced[i]) * ((double) batch[i] -
				reproduced[i]);
		}
		return sum / heldBack.length / layout.pixels();
	}

	private float[] gather(final int[] order, final int from, final int to) {
		final int size = layout.pixels();
		final float[] batch = new float[(to - from) * size];
		for (int i = from; i < to; i++) System.arraycopy(images, order[i] * size, batch, (i - from) * size, size);
		return batch;
	}

	/** Fisher and Yates. */
	private void shuffle(final int[] order) {
		for (int i = order.length - 1; i > 0; i--) {
			final int j = random.nextInt(i + 1);
			final int swapped = order[i];
			order[i] = order[j];
			order[j] = swapped;
		}
	}
}
