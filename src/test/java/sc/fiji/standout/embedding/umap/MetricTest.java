package sc.fiji.standout.embedding.umap;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class MetricTest {

	/** The cosine takes a column more than the points have. */
	@Test
	void moreThanAnArrayCanHoldIsRefused() {
		assertDoesNotThrow(() -> Metric.requireRoom(1_000_000, 2146));
		assertEquals("metric=Cosine of 1000000 items with 2147 features each is too much to hold in memory; there must be at " +
			"most 2146 features, such as by components=24, or metric=Euclidean.", message(1_000_000, 2147));
		assertEquals("metric=Cosine of 500000000 items with 4 features each is too much to hold in memory; there must be at " +
			"most 3 features, such as by components=3, or metric=Euclidean.", message(500_000_000, 4));
		assertEquals("metric=Cosine of 2000000000 items with 1 features each is too much to hold in memory; choose " +
			"metric=Euclidean.", message(2_000_000_000, 1));
	}

	private static String message(final int n, final int d) {
		return assertThrows(IllegalArgumentException.class, () -> Metric.requireRoom(n, d)).getMessage();
	}
}
