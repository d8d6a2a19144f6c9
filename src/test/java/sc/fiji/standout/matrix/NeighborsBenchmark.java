package sc.fiji.standout.matrix;

import java.util.Arrays;
import java.util.Map;

import sc.fiji.standout.FashionMnist;
import sc.fiji.standout.Peer;

/**
 * Time of the exact nearest neighbours of Fashion-MNIST in 24 components, k = 15, beside scikit-learn's k-d tree in the
 * same run. Arguments: how many points (70000), how many runs (3), whether to run the peer (true).
 */
public final class NeighborsBenchmark {

	private static final int K = 15;

	private NeighborsBenchmark() {}

	public static void main(final String... arguments) throws Exception {
		final int n = arguments.length > 0 ? Integer.parseInt(arguments[0]) : FashionMnist.COUNT;
		final int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
		final boolean peers = arguments.length < 3 || Boolean.parseBoolean(arguments[2]);
		final Matrix points = FashionMnist.reduced(n);
		for (int run = 1; run <= runs; run++) {
			final long start = System.nanoTime();
			final KdTree tree = KdTree.of(points);
			final double built = (System.nanoTime() - start) / 1e9;
			final Neighbors found = tree.neighbors(K, Progress.NONE);
			final double seconds = (System.nanoTime() - start) / 1e9;
			System.out.printf("k-NN graph %d x %d, run %d: %.2f s, of it the tree %.2f s; sum of distances %.4f%n", n, points
				.columns(), run, seconds, built, Arrays.stream(found.distances()).sum());
			if (!peers) continue;
			try (Peer peer = new Peer(points)) {
				final Map<String, Double> theirs = peer.run("neighbors.py", K);
				System.out.printf("  scikit-learn: %.2f s, ratio %.3f; sum of distances %.4f%n", theirs.get("seconds"),
					seconds / theirs.get("seconds"), theirs.get("sum"));
			}
		}
	}
}
