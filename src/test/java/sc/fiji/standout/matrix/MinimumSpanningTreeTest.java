package sc.fiji.standout.matrix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinimumSpanningTreeTest {

	private record Edge(int from, int to, double weight, double square, double core) {}

	/** Coordinates are whole numbers, so that squared distances are exact and ties are real; samples 0: Euclidean. */
	@ParameterizedTest
	@CsvSource({ "2,1,0,10", "2,2,5,10", "300,1,0,40", "300,2,0,10", "300,2,4,10", "400,2,5,1000", "400,5,15,3",
		"250,60,5,2", "350,3,1,4", "130,2,200,50", "500,2,7,6" })
	void edgesAreTheShortest(final int n, final int d, final int samples, final int values) {
		final Matrix points = Matrix.of(new Random(n + d).ints((long) n * d, 0, values).asDoubleStream().toArray(), n, d);
		final MinimumSpanningTree tree = samples == 0 ? MinimumSpanningTree.euclidean(points, Progress.NONE)
			: MinimumSpanningTree.mutualReachability(points, samples, Progress.NONE);
		final Edge[][] edges = edges(points, samples);
		final List<Edge> found = boruvka(edges);
		final int[] order = NumpyOrder.of(found.stream().mapToDouble(edge -> Math.sqrt(edge.weight)).toArray());
		final double[] weights = kruskal(edges);
		assertEquals(n, tree.size());
		for (int i = 0; i < n - 1; i++) {
			final Edge edge = found.get(order[i]);
			assertEquals(Math.min(edge.from, edge.to), tree.from()[i], "from of edge " + i);
			assertEquals(Math.max(edge.from, edge.to), tree.to()[i], "to of edge " + i);
			assertEquals(Math.sqrt(weights[i]), tree.weights()[i], 0, "weight of edge " + i);
		}
	}

	@Test
	void identicalPointsAreJoinedAtDistanceZero() {
		final MinimumSpanningTree tree = MinimumSpanningTree.mutualReachability(Matrix.of(new float[60000], 30000, 2), 10,
			Progress.NONE);
		final UnionFind sets = new UnionFind(30000);
		for (int i = 0; i < 29999; i++) {
			assertEquals(0, tree.weights()[i]);
			assertTrue(sets.union(tree.from()[i], tree.to()[i]));
		}
		assertEquals(1, sets.count());
	}

	@Test
	void manyDuplicatesInFewPlaces() {
		final int n = 20000;
		final double[] values = new double[n * 2];
		for (int i = 0; i < n; i++) {
			values[2 * i] = i % 5 * 10;
			values[2 * i + 1] = -3;
		}
		final MinimumSpanningTree tree = MinimumSpanningTree.mutualReachability(Matrix.of(values, n, 2), 10, Progress.NONE);
		for (int i = 0; i < n - 5; i++) assertEquals(0, tree.weights()[i]);
		for (int i = n - 5; i < n - 1; i++) assertEquals(10, tree.weights()[i]);
	}

	/** Among them more samples than neighbours are kept to start from, and more than there are points. */
	@Test
	void weightsAreTheSmallestForAnyNumberOfSamples() {
		final int n = 900;
		final Random random = new Random(8);
		final double[] values = new double[n * 4];
		for (int i = 0; i < values.length; i++) values[i] = random.nextGaussian() * (1 + i % 7);
		final Matrix points = Matrix.of(values, n, 4);
		for (final int samples : new int[] { 1, 16, 17, 60, 2000 }) {
			final double[] expected = kruskal(edges(points, samples));
			final double[] found = MinimumSpanningTree.mutualReachability(points, samples, Progress.NONE).weights();
			for (int i = 0; i < n - 1; i++) assertEquals(Math.sqrt(expected[i]), found[i], 1e-12);
		}
	}

	@Test
	void onePointHasNoEdges() {
		assertEquals(1, MinimumSpanningTree.mutualReachability(Matrix.of(new float[3], 1, 3), 5, Progress.NONE).size());
	}

	@Test
	void anyNumberOfThreadsGivesTheSame() throws Exception {
		final Matrix points = Matrix.of(new Random(3).doubles(4000 * 6).toArray(), 4000, 6);
		final MinimumSpanningTree one = Parallel.withThreads(1, () -> MinimumSpanningTree.mutualReachability(points, 6,
			Progress.NONE));
		final MinimumSpanningTree three = Parallel.withThreads(3, () -> MinimumSpanningTree.mutualReachability(points, 6,
			Progress.NONE));
		assertArrayEquals(one.from(), three.from());
		assertArrayEquals(one.to(), three.to());
		assertArrayEquals(one.weights(), three.weights());
	}

	@Test
	void cancellingEndsTheSearch() {
		final Matrix points = Matrix.of(new Random(3).doubles(4000 * 6).toArray(), 4000, 6);
		final AtomicInteger checks = new AtomicInteger();
		final Progress canceled = new Progress() {

			@Override
			public void report(final double fraction) {}

			@Override
			public boolean isCanceled() {
				return checks.incrementAndGet() > 300;
			}
		};
		assertThrows(CancellationException.class, () -> MinimumSpanningTree.mutualReachability(points, 5, canceled));
		assertTrue(checks.get() < 400, checks + " checks");
	}

	@Test
	void samplesBelowOneAreRefused() {
		final String message = assertThrows(IllegalArgumentException.class, () -> MinimumSpanningTree.mutualReachability(
			Matrix.of(new float[4], 4, 1), 0, Progress.NONE)).getMessage();
		assertEquals("samples=0 must be at least 1.", message);
	}

	/** Of each point: the edges to all other points. */
	private static Edge[][] edges(final Matrix points, final int samples) {
		final int n = points.rows();
		final double[][] squares = new double[n][n];
		for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) for (int c = 0; c < points.columns(); c++) {
			squares[i][j] += Math.pow(points.get(i, c) - points.get(j, c), 2);
		}
		final double[] cores = Arrays.stream(squares).mapToDouble(row -> Arrays.stream(row).sorted().toArray()[Math.min(
			samples, n - 1)]).toArray();
		return IntStream.range(0, n).mapToObj(i -> IntStream.range(0, n).filter(j -> j != i).mapToObj(j -> new Edge(i, j,
			Math.max(squares[i][j], Math.max(cores[i], cores[j])), squares[i][j], cores[i])).toArray(Edge[]::new)).toArray(
				Edge[][]::new);
	}

	/** Each round: the shortest edge of every component; first the nearest one and only where it is a core distance. */
	private static List<Edge> boruvka(final Edge[][] edges) {
		final UnionFind sets = new UnionFind(edges.length);
		final List<Edge> found = new ArrayList<>();
		final Comparator<Edge> byWeight = Comparator.comparingDouble(Edge::weight);
		final Comparator<Edge> nearest = byWeight.thenComparingDouble(Edge::square).thenComparingInt(Edge::to);
		final Comparator<Edge> last = byWeight.thenComparingInt(edge -> -edge.from).thenComparingInt(edge -> -edge.to);
		for (boolean first = true; sets.count() > 1; first = false) {
			final Map<Integer, Edge> shortest = new TreeMap<>();
			for (final Edge[] row : edges) for (final Edge edge : row) {
				final int component = sets.find(edge.from);
				if (component == sets.find(edge.to) || first && edge.weight > edge.core) continue;
				shortest.merge(component, edge, BinaryOperator.minBy(first ? nearest : last));
			}
			for (final Edge edge : shortest.values()) if (sets.union(edge.from, edge.to)) found.add(edge);
		}
		return found;
	}

	private static double[] kruskal(final Edge[][] edges) {
		final UnionFind sets = new UnionFind(edges.length);
		return Arrays.stream(edges).flatMap(Arrays::stream).sorted(Comparator.comparingDouble(Edge::weight)).filter(
			edge -> sets.union(edge.from, edge.to)).mapToDouble(Edge::weight).toArray();
	}
}
