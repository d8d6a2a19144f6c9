package sc.fiji.standout.feature;

import java.util.Locale;

/**
 * From where to where the grey values of a stack go, by which the single items are judged.
 *
 * @param low for each channel the dark end
 * @param high for each channel the bright end, above {@code low}
 */
public record StackRange(double[] low, double[] high) {

	/** So much of the range may its ends differ by. */
	private static final double TOLERANCE = 0.25;

	/** That of a survey; see there. */
	public static StackRange of(final Survey survey) {
		return new StackRange(survey.low(), survey.high());
	}

	/** Whether both begin and end at about the same values, so that what was judged by one is right for the other. */
	public boolean isLike(final StackRange other) {
		if (low.length != other.low.length) return false;
		for (int c = 0; c < low.length; c++) {
			final double most = TOLERANCE * Math.min(high[c] - low[c], other.high[c] - other.low[c]);
			if (Math.abs(low[c] - other.low[c]) > most || Math.abs(high[c] - other.high[c]) > most) return false;
		}
		return true;
	}

	/** Such as "from about 12 to 240", of the first channel. */
	@Override
	public String toString() {
		return String.format(Locale.ROOT, "from about %.4g to %.4g", low[0], high[0]);
	}
}
