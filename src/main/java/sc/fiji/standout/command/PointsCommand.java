package sc.fiji.standout.command;

import org.scijava.plugin.Parameter;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/** A command that flags items as outliers by their (reduced) features. */
public abstract class PointsCommand extends OutliersCommand {

	@Parameter(persist = false, label = "PCA components (0 = all)", min = "0",
		description = "Principal components of the features kept before the step; 0 = all features")
	private int components;

	/** @param components how many are kept unless the user wants otherwise */
	protected PointsCommand(final int components) {
		this.components = components;
	}

	/** Finds outliers among the reduced features with the method of this name. */
	protected final void outliersOfPoints(final String name, final Settings settings, final Progress progress) {
		outliers(name, settings.with("components", components), progress);
	}
}
