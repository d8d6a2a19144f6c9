package sc.fiji.standout.embedding;

import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Pca;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/**
 * Lays points out along their first principal components.
 * <p>
 * Settings: {@code dimensions} (default 2, at most the smaller of items and features), {@code solver} (Randomized, the
 * default, or Exact), {@code seed}.
 * </p>
 */
@Plugin(type = Embedder.class, name = "PCA")
public class PcaEmbedder implements Embedder {

	@Override
	public Matrix embed(final Matrix points, final Settings settings, final Progress progress) {
		final int dimensions = settings.integer("dimensions", 2, 1, Integer.MAX_VALUE);
		final int most = Math.min(points.rows(), points.columns());
		if (dimensions > most) throw new IllegalArgumentException("dimensions=" + dimensions + " must be from 1 to " +
			most + " for " + points.rows() + " items with " + points.columns() + " features.");
		final Pca.Solver solver = solver(settings.text("solver", "Randomized"));
		final Pca pca = Pca.fit(points, dimensions, solver, settings.seed(), progress.part(0, .9));
		return pca.transform(points, progress.part(.9, 1));
	}

	/** Solvers by the names that macros use. */
	private static Pca.Solver solver(final String name) {
		return switch (name) {
			case "Randomized" -> Pca.Solver.RANDOMIZED;
			case "Exact" -> Pca.Solver.EXACT;
			default -> throw new IllegalArgumentException("solver=" + name + " must be Randomized or Exact.");
		};
	}
}
