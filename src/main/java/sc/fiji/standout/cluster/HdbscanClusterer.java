package sc.fiji.standout.cluster;

import java.util.Arrays;

import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/**
 * {@link Hdbscan} with defaults for image stacks. Settings:
 * <ul>
 * <li>{@code size}: the fewest items that are a cluster, at least 2; 0 (default) is one item in 50, at least 5. A
 * group that is rarer than 2 % is then no cluster of its own, and its items stand out as noise; with a smaller size,
 * a handful of pictures that went wrong in the same way would count as a population.</li>
 * <li>{@code samples}: the neighbour whose distance is the core distance, at least 1; 0 (default) is the size, as in
 * the reference, but at most {@value #MOST_SAMPLES}, since the time grows with it. As long as it is larger than a
 * clump of alike outliers, the clump does not look dense.</li>
 * <li>{@code selection}: EOM (default, excess of mass) or Leaf</li>
 * <li>{@code epsilon}: clusters that split off at a smaller distance are not divided, default 0</li>
 * <li>{@code single}: whether all items may be one cluster by the rule of the reference, default false</li>
 * </ul>
 * With the automatic size, points that do not split into clusters at all, as in a stack of one kind of image, are one
 * cluster, see {@link SinglePopulation}; so too where the clusters hold less than a tenth of the items, since a few
 * points of one population are always a little nearer to each other by chance. With a size that was asked for, the
 * result is the reference's, which may be nothing but noise.
 */
@Plugin(type = Clusterer.class, name = "HDBSCAN")
public class HdbscanClusterer implements Clusterer {

	private static final int MOST_SAMPLES = 100;
	private static final double FEWEST_MEMBERS = 0.1;

	@Override
	public Clustering cluster(final Matrix points, final Settings settings, final Progress progress) {
		progress.message("HDBSCAN");
		final Hdbscan hdbscan = hdbscan(points.rows(), settings);
		final CondensedTree tree = hdbscan.condense(points, progress);
		final Clustering clustering = Hdbscan.label(tree, hdbscan.selection());
		final long members = Arrays.stream(clustering.labels()).filter(label -> label >= 0).count();
		final boolean automatic = settings.integer("size", 0, 0, Integer.MAX_VALUE) == 0;
		final boolean chance = members < FEWEST_MEMBERS * points.rows();
		return automatic && chance ? SinglePopulation.label(tree, clustering.outlierScores()) : clustering;
	}

	@Override
	public void check(final int n, final Settings settings) {
		hdbscan(n, settings);
	}

	/** What the settings ask for, for n points. */
	static Hdbscan hdbscan(final int n, final Settings settings) {
		final int size = settings.integer("size", 0, 0, Integer.MAX_VALUE);
		final int samples = settings.integer("samples", 0, 0, Integer.MAX_VALUE);
		if (size == 1) throw new IllegalArgumentException("size=1 must be at least 2, or 0 for one item in 50.");
		final int minClusterSize = size > 0 ? size : Math.max(5, n / 50);
		return new Hdbscan(minClusterSize, samples > 0 ? samples : Math.min(minClusterSize, MOST_SAMPLES),
			selection(settings));
	}

	private static ClusterSelection selection(final Settings settings) {
		final String method = settings.text("selection", "EOM");
		if (!method.equals("EOM") && !method.equals("Leaf")) throw new IllegalArgumentException("selection=" + method +
			" does not exist; it must be EOM or Leaf.");
		return new ClusterSelection(method.equals("EOM") ? ClusterSelection.Method.EOM : ClusterSelection.Method.LEAF,
			settings.number("epsilon", 0, 0, Double.MAX_VALUE), settings.flag("single", false));
	}
}
