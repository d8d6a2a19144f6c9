package sc.fiji.standout.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import sc.fiji.standout.imagej.SampleBlobs;
import sc.fiji.standout.imagej.Studies;
import sc.fiji.standout.matrix.Progress;

/** Opens points in five groups, as of scikit-learn's make_blobs, ready to be clustered. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>Sample Blobs")
public class SampleBlobsCommand extends StandoutCommand {

	@Parameter(persist = false, label = "Points", min = "3", description = "How many points")
	private int count = 100;

	@Parameter(persist = false, label = "Seed", description = "The same seed gives the same points")
	private int seed = 33;

	@Parameter(persist = false, label = "Plant duplicates")
	private boolean duplicates = false;

	@Override
	protected void execute(final Progress progress) {
		final ImagePlus image = SampleBlobs.create(count, seed, duplicates);
		image.show();
		Windows.link(image, Studies.require(image));
	}
}
