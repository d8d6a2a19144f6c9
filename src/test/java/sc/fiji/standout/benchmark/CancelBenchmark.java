package sc.fiji.standout.benchmark;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import sc.fiji.standout.cluster.DamlClusterer;
import sc.fiji.standout.cluster.HdbscanClusterer;
import sc.fiji.standout.cluster.HierarchicalClusterer;
import sc.fiji.standout.cluster.KMeansClusterer;
import sc.fiji.standout.embedding.PcaEmbedder;
import sc.fiji.standout.embedding.TsneEmbedder;
import sc.fiji.standout.embedding.UmapEmbedder;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;
import sc.fiji.standout.outlier.ConsensusOutliers;
import sc.fiji.standout.outlier.Evidence;
import sc.fiji.standout.outlier.IsolationForestOutliers;
import sc.fiji.standout.outlier.LocalOutlierFactorOutliers;
import sc.fiji.standout.outlier.NeighborDistanceOutliers;
import sc.fiji.standout.outlier.PcaResidualOutliers;
import sc.fiji.standout.outlier.StatisticsOutliers;

/**
 * How long every method goes on after it was cancelled, at most, when cancelled at many times from its start on. Arguments:
 * how many pictures of Fashion-MNIST (70000), how many components they have (24; up to 784 for at most 70000), and parts of
 * the names of the methods that are wanted (all). Ward and DAML get 10,000 pictures.
 */
public final class CancelBenchmark {

	private static final double[] AFTER = { 0, 0.02, 0.05, 0.1, 0.2, 0.4, 0.7, 1, 1.5, 2, 3, 5, 8, 13, 21, 34 };

	private CancelBenchmark() {}

	public static void main(final String... arguments) throws Exception {
		final int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : FashionMnist.COUNT;
		final int columns = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 24;
		final Matrix points = columns == 24 ? FashionMnist.augmented(count) : FashionMnist.reduced(count, columns);
		final Matrix small = FashionMnist.reduced(10_000);
		final Evidence evidence = new Evidence(points, null);
		final Settings none = Settings.DEFAULTS;
		final Map<String, Consumer<Progress>> methods = new LinkedHashMap<>();
		methods.put("PCA", progress -> new PcaEmbedder().embed(points, none, progress));
		methods.put("UMAP", progress -> new UmapEmbedder().embed(points, none, progress));
		methods.put("t-SNE", progress -> new TsneEmbedder().embed(points, none, progress));
		methods.put("k-means", progress -> new KMeansClusterer().cluster(points, none, progress));
		methods.put("k-means, k = 2000", progress -> new KMeansClusterer().cluster(points, Settings.of("k", 2000), progress));
		methods.put("HDBSCAN", progress -> new HdbscanClusterer().cluster(points, none, progress));
		methods.put("hierarchical, ward", progress -> new HierarchicalClusterer().cluster(small, none, progress));
		methods.put("hierarchical, single", progress -> new HierarchicalClusterer().cluster(points, Settings.of("linkage",
			"Single"), progress));
		methods.put("DAML", progress -> new DamlClusterer().cluster(small, none, progress));
		methods.put("isolation forest", progress -> new IsolationForestOutliers().detect(evidence, none, progress));
		methods.put("LOF", progress -> new LocalOutlierFactorOutliers().detect(evidence, none, progress));
		methods.put("neighbor distance", progress -> new NeighborDistanceOutliers().detect(evidence, none, progress));
		methods.put("PCA residual", progress -> new PcaResidualOutliers().detect(evidence, none, progress));
		methods.put("statistics", progress -> new StatisticsOutliers().detect(evidence, none, progress));
		methods.put("consensus", progress -> new ConsensusOutliers().detect(evidence, none, progress));
		final List<String> wanted = Arrays.asList(arguments).subList(Math.min(2, arguments.length), arguments.length);
		for (final Map.Entry<String, Consumer<Progress>> method : methods.entrySet()) {
			if (!wanted.isEmpty() && wanted.stream().noneMatch(method.getKey()::contains)) continue;
			double worst = 0;
			int cancelled = 0;
			for (final double after : AFTER) {
				final double late = late(method.getValue(), after);
				if (Double.isNaN(late)) break;
				worst = Math.max(worst, late);
				cancelled++;
			}
			System.out.printf("%s: cancelled %d times, at most %.2f s later%n", method.getKey(), cancelled, worst);
		}
	}

	/** The seconds from cancelling to the end, NaN where it ended before. */
	private static double late(final Consumer<Progress> method, final double after) {
		final long when = System.nanoTime() + (long) (after * 1e9);
		try {
			method.accept(new Progress() {

				@Override
				public void report(final double fraction) {}

				@Override
				public boolean isCanceled() {
					return System.nanoTime() >= when;
				}

				@Override
				public void message(final String text) {}
			});
			return Double.NaN;
		}
		catch (final CancellationException e) {
			return (System.nanoTime() - when) / 1e9;
		}
	}
}
