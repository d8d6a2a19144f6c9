package sc.fiji.standout.command;

import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Progress;

/** Shows all that is known about the items as an ImageJ table. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>Show Items Table")
public class ShowItemsTable extends ImageCommand {

	@Override
	protected void execute(final Progress progress) {
		Windows.table(image(), study());
	}
}
