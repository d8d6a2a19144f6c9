package sc.fiji.standout.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.study.Study;

/** Shows the items as points that are linked with the image, or writes the plot as a picture. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>Show Scatter Plot...")
public class ShowScatterPlot extends ImageCommand {

	@Parameter(persist = false, required = false, label = "Color by",
		description = "Column that colours the points, such as cluster, label or outlier_score; empty = cluster")
	private String color = "";

	@Parameter(persist = false, required = false, label = "Columns",
		description = "The two columns of the axes, such as embedding_x embedding_y; empty = the embedding")
	private String columns = "";

	@Parameter(persist = false, required = false, label = "Save as PNG", style = "save",
		description = "File for a picture of the plot (.png); empty = show the window")
	private String path = "";

	@Override
	protected void execute(final Progress progress) {
		final Study study = study();
		if (path.isEmpty()) Windows.plot(image(), study, color, columns);
		else {
			Windows.savePlot(study, color, columns, path);
			say("Saved " + path);
		}
	}
}
