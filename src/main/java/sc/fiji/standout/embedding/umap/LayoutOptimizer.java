package sc.fiji.standout.embedding.umap;

import java.util.Arrays;

import sc.fiji.standout.embedding.graph.Graph;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;

/**
 * Moves the points of a layout until its distances fit the memberships: stochastic gradient descent with negative
 * sampling, as in umap-learn, but with a result that does not depend on the number of threads.
 * <p>
 * umap-learn moves both ends of an edge at once. Here each point gathers the moves of its own edges, while the other
 * points stay where the last epoch left them. Every edge is there in both directions and both are used in the same
 * epoch, so each counts twice. Random numbers depend on seed, epoch and point alone.
 * </p>
 * <p>
 * Two things keep the frozen neighbours from doing harm. A pull takes a point half of the way at most. And a point goes
 * through its edges forwards or backwards, by chance: always in one order, it would drift towards the neighbour of its
 * last edge, and what is smooth in the data would cross itself in the layout.
 * </p>
 * <p>
 * The pull of an edge and the pushes of its samples start from one position: since they do not wait for each other this
 * is twice as fast, with the same trustworthiness.
 * </p>
 */
final class LayoutOptimizer {

	private static final int NEGATIVES = 5;
	private static final float CLIP = 4;

	/** The most that all pulls of an edge in one epoch may be: half of the way. */
	private static final float HALF_WAY = .5f;

	/** Both ends of an edge pull, and both of its directions are used. */
	private static final float PULLS = 2;

	/** The first learning rate of points that join a finished layout, as in umap-learn. */
	private static final float JOINING_RATE = .25f;

	private static final int CHUNK = 256;

	private final Graph graph;
	private final int dimensions;
	private final int epochs;
	private final long seed;
	private final Force attraction;
	private final Force repulsion;

	/** The layout to which the edges lead, which stays as it is; null if it is the moving one itself. */
	private final float[] fixed;

	private final float pulls;
	private final float firstRate;

	/** In how many epochs each edge is used once: 1 for the heaviest. */
	private final float[] period;

	/** The epoch in which each edge is used next. */
	private final float[] due;

	private LayoutOptimizer(final Graph graph, final float[] fixed, final int dimensions, final int epochs,
		final Curve curve, final long seed)
	{
		this.fixed = fixed;
		pulls = fixed == null ? PULLS : 1;
		firstRate = fixed == null ? 1 : JOINING_RATE;
		this.graph = graph;
		this.dimensions = dimensions;
		this.epochs = epochs;
		this.seed = seed;
		attraction = Force.attraction(curve);
		repulsion = Force.repulsion(curve);
		period = new float[graph.weights().length];
		final float heaviest = graph.heaviest();
		for (int e = 0; e < period.length; e++) period[e] = heaviest / graph.weights()[e];
		due = period.clone();
	}

	/**
	 * @param start n x dimensions, row-major
	 * @return n x dimensions, row-major
	 */
	static float[] optimize(final Graph graph, final float[] start, final int dimensions, final int epochs,
		final Curve curve, final long seed, final Progress progress)
	{
		final Graph used = graph.prune(graph.heaviest() / epochs);
		return new LayoutOptimizer(used, null, dimensions, epochs, curve, seed).run(start, progress);
	}

	/**
	 * Moves points that join a finished layout, which stays as it is.
	 *
	 * @param graph edges from each of the m joining points to points of the layout
	 * @param start m x dimensions, row-major
	 * @param fixed n x dimensions, row-major
	 * @return m x dimensions, row-major
	 */
	static float[] join(final Graph graph, final float[] start, final float[] fixed, final int dimensions,
		final int epochs, final Curve curve, final long seed, final Progress progress)
	{
		final Graph used = graph.prune(graph.heaviest() / epochs);
		return new LayoutOptimizer(used, fixed, dimensions, epochs, curve, seed).run(start, progress);
	}

	private float[] run(final float[] start, final Progress progress) {
		float[] now = start.clone();
		float[] next = new float[start.length];
		final Progress quiet = progress.quiet();
		for (int epoch = 0; epoch < epochs; epoch++) {
			final float[] from = now;
			final float[] to = next;
			final int current = epoch;
			final float rate = firstRate * (1 - (float) epoch / epochs);
			Parallel.chunks(graph.size(), CHUNK, quiet, (chunk, low, high) -> {
				final float[] others = fixed == null ? from : fixed;
				if (dimensions == 2) for (int i = low; i < high; i++) move2(i, from, others, to, current, rate);
				else for (int i = low; i < high; i++) move(i, from, others, to, current, rate);
			});
			now = to;
			next = from;
			progress.report((epoch + 1.) / epochs);
		}
		return now;
	}

	private void move2(final int i, final float[] from, final float[] others, final float[] to, final int epoch,
		final float rate)
	{
		float x = from[2 * i], y = from[2 * i + 1];
		final long n = others.length / dimensions;
		final int self = fixed == null ? i : -1;
		final float most = HALF_WAY / (pulls * rate);
		long random = mix(seed, epoch, i);
		final boolean forwards = (random & 1) == 0;
		final int first = graph.starts()[i], last = graph.starts()[i + 1] - 1;
		for (int k = 0; k <= last - first; k++) {
			final int e = forwards ? first + k : last - k;
			if (due[e] > epoch) continue;
			due[e] += period[e];
			final int other = 2 * graph.targets()[e];
			float dx = x - others[other], dy = y - others[other + 1];
			final float pull = Math.min(most, attraction.at(dx * dx + dy * dy));
			float sumX = -pulls * clip(pull * dx), sumY = -pulls * clip(pull * dy);
			for (int s = 0; s < NEGATIVES; s++) {
				random = next(random);
				final int sample = (int) ((random >>> 32) * n >>> 32);
				if (sample == self) continue;
				dx = x - others[2 * sample];
				dy = y - others[2 * sample + 1];
				final float push = repulsion.at(dx * dx + dy * dy);
				sumX += clip(push * dx);
				sumY += clip(push * dy);
			}
			x += rate * sumX;
			y += rate * sumY;
		}
		to[2 * i] = x;
		to[2 * i + 1] = y;
	}

	/** The same for any number of dimensions. */
	private void move(final int i, final float[] from, final float[] others, final float[] to, final int epoch,
		final float rate)
	{
		final int at = i * dimensions;
		System.arraycopy(from, at, to, at, dimensions);
		final float[] sum = new float[dimensions];
		final long n = others.length / dimensions;
		final int self = fixed == null ? i : -1;
		final float most = HALF_WAY / (pulls * rate);
		long random = mix(seed, epoch, i);
		final boolean forwards = (random & 1) == 0;
		final int first = graph.starts()[i], last = graph.starts()[i + 1] - 1;
		for (int k = 0; k <= last - first; k++) {
			final int e = forwards ? first + k : last - k;
			if (due[e] > epoch) continue;
			due[e] += period[e];
			Arrays.fill(sum, 0);
			final int other = graph.targets()[e] * dimensions;
			add(to, at, others, other, Math.min(most, attraction.at(square(to, at, others, other))), -pulls, sum);
			for (int s = 0; s < NEGATIVES; s++) {
				random = next(random);
				final int sample = (int) ((random >>> 32) * n >>> 32);
				if (sample == self) continue;
				final int far = sample * dimensions;
				add(to, at, others, far, repulsion.at(square(to, at, others, far)), 1, sum);
			}
			for (int j = 0; j < dimensions; j++) to[at + j] += rate * sum[j];
		}
	}

	private float square(final float[] a, final int at, final float[] b, final int other) {
		float square = 0;
		for (int j = 0; j < dimensions; j++) square += (a[at + j] - b[other + j]) * (a[at + j] - b[other + j]);
		return square;
	}

	/** Adds a multiple of the clipped force along the difference of two points. */
	private void add(final float[] to, final int at, final float[] from, final int other, final float strength,
		final float times, final float[] sum)
	{
		for (int j = 0; j < dimensions; j++) sum[j] += times * clip(strength * (to[at + j] - from[other + j]));
	}

	/** A linear congruential step (Knuth's MMIX); only the upper half of the bits is used. */
	private static long next(final long random) {
		return random * 6364136223846793005L + 1442695040888963407L;
	}

	private static float clip(final float gradient) {
		return gradient > CLIP ? CLIP : gradient < -CLIP ? -CLIP : gradient;
	}

	/** A start for the random numbers of one point in one epoch (the finaliser of SplitMix64, Steele et al. 2014). */
	private static long mix(final long seed, final int epoch, final int point) {
		long z = seed * 0x9E3779B97F4A7C15L + ((long) epoch << 32 | point) * 0xD1342543DE82EF95L;
		z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
		z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
		return z ^ z >>> 31;
	}
}
