package sc.fiji.standout.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.embedding.umap.Metric;
import sc.fiji.standout.embedding.umap.Umap;
import sc.fiji.standout.embedding.umap.UmapModel;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;

class UmapModelTest {

	private static final int VOTES = 5;

	/**
	 * Digits that were held out come to lie among their like nearly as often as if they had been laid out with the rest:
	 * .933 to .973 with umap-learn 0.5.3, .926 to .966 by the cosine; by the pixels themselves it is .956.
	 */
	@Test
	void heldOutDigitsLandAmongTheirLike() {
		final Matrix digits = Stacks.pixels("digits.tif");
		final String[] labels = Stacks.labels("digits.tif");
		final int n = 1500;
		for (final Metric metric : Metric.values()) {
			final Umap umap = new Umap(2, 15, .1, metric, 0, 42);
			final UmapModel model = umap.fit(rows(digits, 0, n), Progress.NONE);
			final Matrix placed = model.transform(rows(digits, n, digits.rows()), Progress.NONE);
			final double joined = accuracy(model.layout(), placed, labels);
			final Matrix all = umap.embed(digits, Progress.NONE);
			final double together = accuracy(rows(all, 0, n), rows(all, n, all.rows()), labels);
			assertTrue(together > .9, metric + ": " + together);
			assertTrue(joined > .92 && joined > together - .05, metric + ": " + joined + " instead of " + together);
		}
	}

	/** Blobs far apart: each new point lands in its own blob, near the old point that is most like it. */
	@Test
	void newPointsLandInTheirBlob() {
		final Matrix points = blobs(800, 1), more = blobs(200, 2);
		for (final int dimensions : new int[] { 1, 2, 3 }) {
			final UmapModel model = new Umap(dimensions, 15, .1, Metric.EUCLIDEAN, 0, 1).fit(points, Progress.NONE);
			final Matrix placed = model.transform(more, Progress.NONE);
			for (int i = 0; i < more.rows(); i++) assertEquals(i % 4, nearest(model.layout(), placed, i) % 4);
		}
	}

	@Test
	void aPointThatIsThereAlreadyLandsWhereItIs() {
		final Matrix points = blobs(800, 1);
		final UmapModel model = new Umap(2, 15, .1, Metric.EUCLIDEAN, 0, 1).fit(points, Progress.NONE);
		final Matrix placed = model.transform(points, Progress.NONE);
		double sum = 0;
		for (int i = 0; i < 800; i++) sum += Math.hypot(placed.get(i, 0) - model.layout().get(i, 0), placed.get(i, 1) - model
			.layout().get(i, 1));
		// a blob is several units wide
		assertTrue(sum / 800 < .7, "mean distance " + sum / 800);
	}

	@Test
	void sameBitsOnAnyNumberOfThreadsAndTheModelStaysAsItIs() throws Exception {
		final UmapModel model = new Umap(2, 10, .1, Metric.COSINE, 0, 5).fit(blobs(400, 1), Progress.NONE);
		final double[] layout = model.layout().toDoubles();
		final Matrix more = blobs(700, 3);
		final Matrix first = model.transform(more, Progress.NONE);
		for (final int threads : new int[] { 1, 2, 5 })
			assertEquals(first, Parallel.withThreads(threads, () -> model.transform(more, Progress.NONE)));
		assertTrue(Arrays.equals(layout, model.layout().toDoubles()));
	}

	@Test
	void fewAndIdenticalPoints() {
		final UmapModel few = new Umap(2, 15, .1, Metric.EUCLIDEAN, 0, 1).fit(blobs(3, 1), Progress.NONE);
		checkFinite(few.transform(blobs(5, 2), Progress.NONE), 5);
		assertEquals(0, few.transform(Matrix.of(new double[0], 0, 6), Progress.NONE).rows());
		final UmapModel same = new Umap(2, 15, .1, Metric.COSINE, 0, 1).fit(Matrix.of(new double[300], 50, 6), Progress.NONE);
		checkFinite(same.transform(Matrix.of(new double[60], 10, 6), Progress.NONE), 10);
		checkFinite(same.transform(blobs(5, 2), Progress.NONE), 5);
	}

	@Test
	void saysWhatIsWrongAndStopsWhenCanceled() {
		final UmapModel model = new Umap(2, 15, .1, Metric.EUCLIDEAN, 0, 1).fit(blobs(100, 1), Progress.NONE);
		assertEquals("This UMAP layout needs 6 features, but got 2.", assertThrows(IllegalArgumentException.class,
			() -> model.transform(Matrix.of(new double[4], 2, 2), Progress.NONE)).getMessage());
		final double[] broken = new double[12];
		broken[7] = Double.NaN;
		assertEquals("UMAP needs finite values, but feature 2 of item 2 is NaN.", assertThrows(IllegalArgumentException.class,
			() -> model.transform(Matrix.of(broken, 2, 6), Progress.NONE)).getMessage());
		for (final double at : new double[] { 0, .3, .7 }) assertThrows(CancellationException.class, () -> model.transform(
			blobs(200, 2), new CancelAt(at)));
	}

	private static void checkFinite(final Matrix layout, final int n) {
		assertEquals(n, layout.rows());
		for (final double x : layout.toDoubles()) assertTrue(Double.isFinite(x));
	}

	private static Matrix rows(final Matrix matrix, final int from, final int to) {
		return Matrix.of(Arrays.copyOfRange(matrix.toDoubles(), from * matrix.columns(), to * matrix.columns()), to - from,
			matrix.columns());
	}

	private static int nearest(final Matrix layout, final Matrix placed, final int i) {
		return order(layout, placed, i)[0];
	}

	private static int[] order(final Matrix layout, final Matrix placed, final int i) {
		final double[] squares = new double[layout.rows()];
		for (int o = 0; o < squares.length; o++) for (int j = 0; j < layout.columns(); j++)
			squares[o] += Math.pow(layout.get(o, j) - placed.get(i, j), 2);
		return java.util.stream.IntStream.range(0, squares.length).boxed().sorted(java.util.Comparator.comparingDouble(
			o -> squares[o])).limit(VOTES).mapToInt(o -> o).toArray();
	}

	/** How often the label of a placed point is that of most of its nearest points in the layout. */
	private static double accuracy(final Matrix layout, final Matrix placed, final String[] labels) {
		int right = 0;
		for (int i = 0; i < placed.rows(); i++) {
			final Map<String, Integer> votes = new HashMap<>();
			for (final int o : order(layout, placed, i)) votes.merge(labels[o], 1, Integer::sum);
			final String winner = votes.entrySet().stream().max(Map.Entry.<String, Integer> comparingByValue().thenComparing(
				Map.Entry.comparingByKey())).get().getKey();
			if (winner.equals(labels[layout.rows() + i])) right++;
		}
		return (double) right / placed.rows();
	}

	/** Point i is of blob i % 4. */
	private static Matrix blobs(final int n, final int seed) {
		final Random random = new Random(seed);
		final double[] values = new double[6 * n];
		for (int i = 0; i < values.length; i++) values[i] = (i / 6 % 4 == i % 6 ? 12 : 1) + random.nextGaussian();
		return Matrix.of(values, n, 6);
	}
}
