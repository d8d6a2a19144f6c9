package sc.fiji.standout.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** Expected values that are no closed form are those of scikit-learn 1.2.1. */
class EvaluateTest {

	private static final int[] A = { 2, 0, 1, 3, 0, 0, 0, 1, 1, 3, 2, 3, 1, 1, 2, 1, 3, 2, 0, 0, 0, 1, 3, 2, 0, 2, 1, 2, 2,
		2 };
	private static final int[] B = { 2, 0, 1, 3, 0, 0, 0, 1, 1, 3, 5, 3, 1, 1, 4, 2, 2, 4, 4, 0, 0, 4, 3, 2, 0, 2, 1, 2, 2,
		2 };
	private static final double[] SCORES = { 0.3, 0.9, 0.8, 0.7, 0.8, 1.1, 0.7, 1.0, 0.9, 0.6, 0.4, 0.6, 0.2, 0.5, 1.0,
		1.1, 1.3, 1.2, 0.8, 0.1, 0.8, 0.9, 0.8, 0.5, 0.5 };
	private static final int[] POSITIVE = { 0, 0, 0, 0, 1, 1, 0, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 0, 1, 0, 0, 0, 0 };

	@Test
	void agreementIsThatOfScikitLearn() {
		assertEquals(0.5644801860284856, Contingency.of(A, B).adjustedRandIndex(), 1e-14);
		assertEquals(0.6799852908253431, Contingency.of(A, B).normalizedMutualInformation(), 1e-14);
		// it does not matter which is which
		assertEquals(0.5644801860284856, Contingency.of(B, A).adjustedRandIndex(), 1e-14);
		assertEquals(0.6799852908253431, Contingency.of(B, A).normalizedMutualInformation(), 1e-14);
	}

	@Test
	void agreementInClosedForm() {
		final int[] one = new int[6];
		final int[] each = { 0, 1, 2, 3, 4, 5 };
		final int[] halves = { 0, 0, 0, 1, 1, 1 };
		check(1, 1, one, one);
		check(1, 1, each, each);
		check(1, 1, halves, new int[] { 7, 7, 7, 2, 2, 2 });
		check(0, 0, one, halves);
		check(0, 0, each, one);
		// independent divisions: fewer pairs agree than by chance
		check(-0.5, 0, new int[] { 0, 0, 1, 1 }, new int[] { 0, 1, 0, 1 });
		// a division of one half in two: ln 2 of mutual information, entropies ln 2 and 1.5 ln 2
		assertEquals(1 / 1.25, Contingency.of(new int[] { 0, 0, 1, 1 }, new int[] { 0, 0, 1, 2 })
			.normalizedMutualInformation(), 1e-14);
		check(1, 1, new int[0], new int[0]);
	}

	@Test
	void theTableCountsPairs() {
		final Contingency table = Contingency.of(new int[] { 1, 0, 0, 1 }, new int[] { 2, 1, 0, 2 });
		assertArrayEquals(new int[] { 0, 0, 1 }, table.classes());
		assertArrayEquals(new int[] { 0, 1, 2 }, table.clusters());
		assertArrayEquals(new long[] { 1, 1, 2 }, table.counts());
		assertArrayEquals(new int[] { 0, 1, 0, 2 }, Contingency.numbers(new String[] { "b", "a", "b", "" }));
		assertThrows(IllegalArgumentException.class, () -> Contingency.of(new int[2], new int[3]));
	}

	/** A table of all labels and clusters would take 20 GB. */
	@Test
	void manyLabelsAndClustersTakeLittleMemory() {
		final int n = 50_000;
		final int[] each = IntStream.range(0, n).toArray();
		final int[] pairs = IntStream.range(0, n).map(i -> i / 2).toArray();
		final int[] shifted = IntStream.range(0, n).map(i -> (i + 1) / 2 % (n / 2)).toArray();
		final com.sun.management.ThreadMXBean memory = (com.sun.management.ThreadMXBean) ManagementFactory
			.getThreadMXBean();
		final long before = memory.getCurrentThreadAllocatedBytes();
		check(1, 1, each, each);
		// none of the pairs of the one is a pair of the other; by chance it would be half a pair
		final double chance = n / 2.0 * (n / 2.0) / (n * (n - 1.0) / 2);
		check(-chance / (n / 2.0 - chance), Math.log(n / 4.0) / Math.log(n / 2.0), pairs, shifted);
		check(0, 2 * Math.log(n / 2.0) / (Math.log(n) + Math.log(n / 2.0)), each, pairs);
		final long megabytes = memory.getCurrentThreadAllocatedBytes() - before >> 20;
		assertTrue(megabytes < 64, megabytes + " MB");
	}

	@Test
	void rankingIsThatOfScikitLearn() {
		final Ranking ranking = new Ranking(SCORES, flags(POSITIVE));
		assertEquals(0.8533333333333333, ranking.rocAuc(), 1e-14);
		assertEquals(0.8404761904761904, ranking.averagePrecision(), 1e-14);
	}

	@Test
	void rankingInClosedForm() {
		final boolean[] two = { true, true, false, false };
		assertRanking(1, 1, new double[] { 4, 3, 2, 1 }, two);
		assertRanking(0, (1 / 3.0 + 2 / 4.0) / 2, new double[] { 1, 2, 3, 4 }, two);
		assertRanking(0.5, 0.5, new double[] { 7, 7, 7, 7 }, two);
		assertRanking(0.5, 0.5, new double[] { 0.0, -0.0, 0.0, -0.0 }, two);
		assertRanking(0.75, (1 + 2 / 3.0) / 2, new double[] { 4, 2, 3, 1 }, two);
		// what has no score comes last
		assertRanking(0.5, (1 + 2 / 4.0) / 2, new double[] { 4, Double.NaN, 3, 1 }, two);
		assertTrue(Double.isNaN(new Ranking(new double[] { 1, 2 }, new boolean[2]).rocAuc()));
		assertTrue(Double.isNaN(new Ranking(new double[] { 1, 2 }, new boolean[2]).averagePrecision()));
		assertThrows(IllegalArgumentException.class, () -> new Ranking(new double[3], new boolean[2]));
	}

	@Test
	void areaIsTheFractionOfPairsInOrder() {
		final Random random = new Random(5);
		final double[] scores = new double[200];
		final boolean[] positive = new boolean[200];
		for (int i = 0; i < 200; i++) {
			positive[i] = random.nextInt(4) == 0;
			scores[i] = random.nextInt(12) + (positive[i] ? 2 : 0);
		}
		double pairs = 0;
		double right = 0;
		for (int i = 0; i < 200; i++) for (int j = 0; j < 200; j++) {
			if (!positive[i] || positive[j]) continue;
			pairs++;
			right += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
		}
		assertEquals(right / pairs, new Ranking(scores, positive).rocAuc(), 1e-14);
	}

	private static void assertRanking(final double area, final double precision, final double[] scores,
		final boolean[] positive)
	{
		assertEquals(area, new Ranking(scores, positive).rocAuc(), 1e-14);
		assertEquals(precision, new Ranking(scores, positive).averagePrecision(), 1e-14);
	}

	private static void check(final double rand, final double information, final int[] a, final int[] b) {
		assertEquals(rand, Contingency.of(a, b).adjustedRandIndex(), 1e-14);
		assertEquals(information, Contingency.of(a, b).normalizedMutualInformation(), 1e-12);
	}

	private static boolean[] flags(final int[] numbers) {
		final boolean[] flags = new boolean[numbers.length];
		for (int i = 0; i < flags.length; i++) flags[i] = numbers[i] == 1;
		return flags;
	}
}
