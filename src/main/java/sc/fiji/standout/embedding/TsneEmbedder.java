package sc.fiji.standout.embedding;

import org.scijava.plugin.Plugin;

import sc.fiji.standout.embedding.tsne.Tsne;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/**
 * Lays points out by t-SNE.
 * <p>
 * Settings: {@code dimensions} (default 2, from 1 to 3), {@code perplexity} (0 for automatic: 30, less for few points),
 * {@code iterations} (750), {@code seed} (42).
 * </p>
 */
@Plugin(type = Embedder.class, name = "t-SNE")
public class TsneEmbedder implements Embedder {

	@Override
	public Matrix embed(final Matrix points, final Settings settings, final Progress progress) {
		final int dimensions = settings.integer("dimensions", 2, 1, 3);
		final double perplexity = settings.number("perplexity", 0, 0, 1000);
		final int iterations = settings.integer("iterations", 750, 1, 100_000);
		return new Tsne(dimensions, perplexity, iterations, settings.seed()).embed(points, progress);
	}
}
