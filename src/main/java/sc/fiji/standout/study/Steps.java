package sc.fiji.standout.study;

import sc.fiji.standout.cluster.Clusterer;
import sc.fiji.standout.embedding.Embedder;
import sc.fiji.standout.feature.Features;
import sc.fiji.standout.feature.Featurizer;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Pca;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;
import sc.fiji.standout.outlier.Evidence;
import sc.fiji.standout.outlier.OutlierDetector;

/**
 * The steps from items to outliers: each reads what earlier steps left in the study, computes, and puts its whole
 * result into the study. A step that fails or is cancelled leaves the study as it was.
 */
public final class Steps {

	/** Values of the key {@code space}. */
	public static final String FEATURES = "Features";
	public static final String EMBEDDING = "Embedding";

	private Steps() {}

	/**
	 * Computes the features, or takes those of an earlier study that were made in the same way of the same pixels.
	 *
	 * @param before what was known about the items, or null
	 */
	public static void features(final Study study, final Featurizer method, final Settings settings, final Study before,
		final Progress progress)
	{
		final String identity = method.identity(settings);
		if (identity.isEmpty()) {
			study.setFeatures(method.features(study.items(), settings, progress), "");
			return;
		}
		final String origin = identity + " of " + Fingerprint.of(study.items(), progress
			.part(0, 0.05));
		final boolean again = before != null && origin.equals(before.featuresOrigin());
		study.setFeatures(again ? before.features() : method.features(study.items(), settings, progress.part(0.05, 1)),
			origin);
	}

	/** Embeds the features, reduced to {@code components} principal components before (0 = not reduced). */
	public static void embed(final Study study, final Embedder method, final Settings settings,
		final Progress progress)
	{
		final Matrix points = reduced(study, settings, progress.part(0, 0.1));
		study.setEmbedding(method.embed(points, settings, progress.part(0.1, 1)));
	}

	/** Clusters the (reduced) features, or the embedding if {@code space} is Embedding. */
	public static void cluster(final Study study, final Clusterer method, final Settings settings,
		final Progress progress)
	{
		final Matrix points = space(study, settings, progress.part(0, 0.1));
		study.setClustering(method.cluster(points, settings, progress.part(0.1, 1)));
	}

	/** Scores the (reduced) features, with all features and with the clustering where there is one. */
	public static void outliers(final Study study, final OutlierDetector method, final Settings settings,
		final Progress progress)
	{
		final Features features = features(study);
		final Matrix points = method.needsAllFeatures() ? features.matrix() : reduced(study, settings, progress.part(0,
			0.1));
		final Evidence evidence = new Evidence(points, study.clustering(), features.measuredNames(), features.measured(),
			features.matrix(), features.names());
		study.setOutliers(method.detect(evidence, settings, progress.part(0.1, 1)));
	}

	private static Matrix space(final Study study, final Settings settings, final Progress progress) {
		final String space = settings.text("space", FEATURES);
		if (space.equals(FEATURES)) return reduced(study, settings, progress);
		if (!space.equals(EMBEDDING)) throw new IllegalArgumentException("space=" + space +
			" does not exist; it must be Features or Embedding.");
		if (study.embedding() == null) throw new IllegalStateException(
			"space=Embedding needs an embedding; run an embedding command such as 'UMAP Embedding...' first.");
		return study.embedding();
	}

	/** The features as they are, or their first principal components, made once for all steps that ask for the same. */
	private static Matrix reduced(final Study study, final Settings settings, final Progress progress) {
		final Features features = features(study);
		final int components = settings.integer("components", 0, 0, Integer.MAX_VALUE);
		final Matrix matrix = features.matrix();
		final int most = Math.min(matrix.rows(), matrix.columns());
		if (components == 0 || components >= most) return matrix;
		return study.reduced(components, settings.seed(), () -> {
			progress.message("PCA: reducing " + matrix.columns() + " features to " + components + " components");
			return Pca.reduce(matrix, components, settings.seed(), progress);
		});
	}

	private static Features features(final Study study) {
		final Features features = study.features();
		if (features == null) throw new IllegalStateException("There are no features yet; run a features command such as " +
			"'Texture Features...' first.");
		return features;
	}
}
