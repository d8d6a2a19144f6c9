package sc.fiji.standout.command;

import java.util.List;
import java.util.concurrent.CancellationException;

import org.scijava.command.DynamicCommand;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.plugin.SciJavaPlugin;

import ij.IJ;
import sc.fiji.standout.imagej.ImageJProgress;
import sc.fiji.standout.matrix.Progress;

/**
 * What all commands share: progress, cancelling, and one sentence when something is wrong, which also stops the macro.
 * A command is parameters and one call in {@link #execute}.
 */
public abstract class StandoutCommand extends DynamicCommand {

	@Parameter
	private PluginService plugins;

	private String result = "";

	/**
	 * Does the work, and changes nothing before it has all of its result.
	 *
	 * @throws IllegalArgumentException or IllegalStateException with the sentence for the user
	 */
	protected abstract void execute(Progress progress);

	@Override
	public final void run() {
		try {
			try (ImageJProgress progress = new ImageJProgress()) {
				execute(progress);
			}
			// the progress has erased the status bar
			if (!result.isEmpty()) IJ.showStatus(result);
		}
		catch (final CancellationException e) {
			cancel(null);
			Report.canceled(label());
		}
		catch (final RuntimeException | OutOfMemoryError | LinkageError e) {
			cancel(null);
			Report.failure(label(), e);
		}
	}

	/** One line for the status bar about what was done, shown when all is done. */
	protected final void say(final String text) {
		result = text;
	}

	/** The menu label of this command. */
	protected final String label() {
		return getInfo().getMenuPath().getLeaf().getName();
	}

	/** The method of a type by its name, such as the {@code Clusterer} "HDBSCAN". */
	protected final <P extends SciJavaPlugin> P method(final Class<P> type, final String key, final String name) {
		for (final PluginInfo<P> info : plugins.getPluginsOfType(type)) {
			if (info.getName().equals(name)) return plugins.createInstance(info);
		}
		throw new IllegalArgumentException(key + "=" + name + " does not exist; it must be one of " + String.join(", ",
			methods(type)) + ".");
	}

	/** The names of all methods of a type, of this jar and of others. */
	protected final List<String> methods(final Class<? extends SciJavaPlugin> type) {
		return plugins.getPluginsOfType(type).stream().map(PluginInfo::getName).sorted().toList();
	}
}
