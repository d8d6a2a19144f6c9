package sc.fiji.standout.outlier;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules by which a value deviates, by the names of their methods; those of DataEval's Outliers. */
enum DeviationRule {

		Z_SCORE("Z-Score", 3, Deviation::zScore), //
		MODIFIED_Z_SCORE("Modified Z-Score", ModifiedZScore.THRESHOLD, Deviation::modifiedZScore), //
		IQR("IQR", 1.5, Deviation::interquartile);

	private final String label;
	private final double usual;
	private final Function<double[], Deviation> measure;

	DeviationRule(final String label, final double usual, final Function<double[], Deviation> measure) {
		this.label = label;
		this.usual = usual;
		this.measure = measure;
	}

	/** @throws IllegalArgumentException when there is no rule of this name */
	static DeviationRule of(final String label) {
		for (final DeviationRule rule : values()) if (rule.label.equals(label)) return rule;
		throw new IllegalArgumentException("method=" + label + " does not exist; it must be one of " + Arrays.stream(
			values()).map(rule -> rule.label).collect(Collectors.joining(", ")) + ".");
	}

	/** The threshold that is usual for this rule. */
	double usual() {
		return usual;
	}

	/** Measures the values that are finite. */
	Deviation measure(final double[] values) {
		return measure.apply(Arrays.stream(values).filter(Double::isFinite).toArray());
	}
}
