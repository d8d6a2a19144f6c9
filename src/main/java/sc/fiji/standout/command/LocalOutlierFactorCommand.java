package sc.fiji.standout.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;
import sc.fiji.standout.outlier.LocalOutlierFactorOutliers;

/** Flags the items that lie less densely than their neighbors. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>Local Outlier Factor...")
public class LocalOutlierFactorCommand extends PointsCommand {

	@Parameter(persist = false, label = "Neighbors", min = "1",
		description = "How many neighbors each item is compared with; more than there are outliers that look alike")
	private int neighbors = LocalOutlierFactorOutliers.NEIGHBORS;

	public LocalOutlierFactorCommand() {
		// neighbors in fewer dimensions tell planted outliers apart less well, and more take longer
		super(100);
	}

	@Override
	protected void execute(final Progress progress) {
		outliersOfPoints("LOF", Settings.of("neighbors", neighbors), progress);
	}
}
