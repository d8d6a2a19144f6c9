package sc.fiji.standout.cluster;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.Random;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/**
 * Times the DAML clusterer on ten normal groups with some far points; arguments: n d, by default 5717 x 128. Prints
 * wall time, processor time and how much more heap was in use at most.
 */
final class DamlBenchmark {

	private DamlBenchmark() {}

	public static void main(final String[] args) throws Exception {
		final int n = args.length > 0 ? Integer.parseInt(args[0]) : 5717;
		final int d = args.length > 1 ? Integer.parseInt(args[1]) : 128;
		final Random random = new Random(1);
		final double[][] centers = new double[10][d];
		for (final double[] center : centers) for (int j = 0; j < d; j++) center[j] = 2 * random.nextGaussian();
		final float[] values = new float[n * d];
		for (int i = 0; i < values.length; i++) values[i] = (float) (centers[i / d % 10][i % d] + random.nextGaussian() *
			(i / d % 100 == 7 ? 3 : 1));
		final Matrix points = Matrix.of(values, n, d);
		for (int run = 0; run < 4; run++) {
			System.gc();
			used(true);
			final long before = used(false);
			final long cpu = processor();
			final long start = System.nanoTime();
			final Clustering found = new DamlClusterer().cluster(points, Settings.DEFAULTS, Progress.NONE);
			System.out.printf("DAML %d x %d: %.2f s, %.2f s of the processor, %d MB more heap, %d clusters, %d outliers%n", n, d,
				(System.nanoTime() - start) / 1e9, (processor() - cpu) / 1e9, used(false) - before >> 20, found.count(),
				java.util.Arrays.stream(found.labels()).filter(label -> label < 0).count());
		}
	}

	/** The most heap in use since the last reset, garbage counted. */
	private static long used(final boolean reset) {
		long sum = 0;
		for (final MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
			if (pool.getType() != java.lang.management.MemoryType.HEAP) continue;
			if (reset) pool.resetPeakUsage();
			sum += reset ? 0 : pool.getPeakUsage().getUsed();
		}
		return sum;
	}

	private static long processor() {
		return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
	}
}
