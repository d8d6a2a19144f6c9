package sc.fiji.standout.ij1;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The options of a recorded command, in the dialect that Fiji records: {@code k=3 space=[A b] plot=true note=[]}. A bare
 * key, as plain ImageJ records check boxes, means true.
 *
 * @param values by key, in the order given
 */
record MacroOptions(Map<String, String> values) {

	/** @throws IllegalArgumentException when a key is given twice or a bracket is not closed */
	static MacroOptions parse(final String text) {
		final Map<String, String> values = new LinkedHashMap<>();
		int at = 0;
		while ((at = skipSpaces(text, at)) < text.length()) {
			int end = at;
			while (end < text.length() && text.charAt(end) != '=' && text.charAt(end) != ' ') end++;
			final String key = text.substring(at, end).toLowerCase(Locale.ROOT);
			String value = "true";
			if (end < text.length() && text.charAt(end) == '=') {
				final int last = endOfValue(text, end + 1, key);
				value = unquote(text.substring(end + 1, last));
				end = last;
			}
			if (values.put(key, value) != null) throw new IllegalArgumentException("The key '" + key +
				"' is given twice in [" + text.trim() + "]; give it once.");
			at = end;
		}
		return new MacroOptions(values);
	}

	private static int skipSpaces(final String text, final int from) {
		int at = from;
		while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
		return at;
	}

	private static int endOfValue(final String text, final int from, final String key) {
		if (from >= text.length()) return from;
		final char first = text.charAt(from);
		if (first != '[' && first != '\'') {
			final int space = text.indexOf(' ', from);
			return space < 0 ? text.length() : space;
		}
		int depth = 0;
		for (int i = from; i < text.length(); i++) {
			final char c = text.charAt(i);
			if (first == '\'' && c == '\'' && i > from) return i + 1;
			if (first == '[' && c == '[') depth++;
			if (first == '[' && c == ']' && --depth == 0) return i + 1;
		}
		throw new IllegalArgumentException("The value of '" + key + "' in [" + text.trim() + "] has no closing " +
			(first == '[' ? "bracket." : "quote."));
	}

	private static String unquote(final String value) {
		final boolean quoted = value.length() > 1 && (value.startsWith("[") || value.startsWith("'"));
		return quoted ? value.substring(1, value.length() - 1) : value;
	}
}
