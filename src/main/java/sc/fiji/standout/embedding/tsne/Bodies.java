package sc.fiji.standout.embedding.tsne;

import java.util.Arrays;

/**
 * A list of weighted places that act on one point after the other by the kernel {@code 1 / (1 + distance^2)}. The loops
 * are over flat arrays without branches, so that the compiler can use vector instructions; for one thread.
 */
final class Bodies {

	/** Of each axis the coordinates. */
	private float[][] coordinates;
	private float[] weights;
	private float[] strength;
	private float[] mass;
	private int size;

	Bodies(final int dimensions) {
		coordinates = new float[dimensions][1024];
		weights = new float[1024];
		strength = new float[1024];
		mass = new float[1024];
	}

	void clear() {
		size = 0;
	}

	/** Adds entry i of arrays of coordinates. */
	void add(final float[][] places, final int i, final float weight) {
		reserve(1);
		for (int j = 0; j < coordinates.length; j++) coordinates[j][size] = places[j][i];
		weights[size++] = weight;
	}

	/** Adds entries of arrays of coordinates, all of weight 1. */
	void addAll(final float[][] places, final int from, final int to) {
		reserve(to - from);
		for (int j = 0; j < coordinates.length; j++)
			System.arraycopy(places[j], from, coordinates[j], size, to - from);
		Arrays.fill(weights, size, size + to - from, 1);
		size += to - from;
	}

	/** Adds those points of a row-major layout to which some edges of a graph lead. */
	void addAll(final float[] layout, final int[] targets, final float[] edgeWeights, final int from, final int to) {
		reserve(to - from);
		final int dimensions = coordinates.length;
		for (int j = 0; j < dimensions; j++) {
			final float[] x = coordinates[j];
			for (int e = from; e < to; e++) x[size + e - from] = layout[targets[e] * dimensions + j];
		}
		System.arraycopy(edgeWeights, from, weights, size, to - from);
		size += to - from;
	}

	/**
	 * Adds up {@code weight k^2 (point - place)} with the kernel k.
	 *
	 * @param sum gets the sum of each axis
	 * @return the sum of {@code weight k}
	 */
	float push(final float[] point, final float[] sum) {
		squares(point);
		for (int c = 0; c < size; c++) {
			final float kernel = 1 / strength[c];
			final float scaled = weights[c] * kernel;
			mass[c] = scaled;
			strength[c] = scaled * kernel;
		}
		gather(point, sum);
		float a = 0, b = 0, c = 0, d = 0;
		int i = 0;
		for (; i + 3 < size; i += 4) {
			a += mass[i];
			b += mass[i + 1];
			c += mass[i + 2];
			d += mass[i + 3];
		}
		for (; i < size; i++) a += mass[i];
		return a + b + (c + d);
	}

	/** Adds up {@code weight k (point - place)} with the kernel k; {@code sum} gets the sum of each axis. */
	void pull(final float[] point, final float[] sum) {
		squares(point);
		for (int c = 0; c < size; c++) strength[c] = weights[c] / strength[c];
		gather(point, sum);
	}

	/** One plus the squared distances. */
	private void squares(final float[] point) {
		Arrays.fill(strength, 0, size, 1);
		for (int j = 0; j < point.length; j++) {
			final float[] x = coordinates[j];
			final float at = point[j];
			for (int c = 0; c < size; c++) strength[c] += (at - x[c]) * (at - x[c]);
		}
	}

	private void gather(final float[] point, final float[] sum) {
		for (int j = 0; j < point.length; j++) {
			final float[] x = coordinates[j];
			final float at = point[j];
			float a = 0, b = 0, c = 0, d = 0;
			int i = 0;
			for (; i + 3 < size; i += 4) {
				a += strength[i] * (at - x[i]);
				b += strength[i + 1] * (at - x[i + 1]);
				c += strength[i + 2] * (at - x[i + 2]);
				d += strength[i + 3] * (at - x[i + 3]);
			}
			for (; i < size; i++) a += strength[i] * (at - x[i]);
			sum[j] = a + b + (c + d);
		}
	}

	private void reserve(final int more) {
		if (size + more <= weights.length) return;
		final int capacity = Math.max(size + more, 2 * weights.length);
		for (int j = 0; j < coordinates.length; j++) coordinates[j] = Arrays.copyOf(coordinates[j], capacity);
		weights = Arrays.copyOf(weights, capacity);
		strength = new float[capacity];
		mass = new float[capacity];
	}
}
