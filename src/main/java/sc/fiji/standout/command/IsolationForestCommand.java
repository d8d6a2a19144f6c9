package sc.fiji.standout.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;
import sc.fiji.standout.outlier.IsolationForestOutliers;

/** Flags the items that random cuts through the features separate soon from the rest. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>Isolation Forest Outliers...")
public class IsolationForestCommand extends PointsCommand {

	@Parameter(persist = false, label = "Trees", min = "1",
		description = "How many trees; with more, the scores depend less on the seed")
	private int trees = IsolationForestOutliers.TREES;

	@Parameter(persist = false, label = "Items for each tree", min = "2",
		description = "How many items, drawn at random, each tree is grown from (max_samples)")
	private int samples = IsolationForestOutliers.SAMPLES;

	@Parameter(persist = false, label = "Seed", description = "The same seed gives the same result")
	private int seed = 42;

	public IsolationForestCommand() {
		super(24);
	}

	@Override
	protected void execute(final Progress progress) {
		outliersOfPoints("Isolation Forest", Settings.of("trees", trees, "samples", samples, "seed", seed), progress);
	}
}
