package sc.fiji.standout.benchmark;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.concurrent.Callable;

import ij.IJ;

import sc.fiji.standout.cluster.HdbscanClusterer;
import sc.fiji.standout.embedding.Embedder;

import sc.fiji.standout.embedding.UmapEmbedder;
import sc.fiji.standout.feature.PixelsFeaturizer;
import sc.fiji.standout.feature.texture.Texture;
import sc.fiji.standout.imagej.ImageItems;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Pca;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;
import sc.fiji.standout.outlier.NeighborDistanceOutliers;
import sc.fiji.standout.study.Study;
import sc.fiji.standout.study.Workflow;

/**
 * Time and memory of the main job on 10,000 digits, beside its UMAP step alone, and how true the UMAP layout is. Run by
 * {@code scripts/benchmark}.
 */
public final class MainJobBenchmark {

	private static final Settings DEFAULTS = Settings.of("components", 24, "contamination", 0.05, "seed", 42);
	private static final String STACK = "../shared/data/mnist10k.tif";

	private MainJobBenchmark() {}

	public static void main(final String... arguments) throws Exception {
		if (!new File(STACK).exists()) {
			System.out.println("missing: " + STACK);
			return;
		}
		final Items items = ImageItems.slices(IJ.openImage(STACK));
		Study study = null;
		for (int run = 1; run <= 3; run++) {
			final double[] within = new double[1];
			final Embedder timed = (points, settings, progress) -> {
				final long begin = System.nanoTime();
				final Matrix layout = new UmapEmbedder().embed(points, settings, progress);
				within[0] = seconds(begin);
				return layout;
			};
			final long start = System.nanoTime();
			study = new Workflow(new Texture(), timed, new HdbscanClusterer(), new NeighborDistanceOutliers()).run(items, DEFAULTS,
				Progress.NONE);
			final double all = seconds(start);
			final Matrix points = Pca.reduce(study.features().matrix(), 24, 42, Progress.NONE);
			final long umap = System.nanoTime();
			new UmapEmbedder().embed(points, DEFAULTS, Progress.NONE);
			final double alone = seconds(umap);
			System.out.printf("Find Outliers, run %d: %.2f s; its UMAP step: %.2f s, ratio %.2f; UMAP alone, after it: %.2f s, " +
				"ratio %.2f%n", run, all, within[0], all / within[0], alone, all / alone);
		}
		System.out.printf("Peak heap so far: %d MB of at most %d MB%n", peakHeap() >> 20, Runtime.getRuntime()
			.maxMemory() >> 20);

		final Matrix pixels = Pca.reduce(new PixelsFeaturizer().features(items, Settings.DEFAULTS, Progress.NONE).matrix(),
			24, 42, Progress.NONE);
		final Callable<Matrix> layout = () -> new UmapEmbedder().embed(pixels, DEFAULTS, Progress.NONE);
		final Matrix one = Parallel.withThreads(1, layout);
		final Matrix two = Parallel.withThreads(2, layout);
		System.out.printf("UMAP of the pixels in 24 components: trustworthiness (k = 15) %.4f; same bits on 1 and 2 threads: " +
			"%s%n", Trustworthiness.of(pixels, two, 15), one.equals(two));
	}

	private static double seconds(final long start) {
		return (System.nanoTime() - start) / 1e9;
	}

	private static long peakHeap() {
		return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP).map(
			MemoryPoolMXBean::getPeakUsage).mapToLong(usage -> usage.getUsed()).sum();
	}
}
