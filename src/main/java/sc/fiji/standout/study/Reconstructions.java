package sc.fiji.standout.study;

import java.util.Comparator;
import java.util.stream.IntStream;

import sc.fiji.standout.feature.Reconstructor;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.Pixels;

/** The items of a study as the model of its features gives them back, made when asked for. */
public final class Reconstructions {

	/**
	 * One item, all parts of the same size and channels.
	 *
	 * @param original as the model sees it, 0 to 255
	 * @param reconstruction what the model makes of it, 0 to 255
	 * @param difference the absolute difference of the two, 0 to 255
	 */
	public record Parts(Pixels original, Pixels reconstruction, Pixels difference) {}

	private final Items items;
	private final Reconstructor model;
	private final double[] errors;
	private final double[] scores;

	private Reconstructions(final Items items, final Reconstructor model, final double[] errors, final double[] scores) {
		this.items = items;
		this.model = model;
		this.errors = errors;
		this.scores = scores;
	}

	/** What is said of a study whose features give no items back, or null for one whose features do. */
	public static String whyNone(final Study study) {
		return study.features() != null && study.features().reconstructor() != null ? null
			: "There are no reconstructions of the " + study.items().description() +
				"; run 'Autoencoder Features...' first.";
	}

	/** @throws IllegalStateException in one sentence, when the features of the study give no items back */
	public static Reconstructions of(final Study study) {
		final String problem = whyNone(study);
		if (problem != null) throw new IllegalStateException(problem);
		final double[] errors = numbers(study, Columns.RECONSTRUCTION_ERROR);
		final double[] measured = numbers(study, Columns.RECONSTRUCTION_SCORE);
		final double[] found = numbers(study, Columns.OUTLIER_SCORE);
		final boolean foundByError = errors == null && measured == null || sameOrder(found, errors) || sameOrder(found,
			measured);
		return new Reconstructions(study.items(), study.features().reconstructor(), errors, foundByError && found != null
			? found : measured);
	}

	public int size() {
		return items.size();
	}

	/** The reconstruction error of each item, or null where it was not measured. */
	public double[] errors() {
		return errors;
	}

	/**
	 * How badly each item is reconstructed, higher = worse: the outlier scores where they come from the reconstruction,
	 * else the measured scores; null where there are only errors.
	 */
	public double[] scores() {
		return scores;
	}

	/** The values by which the worst come first: scores, or else errors, or else null. */
	public double[] badness() {
		return scores == null ? errors : scores;
	}

	/** Whether the other ones are made by the same model of the same items, and so look alike. */
	public boolean looksLike(final Reconstructions other) {
		return other != null && model == other.model && items == other.items;
	}

	/**
	 * Reads an item and lets the model give it back. May be called from several threads.
	 *
	 * @throws IllegalStateException when the image was closed or cannot be read
	 */
	public Parts read(final int item) {
		final Reconstructor.Reconstruction pair = model.reconstruct(Pixels.read(items, item));
		final Pixels a = pair.original();
		final Pixels b = pair.reconstructed();
		final float[] difference = new float[a.values().length];
		for (int i = 0; i < difference.length; i++) difference[i] = Math.abs(a.values()[i] - b.values()[i]);
		return new Parts(a, b, new Pixels(a.width(), a.height(), a.channels(), difference, a.inside(), a.maximum()));
	}

	// -- Helper methods --

	private static double[] numbers(final Study study, final String name) {
		final Column column = study.column(name);
		return column == null ? null : column.numbers();
	}

	/** Whether one list of values never falls where the other rises: the one was made from the other. */
	private static boolean sameOrder(final double[] a, final double[] b) {
		if (a == null || b == null) return false;
		final int[] ascending = IntStream.range(0, a.length).boxed().sorted(Comparator.<Integer> comparingDouble(i -> b[i])
			.thenComparingDouble(i -> a[i])).mapToInt(i -> i).toArray();
		for (int i = 1; i < ascending.length; i++) if (a[ascending[i]] < a[ascending[i - 1]]) return false;
		return true;
	}
}
