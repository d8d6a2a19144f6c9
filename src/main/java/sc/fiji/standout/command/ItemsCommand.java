package sc.fiji.standout.command;

import java.awt.GraphicsEnvironment;

import org.scijava.plugin.Parameter;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import sc.fiji.standout.feature.Featurizer;
import sc.fiji.standout.imagej.ImageItems;
import sc.fiji.standout.imagej.Studies;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;
import sc.fiji.standout.study.Steps;
import sc.fiji.standout.study.Study;

/** A command that begins with the items of an image. */
public abstract class ItemsCommand extends ImageCommand {

	@Parameter(persist = false, label = "Items", choices = { "Slices", "Frames", "ROIs", "Labels", "Tiles" },
		initializer = "initItems",
		description = "What is compared: the slices, the frames (all channels together), the ROIs of the ROI Manager or " +
			"else of the overlay, the labels of a label image, or tiles")
	private String items = "Slices";

	@Parameter(persist = false, required = false, label = "ROI file",
		description = "File that the ROI Manager has saved (.zip), for items = ROIs; empty = the ROI Manager or the overlay")
	private String rois = "";

	@Parameter(persist = false, required = false, label = "Label image",
		description = "Title of the label image, for items = Labels")
	private String labels = "";

	@Parameter(persist = false, required = false, label = "Tile size (pixels)", min = "8",
		description = "Width and height of a tile, for items = Tiles")
	private int tile = 64;

	/** The items that were asked for. */
	protected final Items items(final Progress progress) {
		return ImageItems.of(image(), items, rois, labels, tile, progress);
	}

	/** Computes the features of the items, and makes them what is known about the image. */
	protected final void features(final String name, final Settings settings, final Progress progress) {
		final ImagePlus target = image();
		final Progress watched = whileOpen(target, progress);
		final Study study = new Study(items(watched));
		Steps.features(study, featurizer(name), settings, Studies.of(target), watched);
		attach(target, study);
	}

	/** The method of a name; where it learns, its curves are shown. */
	protected final Featurizer featurizer(final String name) {
		return new WatchedFeaturizer(method(Featurizer.class, "features", name), image());
	}

	/** The dialog begins with what the active image is likely to be looked at by; a macro gets what is always the default. */
	@SuppressWarnings("unused")
	private void initItems() {
		if (GraphicsEnvironment.isHeadless() || IJ.isMacro() || isInputResolved("items")) return;
		items = ImageItems.likely(WindowManager.getCurrentImage());
	}
}
