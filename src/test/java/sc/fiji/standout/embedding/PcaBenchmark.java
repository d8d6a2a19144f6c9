package sc.fiji.standout.embedding;

import java.util.Arrays;
import java.util.Map;

import sc.fiji.standout.FashionMnist;
import sc.fiji.standout.Peer;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;

/**
 * Time of the first 24 principal components of 10,000 pictures of Fashion-MNIST beside scikit-learn's randomised ones in
 * the same run. Argument: how many runs (5).
 */
public final class PcaBenchmark {

	private PcaBenchmark() {}

	public static void main(final String... arguments) throws Exception {
		final int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
		final Matrix points = FashionMnist.pixels(10_000);
		try (Peer peer = new Peer(points)) {
			for (int run = 1; run <= runs; run++) {
				final long start = System.nanoTime();
				final Pca pca = Pca.fit(points, 24, 42, Progress.NONE);
				pca.transform(points, Progress.NONE);
				final double seconds = (System.nanoTime() - start) / 1e9;
				final double variance = Arrays.stream(pca.explainedVariance()).sum();
				final Map<String, Double> theirs = peer.run("pca.py", 24, 42);
				System.out.printf("PCA %s to 24: %.2f s; scikit-learn randomised: %.2f s, ratio %.3f; explained variance, " +
					"ratio %.6f%n", points, seconds, theirs.get("seconds"), seconds / theirs.get("seconds"), variance / theirs.get(
						"variance"));
			}
		}
	}
}
