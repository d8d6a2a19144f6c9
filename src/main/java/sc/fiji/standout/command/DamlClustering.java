package sc.fiji.standout.command;

import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/** Groups the items by merging the nearest, and finds outliers, potential outliers, duplicates and near duplicates. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>DAML Clustering...")
public class DamlClustering extends SpaceCommand {

	@Override
	protected void execute(final Progress progress) {
		cluster("DAML", Settings.DEFAULTS, progress);
	}
}
