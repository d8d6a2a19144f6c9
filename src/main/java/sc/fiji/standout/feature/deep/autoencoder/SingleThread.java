package sc.fiji.standout.feature.deep.autoencoder;

import java.lang.reflect.Method;

import ai.djl.engine.Engine;

/**
 * Keeps PyTorch at one thread for the calling thread, until closed. With several it adds up gradients in an order that
 * depends on their number, and so would the last bits of all that is learned; for networks and batches as small as these
 * one is also about as fast.
 */
final class SingleThread implements AutoCloseable {

	private final Class<?> natives;
	private final int before;

	SingleThread(final Engine engine) {
		try {
			// Not part of the API that all engines share
			natives = Class.forName("ai.djl.pytorch.jni.JniUtils", true, engine.getClass().getClassLoader());
			before = (int) natives.getMethod("getNumThreads").invoke(null);
			set(1);
		}
		catch (final ReflectiveOperationException e) {
			throw new IllegalStateException("This version of DJL's PyTorch engine (" + engine.getVersion() +
				") does not let its threads be set; use the version that comes with Standout.", e);
		}
	}

	@Override
	public void close() {
		try {
			set(before);
		}
		catch (final ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}

	private void set(final int threads) throws ReflectiveOperationException {
		final Method method = natives.getMethod("setNumThreads", int.class);
		method.invoke(null, threads);
	}
}
