package sc.fiji.standout.cluster;

import java.util.Random;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.MinimumSpanningTree;
import sc.fiji.standout.matrix.Progress;

/** Times the linkages on standard normal points; arguments: linkage n d, or Tree for the spanning tree of the k-d tree. */
final class HierarchicalBenchmark {

	private HierarchicalBenchmark() {}

	public static void main(final String[] args) {
		final int n = Integer.parseInt(args[1]);
		final int d = Integer.parseInt(args[2]);
		final Matrix points = Matrix.of(new Random(1).doubles((long) n * d).toArray(), n, d);
		for (int run = 0; run < 3; run++) {
			final long start = System.nanoTime();
			if (args[0].equals("Tree")) MinimumSpanningTree.euclidean(points, Progress.NONE);
			else Linkage.of(args[0]).dendrogram(points, Progress.NONE);
			System.out.printf("%s %d x %d: %.2f s%n", args[0], n, d, (System.nanoTime() - start) / 1e9);
		}
	}
}
