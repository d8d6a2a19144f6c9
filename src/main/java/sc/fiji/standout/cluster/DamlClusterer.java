package sc.fiji.standout.cluster;

import java.util.Map;

import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/**
 * The clusterer of DAML, later DataEval (aria-ml/dataeval, version of 2024): single linkage, whose merges are called
 * good or not by how far apart the clusters were before; points that joined a cluster late and from far away are
 * outliers or potential outliers, and points much nearer to each other than the spread of the merges are duplicates or
 * near duplicates.
 * <p>
 * Merge distances are floats (the first version had 16-bit floats). Clusters are the members at the last good level,
 * and points that joined later without being outliers; outliers are noise. The membership probability is the mean
 * distance of the merges of the cluster at its last good level divided by the distance at which the point joined, 1 for
 * what joined nearer than that. There are no settings; memory is for n x d numbers, time for n x n.
 * </p>
 */
@Plugin(type = Clusterer.class, name = "DAML")
public class DamlClusterer implements Clusterer {

	/** @throws IllegalArgumentException when there are fewer than 2 points */
	@Override
	public Clustering cluster(final Matrix points, final Settings settings, final Progress progress) {
		final int n = points.rows();
		if (n < 2) throw new IllegalArgumentException("DAML clustering needs at least 2 items, but there " + (n == 1
			? "is 1." : "are 0."));
		progress.message("DAML: merging the nearest");
		final Dendrogram dendrogram = PrimTree.dendrogram(points, progress.part(0, 0.6));
		final DamlHierarchy hierarchy = new DamlHierarchy(dendrogram);
		progress.message("DAML: comparing clusters");
		final int fewest = Math.min(Math.max(2, (int) (n * 0.05)), 100);
		final Map<Integer, Integer> last = DamlMerges.lastLevels(points, hierarchy, fewest, progress.part(0.6, 0.8));
		final DamlOutliers outliers = DamlOutliers.of(hierarchy, last, fewest, n);
		progress.message("DAML: looking for duplicates");
		final DamlDuplicates duplicates = DamlDuplicates.of(points, DamlDuplicates.spread(hierarchy, last, fewest), progress
			.part(0.8, 1));
		final DamlLabels labels = DamlLabels.of(dendrogram, hierarchy, last, outliers.outliers());
		return new Clustering(labels.labels(), labels.probabilities(), null, dendrogram, new Findings(outliers.potential(),
			duplicates.exact(), duplicates.near()));
	}
}
