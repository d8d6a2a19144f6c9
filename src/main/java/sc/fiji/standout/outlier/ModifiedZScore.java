package sc.fiji.standout.outlier;

/** The own rule of methods whose scores have no threshold by themselves. */
final class ModifiedZScore {

	/** What Iglewicz and Hoaglin 1993 recommend. */
	static final double THRESHOLD = 3.5;

	private ModifiedZScore() {}

	/** Which scores have a modified z-score above {@value #THRESHOLD}. */
	static boolean[] high(final double[] scores) {
		final Deviation deviation = Deviation.modifiedZScore(scores);
		final boolean[] flags = new boolean[scores.length];
		for (int i = 0; i < flags.length; i++) flags[i] = deviation.score(scores[i], THRESHOLD) > 1;
		return flags;
	}
}
