package sc.fiji.standout.study;

import sc.fiji.standout.cluster.Clusterer;
import sc.fiji.standout.embedding.Embedder;
import sc.fiji.standout.feature.Featurizer;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;
import sc.fiji.standout.outlier.OutlierDetector;

/**
 * The main job: features, embedding, clusters, outliers, in one go.
 *
 * @param clusterer may be null: no clusters
 */
public record Workflow(Featurizer featurizer, Embedder embedder, Clusterer clusterer, OutlierDetector detector) {

	/** Does all steps on a new study of items of which nothing is known yet; see the other method. */
	public Study run(final Items items, final Settings settings, final Progress progress) {
		return run(items, settings, null, progress);
	}

	/**
	 * Does all steps on a new study.
	 *
	 * @param before what was known about the image, or null; its features are used again where they are the same
	 * @throws IllegalArgumentException in one sentence, before anything is computed where that can be
	 */
	public Study run(final Items items, final Settings settings, final Study before, final Progress progress) {
		check(items.size(), settings);
		final Study study = new Study(items);
		progress.message("Computing features");
		Steps.features(study, featurizer, settings, before, progress.part(0, 0.3));
		progress.message("Embedding");
		Steps.embed(study, embedder, settings, progress.part(0.3, 0.8));
		if (clusterer != null) {
			progress.message("Clustering");
			Steps.cluster(study, clusterer, settings, progress.part(0.8, 0.95));
		}
		progress.message("Finding outliers");
		final Settings own = settings.with("components", detector.components(Steps.components(settings)));
		Steps.outliers(study, detector, own, progress.part(0.95, 1));
		return study;
	}

	/** Refuses what cannot work with n items, whatever they show. */
	private void check(final int n, final Settings settings) {
		settings.number("contamination", 0, 0, 0.5);
		settings.seed();
		Steps.components(settings);
		if (clusterer == null && detector.needsClustering()) throw new IllegalArgumentException(
			"clustering=None leaves nothing to find outliers in clusters by; choose a clustering or another way to find outliers.");
		if (clusterer == null) return;
		Steps.isEmbeddingClustered(settings);
		clusterer.check(n, settings);
	}
}
