package sc.fiji.standout.site;

/** Files that are not as they were, but of the same length. */
final class Damage {

	private Damage() {}

	/**
	 * One bit is another: in a jar one of the content of its largest entry, since not every byte of a jar counts for the
	 * updater, such as the times of its entries.
	 */
	static byte[] flipped(final byte[] right) {
		final byte[] wrong = right.clone();
		wrong[isEntry(right, 0) ? middleOfLargestEntry(right) : right.length / 2] ^= 1;
		return wrong;
	}

	private static int middleOfLargestEntry(final byte[] jar) {
		int middle = 0;
		int largest = 0;
		for (int header = 0, next; header < jar.length; header = next) {
			for (next = header + 4; next < jar.length && !isEntry(jar, next); next++) {}
			final int content = header + 30 + number(jar, header + 26) + number(jar, header + 28);
			if (next - content <= largest || next == jar.length) continue;
			largest = next - content;
			middle = content + largest / 2;
		}
		return middle;
	}

	/** Whether the header of an entry starts here. */
	private static boolean isEntry(final byte[] bytes, final int at) {
		return at + 30 <= bytes.length && bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 3 && bytes[at +
			3] == 4;
	}

	private static int number(final byte[] bytes, final int at) {
		return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
	}
}
