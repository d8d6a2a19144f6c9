package sc.fiji.standout.matrix;

import java.util.Arrays;
import java.util.Map;

import sc.fiji.standout.Cost;
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
			final Cost start = Cost.start();
			final KdTree tree = KdTree.of(points);
			final Cost built = start.stop();
			final Neighbors found = tree.neighbors(K, Progress.NONE);
			final Cost cost = start.stop();
			System.out.printf("k-NN graph %d x %d, run %d: %s, of it the tree %s; sum of distances %.4f%n", n, points
				.columns(), run, cost, built, Arrays.stream(found.distances()).sum());
			if (!peers) continue;
			try (Peer peer = new Peer(points)) {
				final Map<String, Double> printed = peer.run("neighbors.py", K);
				final Cost theirs = Cost.of(printed);
				System.out.printf("  scikit-learn: %s, %s; sum of distances %.4f%n", theirs, cost.ratio(theirs), printed.get(
					"sum"));
			}
		}
	}
}
