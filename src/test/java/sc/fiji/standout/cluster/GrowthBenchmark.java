package sc.fiji.standout.cluster;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;

import sc.fiji.standout.Cost;
import sc.fiji.standout.FashionMnist;
import sc.fiji.standout.matrix.KdTree;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;

/**
 * How the time of neighbours, k-means and HDBSCAN grows with the number of items: Fashion-MNIST with shifted copies in 24
 * components. Arguments: numbers of items (100000 1000000).
 */
public final class GrowthBenchmark {

	private GrowthBenchmark() {}

	public static void main(final String... arguments) throws Exception {
		final String[] sizes = arguments.length > 0 ? arguments : new String[] { "100000", "1000000" };
		for (final String size : sizes) {
			final Matrix points = FashionMnist.augmented(Integer.parseInt(size));
			Cost start = Cost.start();
			final double[] farthest = KdTree.of(points).neighbors(15, Progress.NONE).distances();
			say("k-NN graph", points, start, farthest[14]);
			start = Cost.start();
			say("k-means, k = 10, 1 start", points, start, new KMeans(10, 1, 42).run(points, Progress.NONE)
				.inertia());
			start = Cost.start();
			say("HDBSCAN, samples 15", points, start, new Hdbscan(points.rows() / 100, 15).cluster(points, Progress.NONE)
				.count());
		}
	}

	private static void say(final String what, final Matrix points, final Cost start, final double result) {
		final long peak = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool
			.getType() == MemoryType.HEAP).mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
		System.out.printf("%s of %s: %s, result %.6g; peak heap so far %d MB%n", what, points, start.stop(), result,
			peak >> 20);
	}
}
