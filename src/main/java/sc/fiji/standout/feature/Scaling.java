package sc.fiji.standout.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;

/**
 * How features came from what was measured, so that features of other items can be brought to the same scale.
 *
 * @param measure all that the measured values depend on beside the items, such as the checksum of a network: values of
 *          the same name can be compared where it is the same
 * @param names m names of all that was measured
 * @param columns m scales
 * @param kept for each of the d features which of the measured columns it is, from 0, ascending; the others were dropped
 * @param constants m measured values of the columns that were dropped because they are constant, NaN of all others
 * @param range of the stack that grey values were compared with when they were measured, or null where they were not
 */
public record Scaling(String measure, List<String> names, List<ColumnScale> columns, int[] kept, double[] constants,
	StackRange range)
{

	private static final int ROWS = 256;

	public Scaling {
		names = List.copyOf(names);
		columns = List.copyOf(columns);
	}

	/** Of values that were taken as they are, all of them. */
	public static Scaling none(final String measure, final List<String> names) {
		final double[] constants = new double[names.size()];
		Arrays.fill(constants, Double.NaN);
		return new Scaling(measure, names, Collections.nCopies(names.size(), ColumnScale.SAME), IntStream.range(0, names
			.size()).toArray(), constants, null);
	}

	/** Of values side by side, each in their own way. */
	public static Scaling join(final List<Scaling> parts) {
		final List<String> names = new ArrayList<>();
		final List<ColumnScale> columns = new ArrayList<>();
		IntStream kept = IntStream.empty();
		DoubleStream constants = DoubleStream.empty();
		for (final Scaling part : parts) {
			final int before = names.size();
			names.addAll(part.names);
			columns.addAll(part.columns);
			kept = IntStream.concat(kept, Arrays.stream(part.kept).map(k -> before + k));
			constants = DoubleStream.concat(constants, Arrays.stream(part.constants));
		}
		return new Scaling(String.join(" + ", parts.stream().map(Scaling::measure).toList()), names, columns, kept.toArray(),
			constants.toArray(), parts.stream().map(Scaling::range).filter(Objects::nonNull).findFirst().orElse(null));
	}

	/** The same with other scales. */
	public Scaling with(final List<ColumnScale> scales) {
		return new Scaling(measure, names, scales, kept, constants, range);
	}

	/** The same of values that were compared with the range of a stack. */
	public Scaling in(final StackRange compared) {
		return new Scaling(measure, names, columns, kept, constants, compared);
	}

	/**
	 * Of values that were scaled by {@code before} when columns were dropped from them.
	 *
	 * @param what all that the measured values depend on
	 * @param before a scale for each measured column
	 */
	public Scaling after(final String what, final List<ColumnScale> before) {
		return new Scaling(what, names, before, kept, IntStream.range(0, constants.length).mapToDouble(k -> before.get(k)
			.measured(constants[k])).toArray(), range);
	}

	/** Of values of which columns were dropped, and that are used as they were measured. */
	public Scaling of(final String what) {
		return new Scaling(what, names, columns, kept, constants, range);
	}

	/** Whether the same was measured in the same way. */
	public boolean fits(final Scaling other) {
		return measure.equals(other.measure) && names.equals(other.names);
	}

	/**
	 * Brings features of other items to the scale of these. What was dropped here is left out; what was dropped there
	 * because all items have the same has that value.
	 *
	 * @param others n x those kept there
	 * @param from how they were scaled, of the same measure and names
	 * @return n x those kept here, as floats
	 * @throws IllegalArgumentException when there is a column that the others do not have, since it is not finite there
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	public Matrix bring(final Matrix others, final Scaling from, final Progress progress) {
		final int n = others.rows();
		final int d = kept.length;
		final int[] source = new int[d];
		for (int j = 0; j < d; j++) {
			source[j] = Arrays.binarySearch(from.kept, kept[j]);
			if (source[j] < 0 && Double.isNaN(from.constants[kept[j]])) throw new IllegalArgumentException("The feature '" +
				names.get(kept[j]) + "' of these items is not finite in half of them or more; it must be finite to be compared.");
		}
		final float[] values = new float[Math.multiplyExact(n, d)];
		Parallel.chunks(n, ROWS, progress, (chunk, first, end) -> {
			final double[] row = new double[others.columns()];
			for (int i = first; i < end; i++) {
				others.row(i, row);
				for (int j = 0; j < d; j++) values[i * d + j] = (float) (source[j] < 0 ? columns.get(kept[j]).feature(
					from.constants[kept[j]]) : bring(row[source[j]], from, kept[j]));
			}
		});
		return Matrix.of(values, n, d);
	}

	/** The same scale gives the same bits. */
	private double bring(final double feature, final Scaling from, final int column) {
		final ColumnScale there = from.columns.get(column);
		final ColumnScale here = columns.get(column);
		return there.equals(here) ? feature : here.feature(there.measured(feature));
	}
}
