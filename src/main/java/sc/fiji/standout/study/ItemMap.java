package sc.fiji.standout.study;

import sc.fiji.standout.embedding.Placer;
import sc.fiji.standout.feature.Features;
import sc.fiji.standout.feature.Note;
import sc.fiji.standout.feature.Scaling;
import sc.fiji.standout.feature.StackRange;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Pca;
import sc.fiji.standout.matrix.Progress;

/**
 * All that is needed to place other items into an embedding: how its items' features were scaled and reduced, and how
 * points are placed into its layout.
 *
 * @param kind of the features, such as "Texture"
 * @param scaling of the features
 * @param pca that the features were reduced by, or null where they were not
 * @param placer of the layout
 */
record ItemMap(String kind, Scaling scaling, Pca pca, Placer placer) {

	/**
	 * Places items by their features; those whose features are not finite have no place (NaN).
	 *
	 * @param title of the image that the map is of, for the sentence that says what does not fit
	 * @return n x dimensions, stored as doubles
	 * @throws IllegalArgumentException when the features are of another kind, or not of the same measures
	 */
	Matrix place(final Features features, final String title, final Progress progress) {
		requireFit(features, title);
		final Matrix brought = scaling.bring(features.matrix(), features.scaling(), progress.part(0, 0.1));
		final Rows rows = Rows.finite(brought, progress);
		if (rows.kept().length == 0) throw new IllegalArgumentException("None of the " + rows.n() +
			" items has finite features; at least 1 must have them to be placed.");
		final Matrix known = rows.select(brought);
		final Matrix points = pca == null ? known : pca.transform(known, progress.part(0.1, 0.2));
		return rows.expand(placer.transform(points, progress.part(0.2, 1)));
	}

	/** What the user should know about where the items were placed, or null. */
	Note note(final Features features, final String title) {
		final StackRange own = features.scaling().range();
		if (own == null || scaling.range() == null || own.isLike(scaling.range())) return null;
		return Note.warning("The grey values of these items go " + own + ", those of \"" + title + "\" " + scaling.range() +
			"; " + kind + " features compare each stack with its own range, so that this difference does not show in the map.");
	}

	private void requireFit(final Features features, final String title) {
		if (features.scaling() != null && features.kind().equals(kind) && scaling.fits(features.scaling())) return;
		final String what = "These items have " + features.matrix().columns() + " " + features.kind() +
			" features, but the map of \"" + title + "\" was made of " + scaling.kept().length + " " + kind + " features";
		if (!features.kind().equals(kind)) throw new IllegalArgumentException(what + "; make " + kind +
			" features of these items first.");
		if (features.scaling() == null || scaling.names().equals(features.scaling().names()))
			throw new IllegalArgumentException(what + " in another way; make both by the same network with the same settings.");
		throw new IllegalArgumentException(what + ", which are not the same; the images of both must have the same channels" +
			" and, for Pixels, the same size.");
	}
}
