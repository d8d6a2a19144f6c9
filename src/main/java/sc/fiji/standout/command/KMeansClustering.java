package sc.fiji.standout.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/** Groups the items around k centres. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>K-Means Clustering...")
public class KMeansClustering extends SpaceCommand {

	@Parameter(persist = false, label = "Clusters (k)", min = "1", description = "How many clusters")
	private int k = 8;

	@Parameter(persist = false, label = "Seed", description = "The same seed gives the same result")
	private int seed = 42;

	@Override
	protected void execute(final Progress progress) {
		cluster("K-Means", Settings.of("k", k, "seed", seed), progress);
	}
}
