package sc.fiji.standout.feature.deep.autoencoder;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import sc.fiji.standout.feature.ItemReader;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.SomeItems;
import sc.fiji.standout.matrix.Progress;

/** Runs a trained network over images, a few at a time. */
final class Coder {

	/** Values that the network gets at once, so that this takes well under a second. */
	private static final int AT_ONCE = 1 << 15;
	/** Values that are read before the network gets them: a few megabytes. */
	private static final int READ_AT_ONCE = 1 << 21;

	private Coder() {}

	/**
	 * What an autoencoder makes of all items.
	 *
	 * @param codes n x code
	 * @param errors mean squared error on the scale from 0 to 1, over the pixels inside
	 * @param scores as {@link Habit#score} says
	 * @param broken how many values of each item were NaN or infinite
	 */
	record Coded(float[] codes, double[] errors, double[] scores, int[] broken) {}

	private interface Batch {

		void take(int first, float[] images, Network.Result result);
	}

	/** What is usual of images, in an evenly spread sample where there are more than {@code most}. */
	static Habit habit(final Layout layout, final float[][] parameters, final float[] images, final int most,
		final Progress progress)
	{
		final int size = layout.pixels();
		final int n = images.length / size;
		final int used = Math.min(n, most);
		final float[] sample = used == n ? images : new float[used * size];
		if (used < n) for (int s = 0; s < used; s++) {
			System.arraycopy(images, (int) ((long) s * n / used) * size, sample, s * size, size);
		}
		try (Network network = new Network(layout, parameters)) {
			final Habit.Builder builder = new Habit.Builder(size, layout.code());
			run(network, layout, sample, used, progress.part(0, 0.5), (first, batch, result) -> builder.add(batch, result
				.images(), result.codes()));
			final Habit habit = builder.build();
			final double[][] parts = new double[used][];
			run(network, layout, sample, used, progress.part(0.5, 1), (first, batch, result) -> {
				for (int i = 0; i < batch.length / size; i++) {
					parts[first + i] = habit.parts(batch, result.images(), result.codes(), i, null);
				}
			});
			return habit.typicalOf(parts);
		}
	}

	/**
	 * Reads all items and codes them.
	 *
	 * @param codes room for n x code
	 */
	static Coded code(final Autoencoder autoencoder, final Items items, final float[] codes, final Progress progress) {
		final int n = items.size();
		final int size = autoencoder.layout().pixels();
		final int code = autoencoder.layout().code();
		final Coded coded = new Coded(codes, new double[n], new double[n], new int[n]);
		final int block = Math.max(1, READ_AT_ONCE / size);
		final float[] images = new float[Math.min(n, block) * size];
		final boolean[][] inside = new boolean[Math.min(n, block)][];
		try (Network network = new Network(autoencoder.layout(), autoencoder.parameters())) {
			for (int from = 0; from < n; from += block) {
				final int first = from;
				final int count = Math.min(block, n - from);
				final Progress part = progress.part((double) from / n, (double) (from + count) / n);
				final int[] broken = ItemReader.forEach(SomeItems.range(items, from, from + count), part.part(0, 0.3), (i,
					pixels) -> {
					inside[i] = autoencoder.view().resize(pixels.finite(), images, i * size);
					autoencoder.view().scale(images, i * size, (i + 1) * size);
				});
				System.arraycopy(broken, 0, coded.broken, from, count);
				run(network, autoencoder.layout(), images, count, part.part(0.3, 1), (at, batch, result) -> {
					System.arraycopy(result.codes(), 0, coded.codes, (first + at) * code, result.codes().length);
					for (int i = 0; i < batch.length / size; i++) {
						coded.errors[first + at + i] = error(batch, result.images(), i * size, size, inside[at + i]);
						coded.scores[first + at + i] = autoencoder.habit().score(autoencoder.habit().parts(batch, result.images(),
							result.codes(), i, inside[at + i]));
					}
				});
			}
		}
		return coded;
	}

	private static void run(final Network network, final Layout layout, final float[] images, final int count,
		final Progress progress, final Batch taker)
	{
		final int size = layout.pixels();
		final int step = Math.max(1, AT_ONCE / size);
		for (int from = 0; from < count; from += step) {
			progress.check();
			final int to = Math.min(count, from + step);
			final float[] batch = Arrays.copyOfRange(images, from * size, to * size);
			taker.take(from, batch, network.apply(batch));
			progress.report((double) to / count);
		}
	}

	private static double error(final float[] images, final float[] reproduced, final int from, final int size,
		final boolean[] inside)
	{
		double sum = 0;
		int count = 0;
		for (int i = 0; i < size; i++) {
			if (inside != null && !inside[i % inside.length]) continue;
			final double difference = (double) images[from + i] - reproduced[from + i];
			sum += difference * difference;
			count++;
		}
		return sum / count;
	}

	/** The columns of a code. */
	static List<String> names(final int code) {
		return IntStream.rangeClosed(1, code).mapToObj(i -> "code_" + i).toList();
	}
}
