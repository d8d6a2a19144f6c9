package sc.fiji.standout.command;

import java.util.ArrayList;
import java.util.List;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.plugin.SciJavaPlugin;

import ij.ImagePlus;
import sc.fiji.standout.cluster.Clusterer;
import sc.fiji.standout.embedding.Embedder;
import sc.fiji.standout.feature.Featurizer;
import sc.fiji.standout.feature.Note;
import sc.fiji.standout.feature.deep.ModelStore;
import sc.fiji.standout.feature.deep.NetworkTrial;
import sc.fiji.standout.feature.deep.TextureAndCnnFeaturizer;
import sc.fiji.standout.imagej.Studies;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;
import sc.fiji.standout.outlier.OutlierDetector;
import sc.fiji.standout.study.Steps;
import sc.fiji.standout.study.Study;
import sc.fiji.standout.study.Workflow;

/** The main job in one command: from an opened stack to its outliers, in linked windows. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>Find Outliers...", initializer = "initChoices")
public class FindOutliers extends ItemsCommand {

	private static final String NONE = "None";
	private static final String AUTOMATIC = "Automatic";
	private static final String TEXTURE = "Texture";

	@Parameter(persist = false, label = "Features", description = "How each image is described in numbers; Automatic: by " +
		"texture, and by a network (CNN) beside it where one is on this computer")
	private String features = AUTOMATIC;

	@Parameter(persist = false, required = false, label = "Model",
		description = "For CNN features: MobileNetV2, SqueezeNet or the path of a network (.onnx, .pt, .json); for Autoencoder: " +
			"the path of a saved one")
	private String model = ModelStore.NAMES.get(0);

	@Parameter(persist = false, label = "Download a missing model")
	private boolean download = false;

	@Parameter(persist = false, label = "PCA components (0 = all)", min = "0",
		description = "Principal components of the features kept for embedding and clustering; 0 = all features. Outlier methods " +
			"that look at neighbors keep at least 100, PCA Residual has all")
	private int components = 24;

	@Parameter(persist = false, label = "Embedding", description = "How the items are laid out in the plot")
	private String embedding = "UMAP";

	@Parameter(persist = false, label = "Clustering", description = "How the items are grouped")
	private String clustering = "HDBSCAN";

	@Parameter(persist = false, label = "Clusters (k)", min = "1", description = "How many clusters, for K-Means and Hierarchical")
	private int k = 8;

	@Parameter(persist = false, label = "Space", choices = { Steps.FEATURES, Steps.EMBEDDING },
		description = "Whether the features or the embedding are clustered")
	private String space = Steps.FEATURES;

	@Parameter(persist = false, label = "Outliers", description = "What makes an item an outlier")
	private String outliers = "Neighbor Distance";

	@Parameter(persist = false, label = "Contamination", min = "0", max = "0.5", stepSize = "0.01",
		description = "Fraction of the items that is flagged; 0 = the method's own rule")
	private double contamination = 0.05;

	@Parameter(persist = false, label = "Seed", description = "The same seed gives the same result")
	private int seed = 42;

	@Parameter(persist = false, label = "Show scatter plot")
	private boolean plot = true;

	@Parameter(persist = false, label = "Show montage of outliers")
	private boolean montage = true;

	@Parameter(persist = false, label = "Show items table")
	private boolean table = false;

	@Override
	protected void execute(final Progress progress) {
		final ImagePlus target = image();
		final Progress watched = whileOpen(target, progress);
		final Settings settings = ModelOffer.local(Settings.of("components", components, "k", k, "space", space,
			"contamination", contamination, "seed", seed)).with("download", download);
		final String kind = features.equals(AUTOMATIC) ? automatic(settings, progress) : features;
		final Workflow workflow = new Workflow(featurizer(kind), method(Embedder.class, "embedding", embedding),
			clustering.equals(NONE) ? null : method(Clusterer.class, "clustering", clustering), method(
				OutlierDetector.class, "outliers", outliers));
		final Study study = attach(target, workflow.run(items(watched), withModel(kind, settings, progress), Studies.of(
			target), watched));
		final List<Runnable> windows = new ArrayList<>();
		if (plot) windows.add(() -> Windows.plot(target, study, "", ""));
		if (montage) windows.add(() -> Windows.montage(target, study));
		if (table) windows.add(() -> Windows.table(target, study));
		Windows.open(windows);
	}

	/**
	 * A network sees what texture does not, and the other way round. One that is here and cannot be used is said; but a file
	 * that the user names is what the user wants, and no other features will do.
	 */
	private String automatic(final Settings settings, final Progress progress) {
		final Settings network = settings.with("model", model);
		if (ModelStore.isFile(network)) return TextureAndCnnFeaturizer.NAME;
		if (!download && !ModelStore.isAtHand(network, progress)) return TEXTURE;
		final Throwable problem = NetworkTrial.problem(network, progress);
		if (problem == null) return TextureAndCnnFeaturizer.NAME;
		note(Note.warning("The network was left out, and the features are Texture alone. " + Report.sentence(problem)));
		return TEXTURE;
	}

	/** The model of networks that were trained before; an autoencoder learns from the items unless a file is given. */
	private Settings withModel(final String kind, final Settings settings, final Progress progress) {
		if (kind.contains("CNN")) return ModelOffer.settings(settings.with("model", model), progress);
		return ModelStore.NAMES.contains(model) ? settings : settings.with("model", model);
	}

	/** Fills the choosers with all methods there are. */
	@SuppressWarnings("unused")
	private void initChoices() {
		choices("features", Featurizer.class, AUTOMATIC);
		choices("embedding", Embedder.class);
		choices("clustering", Clusterer.class, NONE);
		choices("outliers", OutlierDetector.class);
	}

	private void choices(final String key, final Class<? extends SciJavaPlugin> type, final String... more) {
		final List<String> choices = new ArrayList<>(methods(type));
		choices.addAll(List.of(more));
		getInfo().getMutableInput(key, String.class).setChoices(choices);
	}
}
