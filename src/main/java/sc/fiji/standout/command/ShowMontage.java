package sc.fiji.standout.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.study.Study;
import sc.fiji.standout.view.Montage;

/** Shows the images of the outliers side by side, worst first, or writes them as a picture. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>Show Montage...")
public class ShowMontage extends ImageCommand {

	private static final int MAX_IMAGES = 200;

	@Parameter(persist = false, label = "Columns of the PNG", min = "1", max = "50", description = "Images side by side in the picture")
	private int columns = 10;

	@Parameter(persist = false, required = false, label = "Save as PNG", style = "save",
		description = "File for a picture of the first 200 outliers (.png); empty = show the window")
	private String path = "";

	@Override
	protected void execute(final Progress progress) {
		final Study study = study();
		if (path.isEmpty()) Windows.montage(image(), study);
		else {
			Windows.save(Montage.render(study, columns, MAX_IMAGES), path);
			say("Saved " + path);
		}
	}
}
