package sc.fiji.standout.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/** Flags the items that have what is rare: what the principal components do not explain. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>PCA Residual Outliers...")
public class PcaResidualCommand extends OutliersCommand {

	@Parameter(persist = false, label = "Components that explain (0 = automatic)", min = "0",
		description = "Principal components that describe what is usual; what they leave unexplained is the score")
	private int components = 0;

	@Parameter(persist = false, label = "Seed", description = "The same seed gives the same result")
	private int seed = 42;

	@Override
	protected void execute(final Progress progress) {
		outliers("PCA Residual", Settings.of("components", components, "seed", seed), progress);
	}
}
