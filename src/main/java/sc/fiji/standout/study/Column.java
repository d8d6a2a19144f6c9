package sc.fiji.standout.study;

/**
 * One column of the items table.
 *
 * @param name as in the contract: lower-case words joined by underscores
 * @param numbers n values, or null for a column of texts
 * @param texts n texts, or null for a column of numbers
 * @param integers whether the numbers are whole and written without a decimal point
 */
public record Column(String name, double[] numbers, String[] texts, boolean integers) {

	public static Column reals(final String name, final double[] values) {
		return new Column(name, values, null, false);
	}

	public static Column integers(final String name, final double[] values) {
		return new Column(name, values, null, true);
	}

	public static Column texts(final String name, final String[] values) {
		return new Column(name, null, values, false);
	}

	public int size() {
		return isText() ? texts.length : numbers.length;
	}

	public boolean isText() {
		return texts != null;
	}

	/** One cell, written so that reading it back gives the same value. */
	public String cell(final int item) {
		if (isText()) return texts[item];
		return integers ? Long.toString((long) numbers[item]) : Double.toString(numbers[item]);
	}
}
