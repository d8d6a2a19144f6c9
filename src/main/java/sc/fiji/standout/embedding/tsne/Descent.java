package sc.fiji.standout.embedding.tsne;

import java.util.Arrays;

import sc.fiji.standout.embedding.graph.Graph;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;

/**
 * Gradient descent with momentum and a gain for each coordinate (Jacobs 1988), early exaggeration, and the learning rate
 * of Belkina et al. (2019, doi:10.1038/s41467-019-13055-y).
 */
final class Descent {

	private static final int EXAGGERATED = 250;
	private static final float EXAGGERATION = 12;
	private static final float LEAST_RATE = 200;
	private static final float EARLY_MOMENTUM = .5f;
	private static final float MOMENTUM = .8f;
	private static final float LEAST_GAIN = .01f;

	/** The longest way of a point in one step, as in openTSNE; keeps sets of few points from flying apart. */
	private static final float LONGEST_STEP = 5;

	private static final int CHUNK = 4096;

	private final int dimensions;
	private final Forces forces;
	private final float[] layout;
	private final float[] step;
	private final float[] gain;

	private Descent(final Graph affinities, final float[] start, final int dimensions) {
		this.dimensions = dimensions;
		forces = new Forces(affinities, dimensions);
		layout = start.clone();
		step = new float[start.length];
		gain = new float[start.length];
		Arrays.fill(gain, 1);
	}

	/**
	 * @param affinities undirected, weights that add up to 1
	 * @param start n x dimensions, row-major
	 * @param iterations the first 250 of them exaggerated
	 * @return n x dimensions, row-major
	 */
	static float[] run(final Graph affinities, final float[] start, final int dimensions, final int iterations,
		final Progress progress)
	{
		final Descent descent = new Descent(affinities, start, dimensions);
		final Progress quiet = progress.quiet();
		for (int i = 0; i < iterations; i++) {
			final boolean early = i < EXAGGERATED;
			if (i == EXAGGERATED) Arrays.fill(descent.gain, 1);
			descent.forces.compute(descent.layout, quiet);
			descent.move(early ? EXAGGERATION : 1, early ? EARLY_MOMENTUM : MOMENTUM, quiet);
			progress.report((i + 1.) / iterations);
		}
		return descent.layout;
	}

	private void move(final float exaggeration, final float momentum, final Progress progress) {
		final int n = layout.length / dimensions;
		final float rate = Math.max(n / EXAGGERATION, LEAST_RATE);
		final float share = (float) (1 / forces.total);
		Parallel.chunks(n, CHUNK, progress, (chunk, from, to) -> {
			for (int i = from; i < to; i++) {
				float square = 0;
				for (int c = i * dimensions; c < (i + 1) * dimensions; c++) {
					final float gradient = exaggeration * forces.pull[c] - share * forces.push[c];
					gain[c] = Math.max(LEAST_GAIN, step[c] * gradient < 0 ? gain[c] + .2f : gain[c] * .8f);
					step[c] = momentum * step[c] - rate * gain[c] * gradient;
					square += step[c] * step[c];
				}
				final float shorten = square > LONGEST_STEP * LONGEST_STEP ? LONGEST_STEP / (float) Math.sqrt(square) : 1;
				for (int c = i * dimensions; c < (i + 1) * dimensions; c++) {
					step[c] *= shorten;
					layout[c] += step[c];
				}
			}
		});
	}
}
