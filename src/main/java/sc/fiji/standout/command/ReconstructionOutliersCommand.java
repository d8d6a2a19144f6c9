package sc.fiji.standout.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;
import sc.fiji.standout.outlier.OutlierDetector;
import sc.fiji.standout.study.Steps;

/** Flags the items that the autoencoder does not reproduce well. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>Reconstruction Outliers...")
public class ReconstructionOutliersCommand extends ImageCommand {

	@Parameter(persist = false, label = "Score", choices = { "Corrected", "Error" },
		description = "How unusual the errors and the code of an image are, or the plain error, which favours smooth images")
	private String score = "Corrected";

	@Parameter(persist = false, label = "Contamination", min = "0", max = "0.5", stepSize = "0.01",
		description = "Fraction of the items that is flagged; 0 = those far above the others")
	private double contamination = 0.05;

	@Override
	protected void execute(final Progress progress) {
		step(progress, (study, watched) -> Steps.outliers(study, method(OutlierDetector.class, "outliers",
			"Reconstruction"), Settings.of("score", score, "contamination", contamination), watched));
	}
}
