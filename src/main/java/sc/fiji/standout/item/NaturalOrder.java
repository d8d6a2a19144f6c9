package sc.fiji.standout.item;

import java.util.Comparator;

/** The order in which people write names: "cell 9" before "cell 10". Upper case comes before lower case. */
public final class NaturalOrder implements Comparator<String> {

	public static final NaturalOrder INSTANCE = new NaturalOrder();

	private NaturalOrder() {}

	@Override
	public int compare(final String a, final String b) {
		int i = 0;
		int j = 0;
		while (i < a.length() && j < b.length()) {
			if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
				final int endA = endOfNumber(a, i);
				final int endB = endOfNumber(b, j);
				final int order = numbers(a, i, endA, b, j, endB);
				if (order != 0) return order;
				i = endA;
				j = endB;
			}
			else {
				final int order = a.charAt(i++) - b.charAt(j++);
				if (order != 0) return order;
			}
		}
		// the same but for leading zeros
		return i < a.length() ? 1 : j < b.length() ? -1 : a.compareTo(b);
	}

	/** Without leading zeros, the number with more digits is larger. */
	private static int numbers(final String a, final int fromA, final int endA, final String b, final int fromB,
		final int endB)
	{
		int i = fromA;
		int j = fromB;
		while (i < endA - 1 && a.charAt(i) == '0') i++;
		while (j < endB - 1 && b.charAt(j) == '0') j++;
		if (endA - i != endB - j) return endA - i - (endB - j);
		for (; i < endA; i++, j++) if (a.charAt(i) != b.charAt(j)) return a.charAt(i) - b.charAt(j);
		return 0;
	}

	private static int endOfNumber(final String text, final int from) {
		int end = from;
		while (end < text.length() && isDigit(text.charAt(end))) end++;
		return end;
	}

	private static boolean isDigit(final char c) {
		return c >= '0' && c <= '9';
	}
}
