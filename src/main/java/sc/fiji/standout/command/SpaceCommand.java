package sc.fiji.standout.command;

import org.scijava.plugin.Parameter;

import sc.fiji.standout.cluster.Clusterer;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;
import sc.fiji.standout.study.Steps;

/** A command that clusters the features or the embedding. */
public abstract class SpaceCommand extends ImageCommand {

	@Parameter(persist = false, label = "Space", choices = { Steps.FEATURES, Steps.EMBEDDING },
		description = "Whether the features or the embedding are clustered")
	private String space = Steps.FEATURES;

	@Parameter(persist = false, label = "PCA components (0 = all)", min = "0",
		description = "Principal components of the features kept before the step; 0 = all features")
	private int components = 24;

	/** Clusters with the method of this name. */
	protected final void cluster(final String name, final Settings settings, final Progress progress) {
		final Settings all = settings.with("space", space).with("components", components);
		step(progress, (study, watched) -> Steps.cluster(study, method(Clusterer.class, "clustering", name), all, watched));
	}
}
