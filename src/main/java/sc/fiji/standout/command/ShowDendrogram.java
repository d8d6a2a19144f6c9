package sc.fiji.standout.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Progress;

/** Shows how the clusters merged as a tree that is linked with the image, or writes it as a picture. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>Show Dendrogram...")
public class ShowDendrogram extends ImageCommand {

	@Parameter(persist = false, required = false, label = "Save as PNG", style = "save",
		description = "File for a picture of the tree (.png); empty = show the window")
	private String path = "";

	@Override
	protected void execute(final Progress progress) {
		if (path.isEmpty()) Windows.dendrogram(image(), study());
		else {
			Windows.saveDendrogram(study(), path);
			say("Saved " + path);
		}
	}
}
