package sc.fiji.standout.matrix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumpyOrderTest {

	/** The hashes are of what the sort that numpy uses with AVX-512 (x86-simd-sort 6.0 and 7.0) says of these values. */
	@ParameterizedTest
	@CsvSource({ "20,4,-6461505", "256,50,-1078941795", "257,50,1089349493", "300,40,944491219", "1000,400,-164480599",
		"5000,907,102223149" })
	void equalValuesAreInTheOrderOfNumpy(final int n, final int modulus, final int hash) {
		final double[] values = IntStream.range(0, n).mapToDouble(i -> (31 * i * i + 17 * i) % modulus).toArray();
		assertEquals(hash, Arrays.hashCode(NumpyOrder.of(values)));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 7, 8, 9, 255, 256, 257, 5000 })
	void differentValuesAscend(final int n) {
		final double[] values = new Random(n).doubles(n).toArray();
		final int[] expected = IntStream.range(0, n).boxed().sorted((i, j) -> Double.compare(values[i], values[j]))
			.mapToInt(i -> i).toArray();
		assertArrayEquals(expected, NumpyOrder.of(values));
	}

	/** Most partitions leave everything on one side here. */
	@Test
	void fewDifferentValuesAscend() {
		final double[] values = new Random(1).ints(70000, 0, 3).asDoubleStream().toArray();
		final int[] order = NumpyOrder.of(values);
		assertArrayEquals(Arrays.stream(values).sorted().toArray(), Arrays.stream(order).mapToDouble(i -> values[i])
			.toArray());
		assertEquals(70000, Arrays.stream(order).distinct().count());
	}
}
