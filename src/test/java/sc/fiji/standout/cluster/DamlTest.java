package sc.fiji.standout.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

class DamlTest {

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5, 6 })
	void agreesWithTheReference(final int set) {
		final DamlGolden golden = DamlGolden.read(set);
		final int fewest = (int) golden.number("min_samples");
		final DamlHierarchy hierarchy = new DamlHierarchy(PrimTree.dendrogram(golden.points(), Progress.NONE));
		assertEquals((int) golden.number("max_clusters"), hierarchy.clusterCount());
		final java.util.Map<Integer, Integer> last = DamlMerges.lastLevels(golden.points(), hierarchy, fewest,
			Progress.NONE);
		assertEquals(golden.lastLevels(), new java.util.TreeMap<>(last));
		assertEquals(golden.number("mean_std"), DamlDuplicates.spread(hierarchy, last, fewest), 2e-3 * golden.number(
			"mean_std"));
		final Clustering found = new DamlClusterer().cluster(golden.points(), Settings.DEFAULTS, Progress.NONE);
		final boolean[] noise = new boolean[found.labels().length];
		for (int i = 0; i < noise.length; i++) noise[i] = found.labels()[i] < 0;
		assertEquals(golden.list("outliers"), DamlGolden.flagged(noise));
		assertEquals(golden.list("potential_outliers"), DamlGolden.flagged(found.findings().potentialOutliers()));
		assertEquals(golden.list("duplicates"), DamlGolden.groups(found.findings().duplicateGroups()));
		assertEquals(golden.list("near_duplicates"), DamlGolden.groups(found.findings().nearDuplicateGroups()));
	}
}
