package sc.fiji.standout.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.standout.embedding.Embedder;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;
import sc.fiji.standout.study.Steps;

/** Lays the items out along their principal components. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>PCA Embedding...")
public class PcaEmbedding extends ImageCommand {

	@Parameter(persist = false, label = "PCA components (0 = all)", min = "0",
		description = "Principal components kept before the step; 0 = all features")
	private int components = 0;

	@Parameter(persist = false, label = "Dimensions", min = "1", description = "Dimensions of the embedding")
	private int dimensions = 2;

	@Parameter(persist = false, label = "Solver", choices = { "Randomized", "Exact" },
		description = "Randomized is faster with many features, and as good for a picture")
	private String solver = "Randomized";

	@Parameter(persist = false, label = "Seed", description = "The same seed gives the same result")
	private int seed = 42;

	@Override
	protected void execute(final Progress progress) {
		step(progress, (study, watched) -> Steps.embed(study, method(Embedder.class, "embedding", "PCA"), Settings.of("components", components,
			"dimensions", dimensions, "solver", solver, "seed", seed), watched));
	}
}
