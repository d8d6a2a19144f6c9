package sc.fiji.standout.matrix;

import java.util.Arrays;

/**
 * A dense matrix of n rows (items) and d columns (features), stored row by row in one flat array.
 * <p>
 * Features are stored as floats, which halves their memory; what must be exact (imported points, embeddings) is stored
 * as doubles. Every reader sees doubles. A matrix never changes: the array given to {@code of} must not be written to
 * afterwards.
 * </p>
 */
public final class Matrix {

	private final int rows;
	private final int columns;
	private final float[] floats;
	private final double[] doubles;

	private Matrix(final int rows, final int columns, final float[] floats, final double[] doubles, final int length) {
		if (rows < 0 || columns < 0 || (long) rows * columns != length) throw new IllegalArgumentException(
			"A matrix of " + rows + " x " + columns + " needs " + (long) rows * columns + " values, but got " + length + ".");
		this.rows = rows;
		this.columns = columns;
		this.floats = floats;
		this.doubles = doubles;
	}

	/** Wraps row-major floats; {@code values.length} must be {@code rows * columns}. */
	public static Matrix of(final float[] values, final int rows, final int columns) {
		return new Matrix(rows, columns, values, null, values.length);
	}

	/**
	 * Wraps the first {@code rows * columns} of row-major floats; there may be more of them, such as where columns were
	 * taken out of an array that is too large to be copied.
	 */
	public static Matrix ofFirst(final float[] values, final int rows, final int columns) {
		return new Matrix(rows, columns, values, null, (int) Math.min(values.length, (long) rows * columns));
	}

	/** Wraps row-major doubles; {@code values.length} must be {@code rows * columns}. */
	public static Matrix of(final double[] values, final int rows, final int columns) {
		return new Matrix(rows, columns, null, values, values.length);
	}

	public int rows() {
		return rows;
	}

	public int columns() {
		return columns;
	}

	public double get(final int row, final int column) {
		final int i = row * columns + column;
		return floats == null ? doubles[i] : floats[i];
	}

	/** Copies one row into {@code target}, which must hold at least {@link #columns()} values. */
	public void row(final int row, final double[] target) {
		final int start = row * columns;
		if (floats == null) System.arraycopy(doubles, start, target, 0, columns);
		else for (int j = 0; j < columns; j++) target[j] = floats[start + j];
	}

	/** Copies a row where it is stored as floats; says whether it is. */
	boolean floatRow(final int row, final float[] target) {
		if (floats != null) System.arraycopy(floats, row * columns, target, 0, columns);
		return floats != null;
	}

	/** Copies the entries of a row from column {@code from} on, less the mean and times the scale, to where they were. */
	void centred(final int row, final double[] mean, final double scale, final int from, final float[] target) {
		final int start = row * columns;
		if (floats == null) for (int j = from; j < columns; j++) target[j] = (float) ((doubles[start + j] - mean[j]) * scale);
		else for (int j = from; j < columns; j++) target[j] = (float) ((floats[start + j] - mean[j]) * scale);
	}

	/** Whether all values of a row are finite. */
	public boolean isFinite(final int row) {
		final int start = row * columns;
		for (int i = start; i < start + columns; i++) {
			if (floats == null ? !Double.isFinite(doubles[i]) : !Float.isFinite(floats[i])) return false;
		}
		return true;
	}

	/** The squared Euclidean distance of a row to a point of {@link #columns()} coordinates. */
	public double square(final int row, final double[] point) {
		return floats == null ? square(doubles, row * columns, point) : square(floats, row * columns, point);
	}

	private static double square(final float[] values, final int at, final double[] point) {
		double even = 0;
		double odd = 0;
		int j = 0;
		for (; j + 1 < point.length; j += 2) {
			final double off = values[at + j] - point[j];
			final double next = values[at + j + 1] - point[j + 1];
			even += off * off;
			odd += next * next;
		}
		if (j < point.length) even += (values[at + j] - point[j]) * (values[at + j] - point[j]);
		return even + odd;
	}

	private static double square(final double[] values, final int at, final double[] point) {
		double even = 0;
		double odd = 0;
		int j = 0;
		for (; j + 1 < point.length; j += 2) {
			final double off = values[at + j] - point[j];
			final double next = values[at + j + 1] - point[j + 1];
			even += off * off;
			odd += next * next;
		}
		if (j < point.length) even += (values[at + j] - point[j]) * (values[at + j] - point[j]);
		return even + odd;
	}

	/** A fresh copy of one column, of length {@link #rows()}. */
	public double[] column(final int column) {
		final double[] values = new double[rows];
		for (int i = 0; i < rows; i++) values[i] = get(i, column);
		return values;
	}

	/** A fresh row-major copy of all values. */
	public double[] toDoubles() {
		if (floats == null) return doubles.clone();
		final double[] copy = new double[rows * columns];
		for (int i = 0; i < copy.length; i++) copy[i] = floats[i];
		return copy;
	}

	/** Whether the values are stored as floats. */
	public boolean isFloat() {
		return floats != null;
	}

	/** A new matrix of some of the columns, in the given order, stored like this one. */
	public Matrix selectColumns(final int... kept) {
		if (floats != null) {
			final float[] values = new float[rows * kept.length];
			for (int i = 0, k = 0; i < rows; i++) for (final int j : kept) values[k++] = floats[i * columns + j];
			return of(values, rows, kept.length);
		}
		final double[] values = new double[rows * kept.length];
		for (int i = 0, k = 0; i < rows; i++) for (final int j : kept) values[k++] = doubles[i * columns + j];
		return of(values, rows, kept.length);
	}

	/** A new matrix of some of the rows, in the given order, stored like this one. */
	public Matrix selectRows(final int... kept) {
		final int length = Math.multiplyExact(kept.length, columns);
		final float[] someFloats = floats == null ? null : new float[length];
		final double[] someDoubles = floats == null ? new double[length] : null;
		for (int k = 0; k < kept.length; k++) {
			if (floats == null) System.arraycopy(doubles, kept[k] * columns, someDoubles, k * columns, columns);
			else System.arraycopy(floats, kept[k] * columns, someFloats, k * columns, columns);
		}
		return new Matrix(kept.length, columns, someFloats, someDoubles, length);
	}

	@Override
	public boolean equals(final Object other) {
		if (!(other instanceof Matrix m) || rows != m.rows || columns != m.columns) return false;
		if (isFloat() != m.isFloat()) return false;
		if (!isFloat()) return Arrays.equals(doubles, m.doubles);
		return Arrays.equals(floats, 0, rows * columns, m.floats, 0, rows * columns);
	}

	@Override
	public int hashCode() {
		int hash = rows;
		for (int i = 0; i < rows * columns; i++) {
			hash = 31 * hash + (isFloat() ? Float.hashCode(floats[i]) : Double.hashCode(doubles[i]));
		}
		return hash;
	}

	@Override
	public String toString() {
		return "Matrix " + rows + " x " + columns;
	}
}
