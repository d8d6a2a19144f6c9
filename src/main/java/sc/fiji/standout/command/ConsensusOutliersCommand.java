package sc.fiji.standout.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;
import sc.fiji.standout.outlier.ConsensusOutliers;

/** Flags the items that several methods together find most outlying. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>Consensus Outliers...")
public class ConsensusOutliersCommand extends PointsCommand {

	@Parameter(persist = false, label = "Methods",
		description = "Two or more ways to find outliers, with commas between them; the score is the mean of their ranks")
	private String methods = ConsensusOutliers.METHODS;

	@Parameter(persist = false, label = "Seed", description = "The same seed gives the same result")
	private int seed = 42;

	public ConsensusOutliersCommand() {
		// neighbors in fewer dimensions tell planted outliers apart less well, and more take longer
		super(100);
	}

	@Override
	protected void execute(final Progress progress) {
		outliersOfPoints("Consensus", Settings.of("methods", methods, "seed", seed), progress);
	}
}
