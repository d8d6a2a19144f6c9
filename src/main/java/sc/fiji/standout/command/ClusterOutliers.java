package sc.fiji.standout.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;
import sc.fiji.standout.outlier.OutlierDetector;
import sc.fiji.standout.study.Steps;

/** Flags the items that belong least to their cluster. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>Cluster Outliers...")
public class ClusterOutliers extends ImageCommand {

	@Parameter(persist = false, label = "Score", choices = { "Membership", "GLOSH" },
		description = "Lowest cluster probability, or the outlier score of HDBSCAN")
	private String score = "Membership";

	@Parameter(persist = false, label = "Contamination", min = "0", max = "0.5", stepSize = "0.01",
		description = "Fraction of the items that is flagged; 0 = the items that are noise")
	private double contamination = 0.05;

	@Override
	protected void execute(final Progress progress) {
		step(progress, (study, watched) -> Steps.outliers(study, method(OutlierDetector.class, "score", score), Settings.of("contamination",
			contamination), watched));
	}
}
