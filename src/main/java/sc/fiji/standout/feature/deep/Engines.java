package sc.fiji.standout.feature.deep;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;

/** The engines that run neural networks. Nothing is sent or fetched by them. */
public final class Engines {

	private static final String PYTORCH = "PyTorch";

	static {
		// Read by DJL when it is first used, and only then
		System.setProperty("OPT_OUT_TRACKING", "true");
		System.setProperty("ai.djl.offline", "true");
	}

	private Engines() {}

	/**
	 * PyTorch, which can learn.
	 *
	 * @throws IllegalStateException where it is not installed or does not run on this platform
	 */
	public static Engine pytorch() {
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		// Engines are found by the context class loader, which plain ImageJ leaves at its own
		thread.setContextClassLoader(Engines.class.getClassLoader());
		try {
			if (Engine.hasEngine(PYTORCH)) return Engine.getEngine(PYTORCH);
		}
		catch (final EngineException | LinkageError e) {
			throw new IllegalStateException("PyTorch does not start on this computer (" + e.getMessage() +
				"); it needs the files of DJL's PyTorch engine for this platform.", e);
		}
		finally {
			thread.setContextClassLoader(before);
		}
		throw new IllegalStateException("PyTorch is not installed; put the files of DJL's PyTorch engine for this " +
			"platform into the jars folder and start again.");
	}
}
