package sc.fiji.standout.benchmark;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import sc.fiji.standout.cluster.HdbscanClusterer;
import sc.fiji.standout.cluster.KMeansClusterer;
import sc.fiji.standout.embedding.UmapEmbedder;
import sc.fiji.standout.matrix.KdTree;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/**
 * How the time grows with the number of items: Fashion-MNIST with shifted copies in 24 components. Arguments: the method
 * (neighbors, kmeans, hdbscan or umap), and numbers of items (100000 1000000). To be run with {@code -Xmx4g}.
 */
public final class GrowthBenchmark {

	/** Above so many items a method runs once. */
	private static final int WARM = 200_000;

	private GrowthBenchmark() {}

	public static void main(final String... arguments) throws Exception {
		final List<String> sizes = arguments.length > 1 ? Arrays.asList(arguments).subList(1, arguments.length) : List.of(
			"100000", "1000000");
		for (final String size : sizes) {
			final Matrix points = FashionMnist.augmented(Integer.parseInt(size));
			// the first runs of a program are slow, and the time of the smaller ones is what the others are compared with
			final Cost[] costs = new Cost[points.rows() > WARM ? 1 : 3];
			for (int run = 0; run < costs.length; run++) {
				Heap.reset();
				final Cost start = Cost.start();
				run(arguments[0], points);
				costs[run] = start.stop();
			}
			Arrays.sort(costs, Comparator.comparingDouble(Cost::seconds));
			System.out.printf("%s of %s: %s; peak heap %d MB%n", arguments[0], points, costs[costs.length / 2], Heap.peak());
		}
	}

	private static void run(final String method, final Matrix points) {
		final int n = points.rows();
		switch (method) {
			case "neighbors" -> KdTree.of(points, Progress.NONE).neighbors(15, Progress.NONE);
			case "kmeans" -> new KMeansClusterer().cluster(points, Settings.of("k", 10), Progress.NONE);
			case "hdbscan" -> new HdbscanClusterer().cluster(points, Settings.of("size", n / 100, "samples", 15),
				Progress.NONE);
			case "umap" -> new UmapEmbedder().embed(points, Settings.DEFAULTS, Progress.NONE);
			default -> throw new IllegalArgumentException(method + " is not neighbors, kmeans, hdbscan or umap.");
		}
	}
}
