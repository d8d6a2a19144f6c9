package sc.fiji.standout.outlier;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/**
 * What deviates in at least one of the statistics that were measured, such as its sharpness; where nothing was measured,
 * in one of the features. The score is the largest deviation, as a part of what is too much. Settings:
 * <ul>
 * <li>{@code method}: Z-Score, Modified Z-Score (default) or IQR, see {@link Deviation};</li>
 * <li>{@code threshold}: what is too much; 0 (default) is the usual 3, 3.5 or 1.5.</li>
 * </ul>
 * Own rule: scores above 1 are flagged. Source: DataEval's Outliers.
 */
@Plugin(type = OutlierDetector.class, name = "Statistics")
public class StatisticsOutliers implements OutlierDetector {

	public static final String METHOD = "Modified Z-Score";

	private static final int ROWS = 256;
	private static final int REASONS = 3;

	@Override
	public Outliers detect(final Evidence evidence, final Settings settings, final Progress progress) {
		Contamination.fraction(settings);
		final DeviationRule rule = DeviationRule.of(settings.text("method", METHOD));
		final double asked = settings.number("threshold", 0, 0, Double.MAX_VALUE);
		final double threshold = asked > 0 ? asked : rule.usual();
		final boolean measured = evidence.measured() != null && evidence.measured().columns() > 0;
		final Matrix values = measured ? evidence.measured() : evidence.features();
		final List<String> names = measured ? evidence.measuredNames() : evidence.featureNames();
		progress.message("Deviations in " + names.size() + " statistics");

		final Deviation[] deviations = new Deviation[values.columns()];
		Parallel.chunks(values.columns(), 1, progress.part(0, 0.8), (chunk, from, to) -> deviations[chunk] = rule.measure(
			values.column(chunk)));
		final double[] scores = new double[values.rows()];
		Parallel.chunks(scores.length, ROWS, progress.part(0.8, 1), (chunk, from, to) -> {
			for (int i = from; i < to; i++) {
				for (int j = 0; j < deviations.length; j++) {
					scores[i] = Math.max(scores[i], Math.abs(deviations[j].score(values.get(i, j), threshold)));
				}
			}
		});
		final Outliers found = Contamination.flag(scores, Contamination.above(scores, 1), settings);
		final String[] reasons = new String[scores.length];
		for (int i = 0; i < reasons.length; i++) {
			final int item = i;
			reasons[i] = found.flags()[i] ? reason(names, IntStream.range(0, deviations.length).mapToDouble(
				j -> deviations[j].score(values.get(item, j), threshold)).toArray()) : "";
		}
		return new Outliers(found.scores(), found.flags(), reasons);
	}

	@Override
	public boolean needsAllFeatures() {
		return true;
	}

	/** The largest deviations, largest first: those that are too much, or else the largest. */
	private static String reason(final List<String> names, final double[] scores) {
		final List<Integer> order = IntStream.range(0, scores.length).boxed().filter(j -> scores[j] != 0).sorted((a,
			b) -> Double.compare(Math.abs(scores[b]), Math.abs(scores[a]))).limit(REASONS).toList();
		return order.stream().filter(j -> j.equals(order.get(0)) || Math.abs(scores[j]) > 1).map(j -> (scores[j] < 0
			? "low " : "high ") + names.get(j)).collect(Collectors.joining(", "));
	}
}
