package sc.fiji.standout.feature.deep;

import java.nio.ByteBuffer;

/** Turns images, as it takes them, into features. May be called from several threads. */
interface Network extends AutoCloseable {

	/**
	 * @param images numbers of {@code count} images as 32-bit floating point in the machine's byte order, in a direct buffer
	 *          from its start; not written to until this returns
	 * @return count x d features, image after image
	 * @throws IllegalStateException in one sentence, when the network cannot compute them
	 */
	float[] features(ByteBuffer images, int count);

	@Override
	void close();
}
