package sc.fiji.standout.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.IJ;
import ij.ImagePlus;
import sc.fiji.standout.embedding.Embedder;
import sc.fiji.standout.feature.Note;
import sc.fiji.standout.imagej.Images;
import sc.fiji.standout.imagej.Studies;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;
import sc.fiji.standout.study.Steps;

/** Lays the items out so that similar ones come to lie together (UMAP). */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>UMAP Embedding...")
public class UmapEmbedding extends ImageCommand {

	@Parameter(persist = false, label = "PCA components (0 = all)", min = "0",
		description = "Principal components kept before the step; 0 = all features")
	private int components = 24;

	@Parameter(persist = false, label = "Dimensions", min = "1", description = "Dimensions of the embedding")
	private int dimensions = 2;

	@Parameter(persist = false, label = "Neighbors", min = "2",
		description = "How many similar items each one is drawn to; more show the large structure, fewer the fine one")
	private int neighbors = 15;

	@Parameter(persist = false, label = "Distance", min = "0", stepSize = "0.05",
		description = "How close similar items may come in the plot; umap-learn's min_dist")
	private double distance = 0.1;

	@Parameter(persist = false, label = "Metric", choices = { "Euclidean", "Cosine" },
		description = "How the difference of two items is measured")
	private String metric = "Euclidean";

	@Parameter(persist = false, label = "Seed", description = "The same seed gives the same result")
	private int seed = 42;

	@Parameter(persist = false, required = false, label = "Place into map of",
		description = "Title of an image with a UMAP map of its own, into which the items are placed as it is; what is above " +
			"is then that of the map. Empty = a map of these items")
	private String map = "";

	@Override
	protected void execute(final Progress progress) {
		if (!map.isBlank()) place(Images.find(map), progress);
		else step(progress, (study, watched) -> Steps.embed(study, method(Embedder.class, "embedding", "UMAP"), Settings.of("components", components,
			"dimensions", dimensions, "neighbors", neighbors, "distance", distance, "metric", metric, "seed", seed), watched));
	}

	private void place(final ImagePlus other, final Progress progress) {
		step(progress, (study, watched) -> {
			final Note note = Steps.place(study, Studies.require(other), other.getTitle(), watched);
			if (note != null) IJ.log(note.text());
		});
	}
}
