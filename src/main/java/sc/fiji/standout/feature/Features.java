package sc.fiji.standout.feature;

import java.util.ArrayList;
import java.util.List;

import sc.fiji.standout.matrix.Matrix;

/**
 * Named features of items.
 *
 * @param kind the method, such as "Texture"
 * @param names one for each column, unique
 * @param matrix n items x d features, no column constant, ready for distances: standardised by the method where that is
 *          right; rows that are not finite are left out of all that follows
 * @param measured n x m values in their own units for the items table, such as statistics; or null
 * @param measuredNames one for each column of {@code measured}; empty where there are none
 * @param notes one sentence each about what the user should know, such as which columns were dropped and why
 * @param reconstructor gives items back as the method has learned them, or null where it has learned nothing
 * @param scaling how the matrix came from what was measured, or null where that is not known
 */
public record Features(String kind, List<String> names, Matrix matrix, List<String> measuredNames, Matrix measured,
	List<Note> notes, Reconstructor reconstructor, Scaling scaling)
{

	public Features {
		names = List.copyOf(names);
		measuredNames = List.copyOf(measuredNames);
		notes = List.copyOf(notes);
		if (names.size() != matrix.columns()) throw new IllegalArgumentException(names.size() + " names for " + matrix
			.columns() + " features.");
	}

	/** Features without measurements. */
	public Features(final String kind, final List<String> names, final Matrix matrix, final List<Note> notes) {
		this(kind, names, matrix, List.of(), null, notes);
	}

	/** The same with one more note. */
	public Features with(final Note note) {
		final List<Note> more = new ArrayList<>(notes);
		more.add(note);
		return new Features(kind, names, matrix, measuredNames, measured, more, reconstructor, scaling);
	}

	/** The same, with how the matrix came from what was measured. */
	public Features with(final Scaling known) {
		return new Features(kind, names, matrix, measuredNames, measured, notes, reconstructor, known);
	}

	/** Features of which is not known how they were scaled. */
	public Features(final String kind, final List<String> names, final Matrix matrix, final List<String> measuredNames,
		final Matrix measured, final List<Note> notes, final Reconstructor reconstructor)
	{
		this(kind, names, matrix, measuredNames, measured, notes, reconstructor, null);
	}

	/** Features of a method that has learned nothing of the items. */
	public Features(final String kind, final List<String> names, final Matrix matrix, final List<String> measuredNames,
		final Matrix measured, final List<Note> notes)
	{
		this(kind, names, matrix, measuredNames, measured, notes, null);
	}
}
