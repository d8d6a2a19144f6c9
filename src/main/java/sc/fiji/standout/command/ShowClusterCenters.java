package sc.fiji.standout.command;

import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import sc.fiji.standout.imagej.ClusterCenters;
import sc.fiji.standout.matrix.Progress;

/** Shows the mean image of each cluster, and the five items that are nearest to it, as a stack. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>Show Cluster Centers")
public class ShowClusterCenters extends ImageCommand {

	@Override
	protected void execute(final Progress progress) {
		final ImagePlus target = image();
		final ImagePlus centers = ClusterCenters.of(study(), "Cluster centers of " + target.getTitle(), whileOpen(target,
			progress));
		centers.show();
		say(centers.getStackSize() + " images: the mean of each cluster, then the items nearest to it");
	}
}
