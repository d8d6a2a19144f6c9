package sc.fiji.standout.feature;

/**
 * One sentence about features.
 *
 * @param warning whether the user must see it, since it changes what the results mean
 */
public record Note(String text, boolean warning) {

	/** What is usual, such as features that are the same for all items. */
	public static Note info(final String text) {
		return new Note(text, false);
	}

	/** What the user must see, such as pixels that are no numbers. */
	public static Note warning(final String text) {
		return new Note(text, true);
	}
}
