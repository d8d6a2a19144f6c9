package sc.fiji.standout.matrix;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Sorts as the argsort of recent numpy does on processors with AVX-512, equal values included: partitions of eight
 * lanes around a median of eight samples, and bitonic networks (Batcher 1968, doi:10.1145/1468075.1468121) for up to
 * {@value #NETWORK} values. Neither is stable, but the order depends on nothing but the values and where they stand.
 * <p>
 * Only where partitions get nowhere many times in a row, equal values are in another order, that of their places.
 * </p>
 */
final class NumpyOrder {

	private static final int LANES = 8;

	/** How many values are partitioned at once. */
	private static final int BATCH = 4 * LANES;

	/** How many values are sorted by a network. */
	private static final int NETWORK = 256;

	private final double[] values;
	private final int[] order;

	/** What a partition has not yet filled: from {@code low} on, and up to before {@code high}. */
	private int low;
	private int high;

	private NumpyOrder(final double[] values) {
		this.values = values;
		order = IntStream.range(0, values.length).toArray();
		sort(0, order.length, 2 * (31 - Integer.numberOfLeadingZeros(Math.max(1, order.length))));
	}

	/** The places of the values, the smallest value first. */
	static int[] of(final double[] values) {
		return new NumpyOrder(values).order;
	}

	private void sort(final int from, final int to, final int depth) {
		if (to - from <= NETWORK) network(from, to);
		else if (depth == 0) stable(from, to);
		else {
			final double pivot = pivot(from, to);
			final int middle = partition(from, to, pivot);
			if (middle > from) sort(from, middle, depth - 1);
			if (IntStream.range(middle, to).anyMatch(i -> values[order[i]] > pivot)) sort(middle, to, depth - 1);
		}
	}

	private double pivot(final int from, final int to) {
		final double[] samples = new double[LANES];
		final int step = (to - 1 - from) / LANES;
		for (int i = 0; i < LANES; i++) samples[i] = values[order[from + (i + 1) * step]];
		Arrays.sort(samples);
		return samples[LANES / 2];
	}

	/** Moves values below the pivot to the left and all others to the right; returns where these start. */
	private int partition(final int from, final int to, final double pivot) {
		int left = from;
		int right = to;
		for (int i = (to - from) % BATCH; i > 0; i--) {
			if (values[order[left]] < pivot) left++;
			else swap(order, left, --right);
		}
		low = left;
		high = right;
		// makes room by holding back a batch of each side
		final int[] first = Arrays.copyOfRange(order, left, left += BATCH);
		final int[] last = Arrays.copyOfRange(order, right -= BATCH, right + BATCH);
		while (left < right) {
			if (high - right < left - low) place(Arrays.copyOfRange(order, right -= BATCH, right + BATCH), pivot);
			else place(Arrays.copyOfRange(order, left, left += BATCH), pivot);
		}
		place(first, pivot);
		place(last, pivot);
		return low;
	}

	/** Fills the next free places of both sides with a batch, lanes by lanes, each in the order of the lanes. */
	private void place(final int[] batch, final double pivot) {
		for (int lane = 0; lane < BATCH; lane += LANES) {
			int above = 0;
			for (int i = lane; i < lane + LANES; i++) if (!(values[batch[i]] < pivot)) above++;
			high -= above;
			int right = high;
			for (int i = lane; i < lane + LANES; i++) {
				if (values[batch[i]] < pivot) order[low++] = batch[i];
				else order[right++] = batch[i];
			}
		}
	}

	/** Batcher's bitonic sort of a power of two places; those beyond the end come after all values. */
	private void network(final int from, final int to) {
		int size = LANES;
		while (size < to - from) size *= 2;
		final int[] places = Arrays.copyOf(Arrays.copyOfRange(order, from, to), size);
		Arrays.fill(places, to - from, size, -1);
		for (int block = 2; block <= size; block *= 2) {
			for (int i = 0; i < size; i++) exchange(places, i, i ^ block - 1);
			for (int step = block / 4; step > 0; step /= 2) for (int i = 0; i < size; i++) exchange(places, i, i ^ step);
		}
		System.arraycopy(places, 0, order, from, to - from);
	}

	private void exchange(final int[] places, final int i, final int j) {
		if (i < j && places[i] != places[j] && (places[i] < 0 || places[j] >= 0 &&
			values[places[i]] > values[places[j]])) swap(places, i, j);
	}

	private void stable(final int from, final int to) {
		final int[] sorted = Arrays.stream(order, from, to).boxed().sorted((i, j) -> Double.compare(values[i], values[j]))
			.mapToInt(i -> i).toArray();
		System.arraycopy(sorted, 0, order, from, sorted.length);
	}

	private static void swap(final int[] places, final int i, final int j) {
		final int place = places[i];
		places[i] = places[j];
		places[j] = place;
	}
}
