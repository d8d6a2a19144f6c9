package sc.fiji.standout.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/** Features that a neural network learns from the items themselves. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>Autoencoder Features...")
public class AutoencoderFeatures extends ItemsCommand {

	@Parameter(persist = false, label = "Code", min = "1", max = "1024",
		description = "How many numbers the network may describe an image with, which become the features")
	private int code = 256;

	@Parameter(persist = false, label = "Size (pixels, 0 = automatic)", min = "0", max = "256",
		description = "Longer side that images are resized to; 0 = as they are, but at most 64, and 32 where there are many")
	private int size = 0;

	@Parameter(persist = false, label = "Epochs", min = "1",
		description = "How often the network sees each image at most; it ends early when it learns nothing more")
	private int epochs = 20;

	@Parameter(persist = false, label = "Batch (0 = automatic)", min = "0", max = "256",
		description = "Images that it learns from at once; 0 = 32, or fewer where there are few images")
	private int batch = 0;

	@Parameter(persist = false, label = "Seed", description = "The same seed gives the same result")
	private int seed = 42;

	@Parameter(persist = false, required = false, label = "Use a saved network", style = "open",
		description = "File that was saved below (.zip), used as it is; empty = learn from these images")
	private String model = "";

	@Parameter(persist = false, required = false, label = "Save the network as", style = "save",
		description = "File to save the trained network to (.zip); empty = do not save it")
	private String save = "";

	@Override
	protected void execute(final Progress progress) {
		features("Autoencoder", Settings.of("code", code, "size", size, "epochs", epochs, "batch", batch, "seed", seed,
			"model", model, "save", save), progress);
	}
}
