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

	@Parameter(persist = false, label = "Selection", choices = { "EOM", "Leaf" },
		description = "Which groups of the tree are clusters: those that last longest (excess of mass), or the smallest ones " +
			"(cluster_selection_method)")
	private String selection = "EOM";

	@Parameter(persist = false, label = "Smallest gap (0 = any)", min = "0",
		description = "Clusters that are nearer to each other than this distance are not divided (cluster_selection_epsilon)")
	private double epsilon = 0;

	@Parameter(persist = false, label = "One cluster may hold all",
		description = "Whether all items may turn out to be one cluster (allow_single_cluster)")
	private boolean single = false;

	@Override
	protected void execute(final Progress progress) {
		cluster("HDBSCAN", Settings.of("size", size, "samples", samples, "selection", selection, "epsilon", epsilon,
			"single", single), progress);
	}
}
