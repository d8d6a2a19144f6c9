package sc.fiji.standout.command;

import java.util.List;

import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

import sc.fiji.standout.imagej.ItemsTable;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.study.ClusterSummary;
import sc.fiji.standout.study.Column;

/** Shows how many items each cluster has, as an ImageJ table. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>Show Cluster Sizes")
public class ShowClusterSizes extends ImageCommand {

	@Override
	protected void execute(final Progress progress) {
		final List<Column> sizes = ClusterSummary.sizes(study());
		Windows.print(sizes);
		ItemsTable.show(image(), sizes, "Cluster sizes");
	}
}
