package sc.fiji.standout.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/** Flags the items that belong least to their cluster. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>Cluster Outliers...")
public class ClusterOutliers extends OutliersCommand {

	@Parameter(persist = false, label = "Score", choices = { "Membership", "GLOSH" },
		description = "Lowest cluster probability, or the outlier score of HDBSCAN")
	private String score = "Membership";

	@Override
	protected void execute(final Progress progress) {
		outliers("score", score, Settings.DEFAULTS, progress);
	}
}
