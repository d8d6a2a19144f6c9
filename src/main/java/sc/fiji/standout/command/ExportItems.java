package sc.fiji.standout.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.study.TableFile;

/** Writes the items table as a file. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>Export Items...")
public class ExportItems extends ImageCommand {

	@Parameter(persist = false, required = false, label = "File", style = "save",
		description = "File to write: .csv (commas) or .tsv (tabs)")
	private String path = "";

	@Override
	protected void execute(final Progress progress) {
		TableFile.write(study(), path);
		say("Saved " + path);
	}
}
