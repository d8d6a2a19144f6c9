package sc.fiji.standout.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/** Groups the items by merging the two nearest clusters again and again. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>Hierarchical Clustering...")
public class HierarchicalClustering extends SpaceCommand {

	@Parameter(persist = false, label = "Linkage", choices = { "Ward", "Complete", "Average", "Single" },
		description = "How far two clusters are from each other: Ward makes compact clusters of like size, Complete and " +
			"Average go by the farthest items and by the mean, Single by the nearest items")
	private String linkage = "Ward";

	@Parameter(persist = false, label = "Clusters (k)", min = "1", description = "How many clusters")
	private int k = 8;

	@Parameter(persist = false, label = "Distance (0 = use k)", min = "0",
		description = "Clusters that are at least this far apart are not merged, however many they are; 0 = k clusters")
	private double distance = 0;

	@Override
	protected void execute(final Progress progress) {
		cluster("Hierarchical", Settings.of("linkage", linkage, "k", k, "distance", distance), progress);
	}
}
