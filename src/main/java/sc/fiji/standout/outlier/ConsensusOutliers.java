package sc.fiji.standout.outlier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/**
 * What several methods together find most outlying. The score is the mean of the item's ranks, from 0 (last for all) to
 * 1 (first for all), so that no method counts more for the scale of its scores. Settings: {@code methods}, two or more
 * names with commas between them (default {@value #METHODS}), and those of the methods, which are given to all; but
 * {@code components} is the reduction of the points, and what looks at all features chooses by itself. Own rule:
 * flagged is what at least half of the methods flag by their own rules.
 */
@Plugin(type = OutlierDetector.class, name = "Consensus")
public class ConsensusOutliers implements OutlierDetector {

	/** Planted outliers are found by 100 components nearly as well as by all features, and clearly worse by 24. */
	private static final int COMPONENTS = 100;

	public static final String METHODS = "PCA Residual, Neighbor Distance, Isolation Forest";

	private static final Map<String, Supplier<OutlierDetector>> KNOWN = new LinkedHashMap<>();

	static {
		KNOWN.put("Isolation Forest", IsolationForestOutliers::new);
		KNOWN.put("LOF", LocalOutlierFactorOutliers::new);
		KNOWN.put("Neighbor Distance", NeighborDistanceOutliers::new);
		KNOWN.put("PCA Residual", PcaResidualOutliers::new);
		KNOWN.put("Statistics", StatisticsOutliers::new);
		KNOWN.put("Reconstruction", ReconstructionOutliers::new);
		KNOWN.put("Membership", MembershipOutliers::new);
		KNOWN.put("GLOSH", GloshOutliers::new);
	}

	@Override
	public int components(final int asked) {
		return asked == 0 ? 0 : Math.max(asked, COMPONENTS);
	}

	@Override
	public Outliers detect(final Evidence evidence, final Settings settings, final Progress progress) {
		Contamination.fraction(settings);
		final List<String> names = names(settings.text("methods", METHODS));
		final int n = evidence.points().rows();
		final double[] scores = new double[n];
		final int[] votes = new int[n];
		final List<List<String>> voters = new ArrayList<>();
		for (int i = 0; i < n; i++) voters.add(new ArrayList<>());
		for (int m = 0; m < names.size(); m++) {
			final Progress part = progress.part((double) m / names.size(), (m + 1.0) / names.size());
			final OutlierDetector method = KNOWN.get(names.get(m)).get();
			final Outliers found = method.detect(evidence, own(method, settings), part);
			final double[] ranks = Ranks.of(found.scores());
			for (int i = 0; i < n; i++) {
				scores[i] += ranks[i] / names.size();
				if (!found.flags()[i]) continue;
				votes[i]++;
				voters.get(i).add(names.get(m));
			}
		}
		final boolean[] own = new boolean[n];
		for (int i = 0; i < n; i++) own[i] = 2 * votes[i] >= names.size();
		final Outliers found = Contamination.flag(scores, own, settings);
		final String[] reasons = new String[n];
		for (int i = 0; i < n; i++) reasons[i] = found.flags()[i] ? String.join(", ", voters.get(i)) : "";
		return new Outliers(scores, found.flags(), reasons);
	}

	/** The settings for one of the methods. */
	private static Settings own(final OutlierDetector method, final Settings settings) {
		final Settings own = settings.with("contamination", 0);
		return method.needsAllFeatures() ? own.with("components", 0) : own;
	}

	/** The methods asked for, each once. */
	private static List<String> names(final String methods) {
		final List<String> names = new ArrayList<>();
		for (final String part : methods.split(",")) {
			final String name = part.trim();
			if (!KNOWN.containsKey(name)) throw new IllegalArgumentException("methods=" + methods + " has '" + name +
				"', which does not exist; the methods are " + String.join(", ", KNOWN.keySet()) + ".");
			if (!names.contains(name)) names.add(name);
		}
		if (names.size() < 2) throw new IllegalArgumentException("methods=" + methods +
			" must name at least two different methods, with commas between them.");
		return names;
	}
}
