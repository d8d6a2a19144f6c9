package sc.fiji.standout.cluster;

import java.util.Map;

import sc.fiji.standout.Cost;
import sc.fiji.standout.FashionMnist;
import sc.fiji.standout.Peer;
import sc.fiji.standout.matrix.KdTree;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;

/**
 * Time of k-means and HDBSCAN on Fashion-MNIST beside scikit-learn's k-means and R's dbscan in the same run. Arguments:
 * how many runs (3), whether to run the peers (true), and which of kmeans and hdbscan (both).
 */
public final class ClusterBenchmark {

	private static final int SEED = 42;

	private ClusterBenchmark() {}

	public static void main(final String... arguments) throws Exception {
		final int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
		final boolean peers = arguments.length < 2 || Boolean.parseBoolean(arguments[1]);
		final String only = arguments.length > 2 ? arguments[2] : "";
		final Matrix small = FashionMnist.reduced(10_000);
		final Matrix large = FashionMnist.reduced(FashionMnist.COUNT);
		final Matrix pixels = FashionMnist.pixels(10_000);
		for (int run = 1; run <= runs; run++) {
			System.out.println("run " + run);
			if (!only.equals("hdbscan")) for (final int starts : new int[] { 1, 3, 10 }) {
				kMeans(pixels, starts, peers);
				kMeans(large, starts, peers);
			}
			if (only.equals("kmeans")) continue;
			hdbscan(small, peers);
			hdbscan(large, false);
			final Cost start = Cost.start();
			KdTree.of(large).neighbors(15, Progress.NONE);
			System.out.printf("k-NN graph %s, k = 15: %s%n", large, start.stop());
		}
	}

	private static void kMeans(final Matrix points, final int starts, final boolean peers) throws Exception {
		final Cost start = Cost.start();
		final KMeans.Result found = new KMeans(10, starts, SEED).run(points, Progress.NONE);
		final Cost cost = start.stop();
		System.out.printf("k-means %s, %d starts: %s, inertia %.6g%n", points, starts, cost, found.inertia());
		if (!peers) return;
		try (Peer peer = new Peer(points)) {
			final Map<String, Double> printed = peer.run("kmeans.py", 10, starts, SEED);
			final Cost theirs = Cost.of(printed);
			System.out.printf("  scikit-learn: %s, %s; inertia %.6g, ratio %.4f%n", theirs, cost.ratio(theirs), printed.get(
				"inertia"), found.inertia() / printed.get("inertia"));
		}
	}

	private static void hdbscan(final Matrix points, final boolean peers) throws Exception {
		for (final int samples : new int[] { 5, 15 }) {
			final Cost start = Cost.start();
			final Clustering found = new Hdbscan(samples, samples).cluster(points, Progress.NONE);
			final Cost cost = start.stop();
			System.out.printf("HDBSCAN %s, samples %d: %s, %d clusters%n", points, samples, cost, found.count());
			if (!peers) continue;
			try (Peer peer = new Peer(points)) {
				final Map<String, Double> printed = peer.run("hdbscan.R", samples + 1);
				final Cost theirs = Cost.of(printed);
				System.out.printf("  R's dbscan: %s, %s; %.0f clusters%n", theirs, cost.ratio(theirs), printed.get("clusters"));
			}
		}
	}
}
