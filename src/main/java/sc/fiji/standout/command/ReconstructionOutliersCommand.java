package sc.fiji.standout.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/** Flags the items that the autoencoder does not reproduce well. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>Reconstruction Outliers...")
public class ReconstructionOutliersCommand extends OutliersCommand {

	@Parameter(persist = false, label = "Score", choices = { "Corrected", "Error" },
		description = "How unusual the errors and the code of an image are, or the plain error, which favours smooth images")
	private String score = "Corrected";

	@Override
	protected void execute(final Progress progress) {
		outliers("Reconstruction", Settings.of("score", score), progress);
	}
}
