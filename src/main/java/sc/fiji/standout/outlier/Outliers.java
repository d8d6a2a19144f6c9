package sc.fiji.standout.outlier;

/**
 * How much each item stands out.
 *
 * @param scores n scores, higher = more outlying
 * @param flags n flags: is it an outlier?
 */
public record Outliers(double[] scores, boolean[] flags) {

	public int count() {
		int count = 0;
		for (final boolean flag : flags) if (flag) count++;
		return count;
	}
}
