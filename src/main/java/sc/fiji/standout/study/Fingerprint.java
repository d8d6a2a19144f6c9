package sc.fiji.standout.study;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.Pixels;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;

/** Tells whether items have the same pixels as before, by SHA-256: images can be changed while they are open. */
final class Fingerprint {

	private static final int CHUNK = 16;

	private Fingerprint() {}

	/**
	 * Reads every item once.
	 *
	 * @return 64 hexadecimal digits, the same for the same sizes, pixels and masks in the same order
	 */
	static String of(final Items items, final Progress progress) {
		final int n = items.size();
		final byte[][] digests = new byte[n][];
		Parallel.chunks(n, CHUNK, progress, (chunk, from, to) -> {
			for (int i = from; i < to; i++) {
				progress.check();
				digests[i] = digest(Pixels.read(items, i));
			}
		});
		final MessageDigest all = sha256();
		for (final byte[] digest : digests) all.update(digest);
		return HexFormat.of().formatHex(all.digest());
	}

	private static byte[] digest(final Pixels pixels) {
		final float[] values = pixels.values();
		final boolean[] inside = pixels.inside();
		final ByteBuffer bytes = ByteBuffer.allocate(20 + 4 * values.length + (inside == null ? 0 : inside.length));
		bytes.putInt(pixels.width()).putInt(pixels.height()).putInt(pixels.channels()).putDouble(pixels.maximum());
		for (final float value : values) bytes.putFloat(value);
		for (int i = 0; inside != null && i < inside.length; i++) bytes.put((byte) (inside[i] ? 1 : 0));
		return sha256().digest(bytes.array());
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (final NoSuchAlgorithmException e) {
			throw new AssertionError("Every Java has SHA-256", e);
		}
	}
}
