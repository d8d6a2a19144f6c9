package sc.fiji.standout.matrix;

import java.util.Arrays;
import java.util.Random;

/**
 * The leading eigenvectors of a symmetric matrix that is only ever multiplied with, by a block Krylov iteration from a
 * random start (Musco and Musco 2015): the best vectors in the span of all blocks so far are found, where subspace
 * iteration, as in scikit-learn's randomized_svd, forgets all but the last. When the blocks grow many, the best vectors
 * are kept and the rest is dropped (a thick restart: Wu and Simon 2000).
 */
final class BlockKrylov {

	/** Multiplies the matrix with l rows of d. */
	interface Operator {

		double[][] times(double[][] rows, Progress progress);
	}

	/**
	 * When the eigenvalues count as found.
	 *
	 * @param change relative change by one more block
	 * @param floor smaller eigenvalues may change as one of this part of the largest
	 * @param passes that are made at most
	 */
	record Stop(double change, double floor, int passes) {

		boolean reached(final double[] before, final double[] now, final int k) {
			for (int i = 0; i < k; i++) if (Math.abs(now[i] - before[i]) > change * Math.max(floor * Math.abs(now[0]), Math.abs(
				now[i]))) return false;
			return true;
		}
	}

	/** The vectors of a block: more make fewer passes over the data, but a larger space to look in. */
	private static final int FEWEST = 8;
	private static final int MOST = 24;

	/** So many times the vectors that are kept are held at once. */
	private static final int SPACE = 4;

	/** How much the space must have grown before it is looked at again, since that takes the cube of its size. */
	private static final double GROWTH = 1.1;

	private final Operator matrix;
	private final int d;
	private final long seed;
	private double[][] basis = {};
	private double[][] images = {};
	/** Lower triangle of the products of the basis with its images. */
	private double[][] inner = {};

	private BlockKrylov(final Operator matrix, final int d, final long seed) {
		this.matrix = matrix;
		this.d = d;
		this.seed = seed;
	}

	/**
	 * @param matrix d x d, symmetric
	 * @param k how many eigenvectors, at most d
	 */
	static PrincipalAxes axes(final Operator matrix, final int d, final int k, final Stop stop, final long seed,
		final Progress progress)
	{
		return new BlockKrylov(matrix, d, seed).search(k, stop, progress);
	}

	private PrincipalAxes search(final int k, final Stop stop, final Progress progress) {
		final int width = Math.min(d, Math.max(FEWEST, Math.min(MOST, k / 2)));
		final int kept = Math.min(d, k + width);
		final int most = Math.min(d, SPACE * kept);
		double[][] block = random(width);
		Orthonormal.rows(block, 0, seed, progress);
		double[] before = null;
		int looked = 0;
		for (int pass = 1;; pass++) {
			progress.report(Math.min(1, (double) basis.length / most));
			grow(block, progress.quiet());
			final int m = basis.length;
			final boolean last = m == d || pass >= stop.passes() && m >= k;
			final boolean full = m + width > most;
			SymmetricEigen ritz = null;
			if (last || full || m >= Math.max(2 * k, GROWTH * looked)) {
				ritz = SymmetricEigen.of(inner, progress.quiet());
				if (last || before != null && stop.reached(before, ritz.values(), k)) return new PrincipalAxes(Arrays.copyOf(
					ritz.values(), k), combine(ritz, k, basis, progress));
				before = ritz.values();
				looked = m;
			}
			block = next(Math.min(width, d - m), progress);
			if (full && kept < m) {
				images = combine(ritz, kept, images, progress);
				basis = combine(ritz, kept, basis, progress);
				inner = new double[kept][kept];
				for (int i = 0; i < kept; i++) inner[i][i] = ritz.values()[i];
				looked = 0;
			}
		}
	}

	private double[][] random(final int count) {
		final Random random = new Random(seed);
		final double[][] rows = new double[count][d];
		for (final double[] row : rows) for (int j = 0; j < d; j++) row[j] = random.nextGaussian();
		return rows;
	}

	/** Adds orthonormal vectors to the basis. */
	private void grow(final double[][] block, final Progress progress) {
		final double[][] product = matrix.times(block, progress);
		final int old = basis.length;
		final int m = old + block.length;
		basis = Arrays.copyOf(basis, m);
		images = Arrays.copyOf(images, m);
		inner = Arrays.copyOf(inner, m);
		for (int i = old; i < m; i++) {
			progress.check();
			basis[i] = block[i - old];
			images[i] = product[i - old];
			inner[i] = new double[i + 1];
			for (int j = 0; j <= i; j++) inner[i][j] = Orthonormal.dot(basis[j], images[i]);
		}
	}

	/** What the images of the newest vectors have that the basis has not. */
	private double[][] next(final int count, final Progress progress) {
		final int m = basis.length;
		final double[][] all = Arrays.copyOf(basis, m + count);
		for (int i = 0; i < count; i++) all[m + i] = images[m - count + i].clone();
		Orthonormal.rows(all, m, seed, progress);
		return Arrays.copyOfRange(all, m, m + count);
	}

	private static double[][] combine(final SymmetricEigen ritz, final int count, final double[][] rows,
		final Progress progress)
	{
		return Products.combine(Arrays.copyOf(ritz.vectors(), count), rows, progress.quiet());
	}
}
