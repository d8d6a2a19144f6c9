package sc.fiji.standout.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import sc.fiji.standout.cluster.Clusterer;
import sc.fiji.standout.cluster.DamlClusterer;
import sc.fiji.standout.cluster.HdbscanClusterer;
import sc.fiji.standout.cluster.HierarchicalClusterer;
import sc.fiji.standout.cluster.KMeansClusterer;
import sc.fiji.standout.embedding.Embedder;
import sc.fiji.standout.embedding.TsneEmbedder;
import sc.fiji.standout.embedding.UmapEmbedder;
import sc.fiji.standout.matrix.KdTree;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Pca;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;
import sc.fiji.standout.outlier.Evidence;
import sc.fiji.standout.outlier.IsolationForestOutliers;
import sc.fiji.standout.outlier.LocalOutlierFactorOutliers;
import sc.fiji.standout.outlier.NeighborDistanceOutliers;
import sc.fiji.standout.outlier.OutlierDetector;

/**
 * Prints the README's table of methods: times beside those of the peers, in turns, on the same pictures of Fashion-MNIST,
 * and how good the results are. Arguments: how many runs of each, of which the median is shown (3), and parts of the
 * names of the tasks that are wanted (all).
 */
public final class MethodsBenchmark {

	private interface Points {

		Matrix get() throws Exception;
	}

	private interface Method {

		Outcome run(Matrix points, int seed) throws Exception;
	}

	private interface Work {

		double[] on(Matrix points, Settings settings);
	}

	private interface Quality {

		String of(Matrix points, List<Outcome> ours, List<Outcome> theirs);
	}

	/** @param limit what is wanted at most, as said in the table */
	private record Task(String name, Points points, Method ours, String rival, Method theirs, String limit,
		Quality quality)
	{}

	private static final Settings K10 = Settings.of("k", 10);
	private static final Settings SAMPLES = Settings.of("size", 16, "samples", 15);

	/** What takes less than a second is run more often. */
	private static final int SHORT_RUNS = 9;

	private MethodsBenchmark() {}

	public static void main(final String... arguments) throws Exception {
		final int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
		final List<String> wanted = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
		final Matrix pixels = FashionMnist.pixels(10_000);
		final Matrix small = FashionMnist.reduced(10_000);
		final Matrix large = FashionMnist.reduced(FashionMnist.COUNT);
		System.out.println("| task | Standout (s) | peer (s) | ratio | at most | quality | peer |");
		System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
		for (final Task task : tasks(pixels, small, large)) {
			if (wanted.isEmpty() || wanted.stream().anyMatch(task.name()::contains)) System.out.println(row(task, runs));
		}
	}

	private static List<Task> tasks(final Matrix pixels, final Matrix small, final Matrix large) {
		final Method neighbors = work(Settings.DEFAULTS, (points, settings) -> KdTree.of(points, Progress.NONE).neighbors(15, Progress.NONE).distances());
		final Method kMeans = labels(new KMeansClusterer(), K10);
		final Method hdbscan = labels(new HdbscanClusterer(), SAMPLES);
		final Method umap = layout(new UmapEmbedder());
		return List.of(//
			peer("PCA, 10,000 x 784 to 24", pixels, work(Settings.DEFAULTS, (points, settings) -> Pca.reduce(points,
				24, settings.seed(), Progress.NONE).toDoubles()), "pca",
				"1.0", Agreement::variance), //
			peer("k-means, k = 10, 10,000 x 784", pixels, kMeans, "kmeans", "1.0", Agreement::inertia), //
			peer("k-means, k = 10, 70,000 x 24", large, kMeans, "kmeans", "1.0", Agreement::inertia), //
			peer("exact k-NN graph, k = 15, 70,000 x 24", large, neighbors, "neighbors", "3 s, 0.1", Agreement::distances), //
			peer("HDBSCAN (size 16, samples 15), 10,000 x 24", small, hdbscan, "hdbscan.R", "0.1", Agreement::partition), //
			new Task("HDBSCAN (size 16, samples 15), 70,000 x 24", () -> large, hdbscan, "our k-NN graph", neighbors, "3",
				Agreement::clusters), //
			new Task("HDBSCAN as it is set by default, 70,000 x 24", () -> large, labels(new HdbscanClusterer(),
				Settings.DEFAULTS), "our k-NN graph", neighbors, "-", Agreement::clusters), //
			peer("UMAP, 10,000 x 24", small, umap, "umap", "0.4", Agreement::trust), //
			peer("UMAP, 70,000 x 24", large, umap, "umap", "0.4", Agreement::trust), //
			peer("t-SNE, 10,000 x 24", small, layout(new TsneEmbedder()), "tsne", "60 s", Agreement::trust), //
			peer("hierarchical, ward, 10,000 x 24", small, labels(new HierarchicalClusterer(), K10), "ward", "1.0",
				Agreement::partition), //
			peer("isolation forest, 300 trees, 70,000 x 24", large, scores(new IsolationForestOutliers(), Settings.of("trees",
				300)), "forest", "1.0", Agreement::ranks), //
			peer("isolation forest, 300 trees beside 100, 70,000 x 24", large, scores(new IsolationForestOutliers(), Settings
				.of("trees", 300)), "forest100", "1.0", Agreement::ranks), //
			peer("LOF, 70,000 x 24", large, scores(new LocalOutlierFactorOutliers(), Settings.DEFAULTS), "lof", "0.5",
				Agreement::ranks), //
			peer("distance to the 5th neighbor, 70,000 x 24", large, scores(new NeighborDistanceOutliers(), Settings.of(
				"neighbors", 5)), "distance", "-", Agreement::ranks), //
			new Task("DAML, 5,717 x 128", () -> FashionMnist.reduced(5_717, 128), daml(), "-", null, "3 s", (points, ours,
				theirs) -> (long) ours.get(0).result()[0] + " MB more heap"));
	}

	private static Task peer(final String name, final Matrix points, final Method ours, final String peer,
		final String limit, final Quality quality)
	{
		return new Task(name, () -> points, ours, peer.equals("umap") ? "umap-learn" : peer.endsWith(".R") ? "R's dbscan"
			: "scikit-learn", (data, seed) -> Peer.run(peer, data, seed), limit, quality);
	}

	private static Method work(final Settings settings, final Work work) {
		return (points, seed) -> {
			final Cost start = Cost.start();
			final double[] result = work.on(points, settings.with("seed", seed));
			return new Outcome(start.stop(), result);
		};
	}

	private static Method layout(final Embedder method) {
		return work(Settings.DEFAULTS, (points, settings) -> method.embed(points, settings, Progress.NONE).toDoubles());
	}

	private static Method labels(final Clusterer method, final Settings asked) {
		return work(asked, (points, settings) -> Arrays.stream(method.cluster(points, settings, Progress.NONE).labels())
			.asDoubleStream().toArray());
	}

	private static Method scores(final OutlierDetector method, final Settings asked) {
		return work(asked, (points, settings) -> method.detect(new Evidence(points, null), settings, Progress.NONE).scores());
	}

	/** Gives the most heap that was in use beside what was there. */
	private static Method daml() {
		return (points, seed) -> {
			Heap.reset();
			final long before = Heap.peak();
			final Cost start = Cost.start();
			new DamlClusterer().cluster(points, Settings.DEFAULTS, Progress.NONE);
			return new Outcome(start.stop(), new double[] { Heap.peak() - before });
		};
	}

	private static String row(final Task task, final int runs) throws Exception {
		final Matrix points = task.points().get();
		final List<Outcome> ours = new ArrayList<>();
		final List<Outcome> theirs = new ArrayList<>();
		for (int run = 0; run < runs || run < SHORT_RUNS && ours.get(0).cost().seconds() < 1; run++) {
			ours.add(task.ours().run(points, 42 + run));
			if (task.theirs() != null) theirs.add(task.theirs().run(points, 42 + run));
		}
		System.err.println(task.name() + ": " + ours.stream().map(one -> one.cost().toString()).toList() + " beside " + theirs
			.stream().map(one -> one.cost().toString()).toList());
		final double own = median(ours);
		final double peer = theirs.isEmpty() ? Double.NaN : median(theirs);
		return String.format("| %s | %.2f | %s | %s | %s | %s | %s |", task.name(), own, number(peer), number(own / peer), task
			.limit(), task.quality().of(points, ours, theirs), task
				.rival());
	}

	private static String number(final double value) {
		return Double.isNaN(value) ? "-" : String.format("%.2f", value);
	}

	private static double median(final List<Outcome> outcomes) {
		return outcomes.stream().map(one -> one.cost().seconds()).sorted(Comparator.naturalOrder()).toList().get(outcomes
			.size() / 2);
	}
}
