package sc.fiji.standout.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/** Groups the items where they lie densely, and leaves the others out as noise. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>HDBSCAN Clustering...")
public class HdbscanClustering extends SpaceCommand {

	@Parameter(persist = false, label = "Smallest cluster (0 = automatic)", min = "0",
		description = "Fewer items than this are no cluster (min_cluster_size); 0 = chosen by the number of items")
	private int size = 0;

	@Parameter(persist = false, label = "Neighbors for density (0 = automatic)", min = "0",
		description = "More make it more careful and call more items noise (min_samples); 0 = chosen by the size")
	private int samples = 0;

	@Override
	protected void execute(final Progress progress) {
		cluster("HDBSCAN", Settings.of("size", size, "samples", samples), progress);
	}
}
