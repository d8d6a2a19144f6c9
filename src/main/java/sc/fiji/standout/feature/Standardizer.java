package sc.fiji.standout.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;

/**
 * Makes columns ready for distances: drops those that are constant or in half of the rows or more not finite, says so, and
 * brings the others to a common scale. What is not finite in the others stays so and does not count for their scale.
 *
 * @param names of the columns kept
 * @param matrix n x the columns kept, as floats
 * @param kept for each column its index before
 * @param notes one sentence for each reason why columns were dropped; empty where all were kept
 * @param scaling how the matrix came from the values
 */
public record Standardizer(List<String> names, Matrix matrix, int[] kept, List<Note> notes, Scaling scaling) {

	/** A column is constant when its range is at most this part of its largest absolute value. */
	public static final double TOLERANCE = 1e-6;

	/** From so many deviations on, robust values are compressed. */
	private static final double TAIL = 5;

	private static final int NAMES_SAID = 8;

	public Standardizer {
		names = List.copyOf(names);
		notes = List.copyOf(notes);
	}

	/**
	 * Drops constant and non-finite columns and leaves the others as they are.
	 *
	 * @param names one for each column
	 * @param values n x d
	 * @throws IllegalArgumentException for fewer than 3 rows, or when no column is left
	 */
	public static Standardizer drop(final List<String> names, final Matrix values, final Progress progress) {
		final Standardizer judged = judge(names, values, progress);
		return new Standardizer(judged.names, select(values, judged.kept), judged.kept, judged.notes, judged.scaling);
	}

	/**
	 * Drops as {@link #drop} does, within the array that is given, for matrices that are too large to be there twice.
	 *
	 * @param values n x d, row by row; overwritten
	 */
	public static Standardizer dropWithin(final List<String> names, final float[] values, final int n,
		final Progress progress)
	{
		final int d = names.size();
		final Standardizer judged = judge(names, Matrix.of(values, n, d), progress);
		final int[] kept = judged.kept;
		if (kept.length < d) for (int i = 0, k = 0; i < n; i++) for (final int j : kept) values[k++] = values[i * d + j];
		return new Standardizer(judged.names, Matrix.ofFirst(values, n, kept.length), kept, judged.notes, judged.scaling);
	}

	/** Which columns are kept and why; the matrix is that of all columns. */
	private static Standardizer judge(final List<String> names, final Matrix values, final Progress progress) {
		final int n = values.rows();
		if (n < 3) throw new IllegalArgumentException("There " + (n == 1 ? "is 1 item" : "are " + n + " items") +
			"; finding what stands out needs at least 3.");
		final List<String> constant = new ArrayList<>();
		final List<String> broken = new ArrayList<>();
		final List<String> left = new ArrayList<>();
		final int[] kept = new int[values.columns()];
		final double[] constants = new double[values.columns()];
		Arrays.fill(constants, Double.NaN);
		for (int j = 0; j < values.columns(); j++) {
			progress.check();
			double min = Double.POSITIVE_INFINITY;
			double max = Double.NEGATIVE_INFINITY;
			int finite = 0;
			for (int i = 0; i < n; i++) {
				final double value = values.get(i, j);
				if (!Float.isFinite((float) value)) continue;
				finite++;
				min = Math.min(min, value);
				max = Math.max(max, value);
			}
			if (2 * finite <= n) broken.add(names.get(j));
			else if (isConstant(min, max)) {
				constant.add(names.get(j));
				constants[j] = min;
			}
			else {
				kept[left.size()] = j;
				left.add(names.get(j));
			}
		}
		if (left.isEmpty() && broken.isEmpty()) throw new IllegalArgumentException("All " + n +
			" items look alike: no feature differs between them, so nothing can stand out.");
		if (left.isEmpty()) throw new IllegalArgumentException("None of the " + values.columns() +
			" features can be used: " + broken.size() + " have values that are NaN, infinite or too large, and " + constant
				.size() + " are constant; at least one must differ between the items and be finite.");
		final List<Note> notes = new ArrayList<>();
		note(notes, constant, "constant", values.columns());
		note(notes, broken, "not finite", values.columns());
		final int[] indices = Arrays.copyOf(kept, left.size());
		return new Standardizer(left, values, indices, notes, new Scaling("", names, Collections.nCopies(names.size(),
			ColumnScale.SAME), indices, constants, null));
	}

	/** Drops like {@link #drop} and gives each column left the mean 0 and the (population) standard deviation 1. */
	public static Standardizer zscore(final List<String> names, final Matrix values, final Progress progress) {
		final Standardizer dropped = drop(names, values, progress);
		final int n = values.rows();
		final int d = dropped.kept.length;
		final float[] scaled = new float[n * d];
		final ColumnScale[] scales = new ColumnScale[values.columns()];
		Arrays.fill(scales, ColumnScale.SAME);
		for (int j = 0; j < d; j++) {
			progress.check();
			final double[] column = values.column(dropped.kept[j]);
			final double[] known = finite(column);
			final double mean = mean(known);
			final double deviation = deviation(known, mean);
			scales[dropped.kept[j]] = ColumnScale.of(mean, deviation);
			for (int i = 0; i < n; i++) scaled[i * d + j] = (float) ((column[i] - mean) / deviation);
		}
		return new Standardizer(dropped.names, Matrix.of(scaled, n, d), dropped.kept, dropped.notes, dropped.scaling.with(
			List.of(scales)));
	}

	/**
	 * Drops like {@link #drop}, then takes each column's median off and divides by its median absolute deviation times
	 * 1.4826 (which is the standard deviation of normal values), so that a few extreme items do not set the scale. Where
	 * more than half of the values are equal, the mean absolute deviation from the median times 1.2533 takes its place.
	 * Beyond 5 the values are compressed by {@link #compress}.
	 */
	public static Standardizer robust(final List<String> names, final Matrix values, final Progress progress) {
		final Standardizer dropped = drop(names, values, progress);
		final int n = values.rows();
		final int d = dropped.kept.length;
		final float[] scaled = new float[n * d];
		final ColumnScale[] scales = new ColumnScale[values.columns()];
		Arrays.fill(scales, ColumnScale.SAME);
		for (int j = 0; j < d; j++) {
			progress.check();
			final double[] column = values.column(dropped.kept[j]);
			final double[] away = finite(column);
			final double median = Survey.quantile(away, 0.5);
			for (int i = 0; i < away.length; i++) away[i] = Math.abs(away[i] - median);
			final double mad = Survey.quantile(away, 0.5);
			final double scale = mad > TOLERANCE * mean(away) ? 1.4826 * mad : 1.2533 * mean(away);
			scales[dropped.kept[j]] = new ColumnScale(median, scale, TAIL, 1, 0);
			for (int i = 0; i < n; i++) scaled[i * d + j] = (float) compress((column[i] - median) / scale, TAIL);
		}
		return new Standardizer(dropped.names, Matrix.of(scaled, n, d), dropped.kept, dropped.notes, dropped.scaling.with(
			List.of(scales)));
	}

	private static double[] finite(final double[] column) {
		return Arrays.stream(column).filter(value -> Float.isFinite((float) value)).toArray();
	}

	/** The identity up to {@code tail}, beyond it {@code tail * (1 + ln(z / tail))}, which continues with slope 1. */
	public static double compress(final double z, final double tail) {
		final double size = Math.abs(z);
		return size <= tail ? z : Math.signum(z) * tail * (1 + Math.log(size / tail));
	}

	/** Whether a column from {@code min} to {@code max} counts as constant. */
	public static boolean isConstant(final double min, final double max) {
		return max - min <= TOLERANCE * Math.max(Math.abs(min), Math.abs(max));
	}

	/** The mean, summed in the order of the rows. */
	public static double mean(final double[] values) {
		double sum = 0;
		for (final double value : values) sum += value;
		return sum / values.length;
	}

	/** The population standard deviation. */
	public static double deviation(final double[] values, final double mean) {
		double sum = 0;
		for (final double value : values) sum += (value - mean) * (value - mean);
		return Math.sqrt(sum / values.length);
	}

	private static Matrix select(final Matrix values, final int[] columns) {
		if (columns.length == values.columns() && values.isFloat()) return values;
		final int n = values.rows();
		final float[] selected = new float[n * columns.length];
		for (int i = 0, k = 0; i < n; i++) for (final int j : columns) selected[k++] = (float) values.get(i, j);
		return Matrix.of(selected, n, columns.length);
	}

	private static void note(final List<Note> notes, final List<String> dropped, final String why, final int of) {
		if (dropped.isEmpty()) return;
		final String some = String.join(", ", dropped.subList(0, Math.min(NAMES_SAID, dropped.size())));
		final int more = dropped.size() - NAMES_SAID;
		notes.add(Note.info(dropped.size() + " of " + of + " features " + (dropped.size() == 1 ? "was" : "were") +
			" dropped because " + (dropped.size() == 1 ? "it is " : "they are ") + why + ": " + some + (more > 0 ? " and " +
				more + " more." : ".")));
	}
}
