package sc.fiji.standout.cluster;

/** How many clusters there can be. */
final class ClusterCount {

	private ClusterCount() {}

	/** @throws IllegalArgumentException when k is not from 1 to n */
	static void check(final int k, final int n) {
		if (k < 1 || k > n) throw new IllegalArgumentException("k=" + k + " clusters cannot be made of " + n +
			" items; k must be from 1 to " + n + ".");
	}
}
