package sc.fiji.standout.matrix;

import java.util.Map;
import java.util.TreeMap;

/**
 * The values that a method was asked to use, by macro key, such as {@code k} or {@code seed}. A method takes what it
 * knows and its own default for what is missing, so that methods of other jars fit in the same chooser.
 *
 * @param values immutable
 */
public record Settings(Map<String, String> values) {

	public static final Settings DEFAULTS = new Settings(Map.of());

	public Settings {
		values = Map.copyOf(values);
	}

	/** From pairs: {@code of("k", 10, "seed", 42)}. */
	public static Settings of(final Object... pairs) {
		Settings settings = DEFAULTS;
		for (int i = 0; i < pairs.length; i += 2) settings = settings.with((String) pairs[i], pairs[i + 1]);
		return settings;
	}

	/** These settings with one value set or replaced. */
	public Settings with(final String key, final Object value) {
		final Map<String, String> more = new TreeMap<>(values);
		more.put(key, String.valueOf(value));
		return new Settings(more);
	}

	public String text(final String key, final String otherwise) {
		return values.getOrDefault(key, otherwise);
	}

	public boolean flag(final String key, final boolean otherwise) {
		final String value = values.get(key);
		return value == null ? otherwise : Boolean.parseBoolean(value);
	}

	/** @throws IllegalArgumentException when the value is no whole number, or outside {@code min..max} */
	public int integer(final String key, final int otherwise, final int min, final int max) {
		final String value = values.get(key);
		if (value == null) return otherwise;
		try {
			final int number = Integer.parseInt(value.trim());
			if (number >= min && number <= max) return number;
		}
		catch (final NumberFormatException e) {
			// said below
		}
		throw new IllegalArgumentException(key + "=" + value + " must be a whole number " + range(min, max) + ".");
	}

	/** @throws IllegalArgumentException when the value is no number, or outside {@code min..max} */
	public double number(final String key, final double otherwise, final double min, final double max) {
		final String value = values.get(key);
		if (value == null) return otherwise;
		try {
			final double number = Double.parseDouble(value.trim());
			if (number >= min && number <= max) return number;
		}
		catch (final NumberFormatException e) {
			// said below
		}
		throw new IllegalArgumentException(key + "=" + value + " must be a number " +
			(max == Double.MAX_VALUE ? "of at least " + plain(min) : "from " + plain(min) + " to " + plain(max)) + ".");
	}

	/** Without a point where there is nothing behind it. */
	private static String plain(final double number) {
		return number == Math.rint(number) && Math.abs(number) < 1e9 ? String.valueOf((long) number) : String.valueOf(number);
	}

	/** The seed of all random numbers; default 42. */
	public int seed() {
		return integer("seed", 42, Integer.MIN_VALUE, Integer.MAX_VALUE);
	}

	private static String range(final int min, final int max) {
		if (max != Integer.MAX_VALUE) return "from " + min + " to " + max;
		return min == Integer.MIN_VALUE ? "between -2147483648 and 2147483647" : "of at least " + min;
	}
}
