package sc.fiji.standout.feature;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One sentence about features.
 *
 * @param warning whether the user must see it, since it changes what the results mean
 */
public record Note(String text, boolean warning) {

	private static final int ITEMS_SAID = 10;

	/** What is usual, such as features that are the same for all items. */
	public static Note info(final String text) {
		return new Note(text, false);
	}

	/** What the user must see, such as pixels that are no numbers. */
	public static Note warning(final String text) {
		return new Note(text, true);
	}

	/**
	 * What the user must see about some items, such as "2 items have NaN pixels: items 3, 7; they were left out."
	 *
	 * @param items from 0, at least one
	 * @param property what they have
	 * @param consequence the rest of the sentence
	 */
	public static Note warning(final int[] items, final String property, final String consequence) {
		final boolean one = items.length == 1;
		final String said = IntStream.of(items).limit(ITEMS_SAID).mapToObj(i -> String.valueOf(i + 1)).collect(Collectors
			.joining(", "));
		final String more = items.length > ITEMS_SAID ? " and " + (items.length - ITEMS_SAID) + " more" : "";
		return warning(items.length + (one ? " item has " : " items have ") + property + ": " + (one ? "item " : "items ") +
			said + more + "; " + consequence + ".");
	}
}
