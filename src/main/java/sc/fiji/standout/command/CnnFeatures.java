package sc.fiji.standout.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/** What a network that was trained on photographs sees in the images, as features. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>CNN Features...")
public class CnnFeatures extends ItemsCommand {

	@Parameter(persist = false, label = "Model", choices = { "MobileNetV2", "SqueezeNet" },
		description = "The network: MobileNetV2 (1280 features) or SqueezeNet (512 features, faster)")
	private String model = "MobileNetV2";

	@Parameter(persist = false, required = false, label = "Own model", style = "open",
		description = "File of a network (.onnx, .pt) or of its description (.json); empty = the model above")
	private String file = "";

	@Parameter(persist = false, label = "Batch", min = "1", max = "512",
		description = "How many images are prepared and given to the network together; fewer need less memory")
	private int batch = 32;

	@Parameter(persist = false, label = "Scaling", choices = { "Stack", "Image" },
		description = "What is black and white to the network: the same for the whole stack (8-bit images stay as they are), " +
			"or the range of each image")
	private String scaling = "Stack";

	@Parameter(persist = false, required = false, label = "Channels (red green blue)",
		description = "Channels that the network sees as red, green and blue, such as 1 3; one alone is grey; empty = RGB as it " +
			"is, or the first three channels")
	private String channels = "";

	@Parameter(persist = false, label = "Download a missing model")
	private boolean download = false;

	@Override
	protected void execute(final Progress progress) {
		features("CNN", ModelOffer.settings(Settings.of("model", model, "file", file, "batch", batch, "scaling", scaling,
			"channels", channels, "download", download), progress), progress);
	}
}
