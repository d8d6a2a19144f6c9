package sc.fiji.standout.matrix;

import java.util.Arrays;
import java.util.Map;

import sc.fiji.standout.Cost;
import sc.fiji.standout.FashionMnist;
import sc.fiji.standout.Peer;

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
				final Cost start = Cost.start();
				final Pca pca = Pca.fit(points, 24, 42, Progress.NONE);
				pca.transform(points, Progress.NONE);
				final Cost cost = start.stop();
				final double variance = Arrays.stream(pca.explainedVariance()).sum();
				final Map<String, Double> printed = peer.run("pca.py", 24, 42);
				final Cost theirs = Cost.of(printed);
				System.out.printf("PCA %s to 24, run %d: %s; scikit-learn randomised: %s, %s; explained variance, ratio %.6f%n",
					points, run, cost, theirs, cost.ratio(theirs), variance / printed.get("variance"));
			}
		}
	}
}
