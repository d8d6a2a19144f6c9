package sc.fiji.standout.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;
import sc.fiji.standout.outlier.NeighborDistanceOutliers;

/** Flags the items that are far from their nearest neighbors. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>Neighbor Distance Outliers...")
public class NeighborDistanceCommand extends PointsCommand {

	@Parameter(persist = false, label = "Neighbors", min = "1",
		description = "How many neighbors count; more than there are outliers that look alike")
	private int neighbors = NeighborDistanceOutliers.NEIGHBORS;

	@Parameter(persist = false, label = "Method", choices = { NeighborDistanceOutliers.LARGEST,
		NeighborDistanceOutliers.MEAN, NeighborDistanceOutliers.MEDIAN },
		description = "Which of the distances to these neighbors is the score")
	private String method = NeighborDistanceOutliers.LARGEST;

	public NeighborDistanceCommand() {
		// neighbors in fewer dimensions tell planted outliers apart less well, and more take longer
		super(100);
	}

	@Override
	protected void execute(final Progress progress) {
		outliersOfPoints("Neighbor Distance", Settings.of("neighbors", neighbors, "method", method), progress);
	}
}
