package sc.fiji.standout.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.study.LabelFile;

/** Gives the items the labels of a table. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>Import Labels...")
public class ImportLabels extends ImageCommand {

	@Parameter(persist = false, required = false, label = "File", style = "open",
		description = "Table to read: .csv (commas) or .tsv (tabs), with a header and one row for each item, or for each " +
			"picture of an image folder, named in a column file")
	private String path = "";

	@Parameter(persist = false, label = "Column", description = "The column with the labels")
	private String column = "label";

	@Override
	protected void execute(final Progress progress) {
		step(progress, (study, watched) -> study.setLabels(LabelFile.read(path, column, study.items())));
	}
}
