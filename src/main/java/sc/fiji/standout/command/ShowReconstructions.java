package sc.fiji.standout.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.study.Study;
import sc.fiji.standout.view.ReconstructionMontage;
import sc.fiji.standout.view.ReconstructionOrder;

/** Shows images beside what an autoencoder makes of them, or writes them as a picture. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>Show Reconstructions...")
public class ShowReconstructions extends ImageCommand {

	@Parameter(persist = false, label = "Images at most", min = "1", description = "How many images are shown")
	private int count = 100;

	@Parameter(persist = false, label = "Order", choices = { "Worst first", "Items" },
		description = "Whether the images that are reconstructed worst come first, or the items in their own order")
	private String order = "Worst first";

	@Parameter(persist = false, label = "Columns of the PNG", min = "1", max = "50",
		description = "Images side by side in the picture")
	private int columns = 3;

	@Parameter(persist = false, required = false, label = "Save as PNG", style = "save",
		description = "File for a picture (.png); empty = show the window")
	private String path = "";

	@Override
	protected void execute(final Progress progress) {
		final Study study = study();
		final ReconstructionOrder chosen = ReconstructionOrder.parse(order);
		if (path.isEmpty()) Windows.reconstructions(image(), study, chosen, count);
		else {
			final Progress watched = whileOpen(image(), progress);
			Windows.save(ReconstructionMontage.render(study, chosen, columns, count, watched), path);
			say("Saved " + path);
		}
	}
}
