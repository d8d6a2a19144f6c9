package sc.fiji.standout.feature.deep.autoencoder;

import java.util.Arrays;

/**
 * A trained autoencoder.
 *
 * @param view how it sees an item
 * @param layout of its network
 * @param parameters of its network, one array for each of the layout
 * @param habit how the items that it has learned from are usually reproduced
 * @param training how it came about
 */
record Autoencoder(View view, Layout layout, float[][] parameters, Habit habit, Training training) {

	/** A text that no other one has: two that have learned, or see, in other ways do not describe items alike. */
	String fingerprint() {
		return layout + " " + training + " " + Arrays.deepHashCode(parameters) + " " + Arrays.toString(view.low()) + " " + Arrays
			.toString(view.high());
	}

	/**
	 * @param epochs whose end gave these parameters
	 * @param loss mean squared error of what was learned from, in the last of these epochs
	 * @param validationLoss mean squared error of what was held back, after it
	 */
	record Training(int epochs, double loss, double validationLoss) {}
}
