package sc.fiji.standout.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.standout.embedding.Embedder;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;
import sc.fiji.standout.study.Steps;

/** Lays the items out so that each one's nearest items stay nearest (t-SNE). */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>t-SNE Embedding...")
public class TsneEmbedding extends ImageCommand {

	@Parameter(persist = false, label = "PCA components (0 = all)", min = "0",
		description = "Principal components kept before the step; 0 = all features")
	private int components = 24;

	@Parameter(persist = false, label = "Dimensions", min = "1", max = "3", description = "Dimensions of the embedding")
	private int dimensions = 2;

	@Parameter(persist = false, label = "Perplexity (0 = automatic)", min = "0",
		description = "About how many similar items each one keeps near; 0 = 30, or fewer for a small stack")
	private double perplexity = 0;

	@Parameter(persist = false, label = "Iterations", min = "1",
		description = "How often the points are moved; more make the plot tidier and take longer")
	private int iterations = 750;

	@Parameter(persist = false, label = "Seed", description = "The same seed gives the same result")
	private int seed = 42;

	@Override
	protected void execute(final Progress progress) {
		step(progress, (study, watched) -> Steps.embed(study, method(Embedder.class, "embedding", "t-SNE"), Settings.of(
			"components", components, "dimensions", dimensions, "perplexity", perplexity, "iterations", iterations, "seed", seed),
			watched));
	}
}
