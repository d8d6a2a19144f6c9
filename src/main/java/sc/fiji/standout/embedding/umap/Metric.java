package sc.fiji.standout.embedding.umap;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Neighbors;

/** How distances between points are measured; each is made Euclidean for the search. */
public enum Metric {

	EUCLIDEAN("Euclidean") {

		@Override
		Matrix prepare(final Matrix points) {
			return points;
		}

		@Override
		Neighbors finish(final Neighbors neighbors) {
			return neighbors;
		}
	},

	/** One less the cosine of the angle: half the squared Euclidean distance of unit vectors. */
	COSINE("Cosine") {

		/** Rows of zeros have no direction; a column of their own keeps them at distance 1 from all others. */
		@Override
		Matrix prepare(final Matrix points) {
			final int n = points.rows();
			final int d = points.columns();
			requireRoom(n, d);
			final double[] values = new double[n * (d + 1)];
			final double[] row = new double[d];
			for (int i = 0; i < n; i++) {
				points.row(i, row);
				// the largest value first, so that squares neither underflow nor overflow
				double largest = 0, squares = 0;
				for (final double x : row) largest = Math.max(largest, Math.abs(x));
				for (final double x : row) squares += largest == 0 ? 0 : x / largest * (x / largest);
				final double length = Math.sqrt(squares);
				for (int j = 0; j < d; j++) values[i * (d + 1) + j] = largest == 0 ? 0 : row[j] / largest / length;
				values[i * (d + 1) + d] = largest == 0 ? 1 : 0;
			}
			return Matrix.of(values, n, d + 1);
		}

		@Override
		Neighbors finish(final Neighbors neighbors) {
			final double[] distances = neighbors.distances().clone();
			for (int i = 0; i < distances.length; i++) distances[i] = distances[i] * distances[i] / 2;
			return new Neighbors(neighbors.k(), neighbors.indices(), distances);
		}
	};

	/** Longer arrays do not exist. */
	private static final int LONGEST = Integer.MAX_VALUE - 8;

	private final String label;

	Metric(final String label) {
		this.label = label;
	}

	/** @throws IllegalArgumentException when so many points with a column more are more than an array can hold */
	static void requireRoom(final int n, final int d) {
		if ((long) n * (d + 1) > LONGEST) throw new IllegalArgumentException("metric=Cosine of " + n + " items with " + d +
			" features each is too much to hold in memory; " + (n > LONGEST / 2 ? "choose metric=Euclidean."
				: "there must be at most " + (LONGEST / n - 1) + " features, such as by components=" + Math.min(24, LONGEST / n -
					1) + ", or metric=Euclidean."));
	}

	/** Points whose Euclidean neighbours are the neighbours by this metric. */
	abstract Matrix prepare(Matrix points);

	/** The neighbours of the prepared points, with the distances of this metric. */
	abstract Neighbors finish(Neighbors neighbors);

	/**
	 * @param name {@code Euclidean} or {@code Cosine}
	 * @throws IllegalArgumentException for any other
	 */
	public static Metric of(final String name) {
		for (final Metric metric : values()) if (metric.label.equals(name)) return metric;
		throw new IllegalArgumentException("metric=" + name + " must be Euclidean or Cosine.");
	}

	@Override
	public String toString() {
		return label;
	}
}
