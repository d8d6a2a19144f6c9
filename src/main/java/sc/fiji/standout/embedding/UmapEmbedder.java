package sc.fiji.standout.embedding;

import org.scijava.plugin.Plugin;

import sc.fiji.standout.embedding.umap.Metric;
import sc.fiji.standout.embedding.umap.Umap;
import sc.fiji.standout.embedding.umap.UmapModel;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/**
 * Lays points out by UMAP.
 * <p>
 * Settings: {@code dimensions} (default 2), {@code neighbors} (15, the point itself counted), {@code distance} (0.1, the
 * least distance in the layout, from 0 to 1), {@code metric} (Euclidean or Cosine), {@code seed} (42), {@code epochs} (0
 * for automatic).
 * </p>
 */
@Plugin(type = Embedder.class, name = "UMAP")
public class UmapEmbedder implements Embedder {

	@Override
	public Matrix embed(final Matrix points, final Settings settings, final Progress progress) {
		return fit(points, settings, progress).layout();
	}

	@Override
	public Embedding fit(final Matrix points, final Settings settings, final Progress progress) {
		final int dimensions = settings.integer("dimensions", 2, 1, 100);
		final int neighbors = settings.integer("neighbors", 15, 2, 1000);
		final double distance = settings.number("distance", .1, 0, 1);
		final Metric metric = Metric.of(settings.text("metric", "Euclidean"));
		final int epochs = settings.integer("epochs", 0, 0, 100_000);
		final UmapModel model = new Umap(dimensions, neighbors, distance, metric, epochs, settings.seed()).fit(points,
			progress);
		return new Embedding(model.layout(), model);
	}
}
