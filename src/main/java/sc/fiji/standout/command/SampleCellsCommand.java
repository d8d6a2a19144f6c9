package sc.fiji.standout.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.standout.imagej.SampleCells;
import sc.fiji.standout.matrix.Progress;

/** Opens a stack of drawn fluorescent cells with outliers of known kinds. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>Sample Cells")
public class SampleCellsCommand extends StandoutCommand {

	@Parameter(persist = false, label = "Cells", min = "3", description = "How many cells; 5 % of them are outliers")
	private int count = 1000;

	@Parameter(persist = false, label = "Seed", description = "The same seed gives the same cells")
	private int seed = 42;

	@Override
	protected void execute(final Progress progress) {
		SampleCells.create(count, seed).show();
	}
}
