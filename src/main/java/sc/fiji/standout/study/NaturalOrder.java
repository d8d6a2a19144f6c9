package sc.fiji.standout.study;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order in which people write names: "cell 9" before "cell 10". */
public final class NaturalOrder implements Comparator<String> {

	public static final NaturalOrder INSTANCE = new NaturalOrder();

	private static final Pattern PART = Pattern.compile("\\d+|\\D+");

	@Override
	public int compare(final String a, final String b) {
		final Matcher partsA = PART.matcher(a);
		final Matcher partsB = PART.matcher(b);
		while (true) {
			final boolean moreA = partsA.find();
			final boolean moreB = partsB.find();
			if (!moreA || !moreB) return moreA ? 1 : moreB ? -1 : a.compareTo(b);
			final int order = parts(partsA.group(), partsB.group());
			if (order != 0) return order;
		}
	}

	private static int parts(final String a, final String b) {
		if (!Character.isDigit(a.charAt(0)) || !Character.isDigit(b.charAt(0))) return a.compareTo(b);
		final String numberA = a.replaceFirst("^0+(?=.)", "");
		final String numberB = b.replaceFirst("^0+(?=.)", "");
		return numberA.length() != numberB.length() ? numberA.length() - numberB.length() : numberA.compareTo(numberB);
	}
}
