package sc.fiji.standout.feature.deep;

import java.util.concurrent.CancellationException;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/** Finds out whether a network that is on this computer can be used here, for who has other features to fall back on. */
public final class NetworkTrial {

	private NetworkTrial() {}

	/**
	 * Opens the network that the settings name, and closes it again: an engine of another version may start and only then
	 * fail.
	 *
	 * @return why it cannot be used, an {@link IllegalStateException} in one sentence or a {@link LinkageError} of a library
	 *         that is missing or too old; null when it can
	 * @throws IllegalArgumentException when there is no such model, or it is not the one described
	 * @throws IllegalStateException when it has to be downloaded and that fails
	 */
	public static Throwable problem(final Settings settings, final Progress progress) {
		final LocalModel model = ModelStore.find(settings, progress);
		try {
			Networks.open(model, progress).close();
			return null;
		}
		catch (final CancellationException e) {
			throw e;
		}
		catch (final IllegalStateException | LinkageError e) {
			return e;
		}
	}
}
