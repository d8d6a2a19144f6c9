package sc.fiji.standout.outlier;

/**
 * How much each item stands out.
 *
 * @param scores n scores, higher = more outlying
 * @param flags n flags: is it an outlier?
 * @param reasons n texts that say why an item is flagged, such as "low sharpness", empty for the others; or null where
 *          the method cannot tell
 */
public record Outliers(double[] scores, boolean[] flags, String[] reasons) {

	/** Of a method that cannot tell why. */
	public Outliers(final double[] scores, final boolean[] flags) {
		this(scores, flags, null);
	}

	public int count() {
		int count = 0;
		for (final boolean flag : flags) if (flag) count++;
		return count;
	}
}
