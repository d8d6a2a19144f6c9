package sc.fiji.standout.study;

import sc.fiji.standout.cluster.Clusterer;
import sc.fiji.standout.embedding.Embedder;
import sc.fiji.standout.embedding.Embedding;
import sc.fiji.standout.feature.Features;
import sc.fiji.standout.feature.Featurizer;
import sc.fiji.standout.feature.ItemReader;
import sc.fiji.standout.feature.Note;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.SomeItems;
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
			study.setFeatures(made(study.items(), method, settings, progress), "");
			return;
		}
		final String origin = identity + " of " + Fingerprint.of(study.items(), progress
			.part(0, 0.05));
		final boolean again = before != null && origin.equals(before.featuresOrigin());
		study.setFeatures(again ? before.features() : made(study.items(), method, settings, progress.part(0.05, 1)), origin);
	}

	/** The features of all items; those of which nothing is known are NaN, and a note says so. */
	private static Features made(final Items items, final Featurizer method, final Settings settings,
		final Progress progress)
	{
		final Rows readable = new Rows(items.size(), ItemReader.readable(items, progress.part(0, 0.02))).enough();
		final Features made = readable.expand(method.features(readable.isAll() ? items : new SomeItems(items, readable.kept()),
			settings, progress.part(0.02, 1)));
		final Rows finite = Rows.finite(made.matrix(), progress).enough();
		return finite.isAll() ? made : made.with(Note.warning(finite.left(), "no finite features",
			"left out of embedding and clusters, and flagged as outliers"));
	}

	/** Embeds the features, reduced to {@code components} principal components before (0 = not reduced). */
	public static void embed(final Study study, final Embedder method, final Settings settings,
		final Progress progress)
	{
		final Features features = features(study);
		final Rows rows = rows(study, progress);
		final Study.Reduction reduction = reduction(study, rows.select(features.matrix()), settings, progress.part(0, 0.1));
		final Embedding embedding = method.fit(reduction.points(), settings, progress.part(0.1, 1));
		final boolean isMap = embedding.placer() != null && features.scaling() != null;
		study.setEmbedding(rows.expand(embedding.layout()), isMap ? new ItemMap(features.kind(), features.scaling(), reduction
			.pca(), embedding.placer()) : null);
	}

	/**
	 * Places the items into the embedding of another study, which is not changed, by the scale of that one's features and
	 * its principal components.
	 *
	 * @param other the study with the map
	 * @param title of the image of the other study
	 * @return what the user should know about the places, or null
	 * @throws IllegalStateException when the other study has no embedding that can take more items
	 * @throws IllegalArgumentException when the features of both are not the same
	 */
	public static Note place(final Study study, final Study other, final String title, final Progress progress) {
		if (other == study) throw new IllegalArgumentException("map=" + title +
			" is the image itself; give the title of another one, or none to make a map of these items.");
		final ItemMap map = other.map();
		if (map == null) throw new IllegalStateException(other.embedding() == null ? "There is no map of \"" + title +
			"\" yet; run 'UMAP Embedding...' on that image first." : "The embedding of \"" + title +
				"\" takes no more items; only one that 'UMAP Embedding...' has made of an image's own items does.");
		final Features features = features(study);
		study.setEmbedding(map.place(features, title, progress));
		return map.note(features, title);
	}

	/** Clusters the (reduced) features, or the embedding if {@code space} is Embedding. */
	public static void cluster(final Study study, final Clusterer method, final Settings settings,
		final Progress progress)
	{
		final Matrix embedding = embedding(study, settings);
		final Rows rows = embedding == null ? rows(study, progress) : Rows.finite(embedding, progress);
		method.check(rows.kept().length, settings);
		final Matrix points = embedding == null ? reduced(study, rows.select(study.features().matrix()), settings, progress
			.part(0, 0.1)) : rows.select(embedding);
		study.setClustering(rows.expand(method.cluster(points, settings, progress.part(0.1, 1))));
	}

	/** Scores the (reduced) features, with all features and with the clustering where there is one. */
	public static void outliers(final Study study, final OutlierDetector method, final Settings settings,
		final Progress progress)
	{
		final Features features = features(study);
		final Rows rows = rows(study, progress);
		final Matrix all = rows.select(features.matrix());
		final Matrix points = method.needsAllFeatures() ? all : reduced(study, all, settings, progress.part(0, 0.1));
		final Evidence evidence = new Evidence(points, rows.select(study.clustering()), features.measuredNames(), rows.select(
			features.measured()), all, features.names());
		study.setOutliers(rows.expand(method.detect(evidence, settings, progress.part(0.1, 1))));
	}

	/** The rows whose features are known. */
	private static Rows rows(final Study study, final Progress progress) {
		return Rows.finite(features(study).matrix(), progress).enough();
	}

	/** The embedding where it is to be clustered, null where the features are. */
	private static Matrix embedding(final Study study, final Settings settings) {
		if (!isEmbeddingClustered(settings)) return null;
		if (study.embedding() == null) throw new IllegalStateException(
			"space=Embedding needs an embedding; run an embedding command such as 'UMAP Embedding...' first.");
		return study.embedding();
	}

	/**
	 * Whether the settings ask for clusters in the embedding, rather than among the features.
	 *
	 * @throws IllegalArgumentException when they ask for another space
	 */
	static boolean isEmbeddingClustered(final Settings settings) {
		final String space = settings.text("space", FEATURES);
		if (!space.equals(FEATURES) && !space.equals(EMBEDDING)) throw new IllegalArgumentException("space=" + space +
			" does not exist; it must be Features or Embedding.");
		return space.equals(EMBEDDING);
	}

	/** How many principal components are kept before a step, 0 = the features as they are. */
	static int components(final Settings settings) {
		return settings.integer("components", 0, 0, Integer.MAX_VALUE);
	}

	/** The points of a reduction. */
	private static Matrix reduced(final Study study, final Matrix matrix, final Settings settings,
		final Progress progress)
	{
		return reduction(study, matrix, settings, progress).points();
	}

	/** The features as they are, or their first principal components, made once for all steps that ask for the same. */
	private static Study.Reduction reduction(final Study study, final Matrix matrix, final Settings settings,
		final Progress progress)
	{
		final int components = components(settings);
		final int most = Math.min(matrix.rows(), matrix.columns());
		if (components == 0 || components >= most) return new Study.Reduction(matrix, null);
		return study.reduced(components, settings.seed(), () -> {
			progress.message("PCA: reducing " + matrix.columns() + " features to " + components + " components");
			final Pca pca = Pca.fit(matrix, components, settings.seed(), progress.part(0, 0.9));
			return new Study.Reduction(pca.transform(matrix, progress.part(0.9, 1)), pca);
		});
	}

	private static Features features(final Study study) {
		final Features features = study.features();
		if (features == null) throw new IllegalStateException("There are no features yet; run a features command such as " +
			"'Texture Features...' first.");
		return features;
	}
}
