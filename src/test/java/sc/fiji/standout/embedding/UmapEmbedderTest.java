package sc.fiji.standout.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.benchmark.Trustworthiness;
import sc.fiji.standout.matrix.KdTree;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Neighbors;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Pca;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

class UmapEmbedderTest {

	private final UmapEmbedder umap = new UmapEmbedder();

	/** umap-learn reaches 0.970 to 0.973 here, PCA to two dimensions 0.773. */
	@Test
	void keepsTheNeighborhoodsOfMnist() throws Exception {
		final Matrix points = Pca.reduce(Stacks.pixels("mnist10k.tif"), 24, 42, Progress.NONE);
		final Matrix layout = Parallel.withThreads(2, () -> embed(points, Settings.DEFAULTS));
		checkFinite(layout, 10000, 2);
		final double trustworthiness = Trustworthiness.of(points, layout, 15);
		assertTrue(trustworthiness >= .968, "trustworthiness " + trustworthiness);
		assertEquals(layout, Parallel.withThreads(1, () -> embed(points, Settings.DEFAULTS)));
	}

	@Test
	void sameBitsTwiceAndOnOneToThreeThreads() throws Exception {
		final Matrix points = blobs(5, 100, 8, 3);
		for (final int dimensions : new int[] { 2, 3 }) {
			final Settings settings = Settings.of("dimensions", dimensions, "seed", 7, "epochs", 50);
			final Matrix first = embed(points, settings);
			checkFinite(first, 500, dimensions);
			for (int threads = 1; threads <= 3; threads++)
				assertEquals(first, Parallel.withThreads(threads, () -> embed(points, settings)));
			assertNotEquals(first, embed(points, settings.with("seed", 8)));
		}
	}

	@Test
	void separateBlobsStaySeparate() {
		final Matrix points = blobs(6, 150, 10, 12);
		for (final Settings settings : new Settings[] { Settings.DEFAULTS, Settings.of("metric", "Cosine"), Settings.of(
			"dimensions", 3), Settings.of("dimensions", 1) })
		{
			final Neighbors near = KdTree.of(embed(points, settings), Progress.NONE).neighbors(10, Progress.NONE);
			int same = 0;
			for (int i = 0; i < 900; i++) for (int r = 0; r < 10; r++) if (near.index(i, r) % 6 == i % 6) same++;
			assertTrue(same >= 8900, settings + ": " + same + " of 9000 neighbors are of the same blob");
		}
	}

	/** A spiral of 3 turns: neighbours in the layout are neighbours along it (umap-learn: 9000 of 9000). */
	@Test
	void followsASpiral() {
		final int n = 900;
		final double[] values = new double[3 * n];
		final Random random = new Random(1);
		for (int i = 0; i < n; i++) {
			final double turn = 2 * Math.PI * Math.sqrt(.1 + 9. * i / n);
			values[3 * i] = turn * Math.cos(turn);
			values[3 * i + 1] = turn * Math.sin(turn);
			values[3 * i + 2] = random.nextDouble();
		}
		final Matrix points = Matrix.of(values, n, 3);
		final Neighbors near = KdTree.of(embed(points, Settings.DEFAULTS), Progress.NONE).neighbors(10, Progress.NONE);
		int along = 0;
		for (int i = 0; i < n; i++) for (int r = 0; r < 10; r++) if (Math.abs(near.index(i, r) - i) <= 30) along++;
		assertTrue(along >= .995 * 10 * n, along + " of " + 10 * n);
	}

	@Test
	void fewAndIdenticalPointsAreAllLaidOut() {
		for (int n = 3; n <= 6; n++) checkFinite(embed(blobs(1, n, 4, 1), Settings.DEFAULTS), n, 2);
		checkFinite(embed(blobs(1, 20, 1, 1), Settings.DEFAULTS), 20, 2);
		checkFinite(embed(blobs(1, 5, 2, 1), Settings.of("dimensions", 4)), 5, 4);
		for (final String metric : new String[] { "Euclidean", "Cosine" }) {
			checkFinite(embed(Matrix.of(new double[200], 50, 4), Settings.of("metric", metric)), 50, 2);
			final double[] values = blobs(4, 25, 4, 5).toDoubles();
			for (int i = 0; i < 40; i++) System.arraycopy(values, 0, values, 4 * i, 4);
			checkFinite(embed(Matrix.of(values, 100, 4), Settings.of("metric", metric)), 100, 2);
		}
		checkFinite(embed(Matrix.of(new double[] { 1e-200, 0, 0, 1, 1e150, 0, 0, 0 }, 4, 2), Settings.DEFAULTS), 4, 2);
	}

	@Test
	void saysWhatIsWrong() {
		final Matrix points = blobs(1, 10, 3, 1);
		checkRefused(points, "neighbors", "1", "neighbors=1 must be a whole number from 2 to 1000.");
		checkRefused(points, "distance", "1.5", "distance=1.5 must be a number from 0 to 1.");
		checkRefused(points, "metric", "Manhattan", "metric=Manhattan must be Euclidean or Cosine.");
		checkRefused(points, "dimensions", "0", "dimensions=0 must be a whole number from 1 to 100.");
		checkRefused(points, "epochs", "-1", "epochs=-1 must be a whole number from 0 to 100000.");
		checkRefused(blobs(1, 2, 3, 1), "seed", "1", "UMAP needs at least 3 items, but got 2.");
		final Matrix broken = Matrix.of(new float[] { 1, 2, 3, 4, Float.NaN, 6, 7, 8 }, 4, 2);
		checkRefused(broken, "seed", "1", "UMAP needs finite values, but feature 1 of item 3 is NaN.");
	}

	/** Before anything is computed, so that this is quick. */
	@Test
	void moreNeighborsThanAnArrayCanHoldAreRefused() {
		final Matrix points = Matrix.of(new float[1_500_000], 1_500_000, 1);
		checkRefused(points, "neighbors", "1000", "neighbors=1000 is too much for 1500000 items; it must be at most 716.");
	}

	@Test
	void stopsWhenCanceled() {
		final Matrix points = blobs(4, 100, 6, 5);
		for (final double at : new double[] { 0, .1, .28, .33, .5, .99 }) assertThrows(CancellationException.class,
			() -> umap.embed(points, Settings.DEFAULTS, new CancelAt(at)));
	}

	private void checkRefused(final Matrix points, final String key, final String value, final String message) {
		assertEquals(message, assertThrows(IllegalArgumentException.class, () -> embed(points, Settings.of(key, value)))
			.getMessage());
	}

	private Matrix embed(final Matrix points, final Settings settings) {
		return umap.embed(points, settings, Progress.NONE);
	}

	private static void checkFinite(final Matrix layout, final int n, final int dimensions) {
		assertEquals(n, layout.rows());
		assertEquals(dimensions, layout.columns());
		for (final double x : layout.toDoubles()) assertTrue(Double.isFinite(x));
	}

	/** Normal clouds of standard deviation 1, point i of cloud i % count; the centres are random. */
	private static Matrix blobs(final int count, final int each, final int d, final double spread) {
		final Random random = new Random(2);
		final double[] centers = random.doubles((long) count * d, -spread, spread).toArray();
		final double[] values = new double[count * each * d];
		for (int i = 0; i < values.length; i++)
			values[i] = centers[i / d % count * d + i % d] + random.nextGaussian();
		return Matrix.of(values, count * each, d);
	}
}
