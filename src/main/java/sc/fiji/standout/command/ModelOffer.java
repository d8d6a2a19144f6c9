package sc.fiji.standout.command;

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import ij.IJ;
import ij.gui.YesNoCancelDialog;
import sc.fiji.standout.feature.deep.ModelDescription;
import sc.fiji.standout.feature.deep.ModelStore;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/** Asks the user whether a network that is not on this computer may be downloaded. */
final class ModelOffer {

	private ModelOffer() {}

	/**
	 * The settings of the CNN features, with ImageJ's folder for models, and with {@code download=true} when the model is
	 * missing and the user says yes. Asks only where there is a display and no macro runs.
	 *
	 * @throws IllegalArgumentException when the settings name a model that does not exist
	 * @throws CancellationException when the user cancels
	 */
	static Settings settings(final Settings settings, final Progress progress) {
		final Settings complete = local(settings);
		if (GraphicsEnvironment.isHeadless() || IJ.isMacro() || settings.flag("download", false)) return complete;
		final Optional<ModelDescription> missing = ModelStore.missing(complete, progress);
		if (missing.isEmpty()) return complete;
		final YesNoCancelDialog dialog = new YesNoCancelDialog(IJ.getInstance(), "Download a network", text(missing.get()),
			"Download", "Do not download");
		if (dialog.cancelPressed()) throw new CancellationException("Canceled by the user.");
		return complete.with("download", dialog.yesPressed());
	}

	/** The settings with ImageJ's folder for models. */
	static Settings local(final Settings settings) {
		final String imagej = IJ.getDirectory("imagej");
		return imagej == null ? settings : settings.with("models", new File(imagej, "models/standout"));
	}

	/** What is offered, for the dialog. */
	static String text(final ModelDescription model) {
		return "The network " + model.name() + " is not on this computer.\nDownload it now?\n \nSize: " + ModelStore.size(model
			.source().bytes()) + "\nFrom: " + model.source().url().replaceFirst("^(https?://[^/]+/).*/", "$1.../") +
			"\nOrigin: " + model.source().origin() + "\nLicence: " + model.source().licence() + "\nKept in: " + ModelStore
				.cache();
	}
}
