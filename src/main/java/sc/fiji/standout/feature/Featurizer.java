package sc.fiji.standout.feature;

import org.scijava.plugin.SciJavaPlugin;

import sc.fiji.standout.item.Items;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/**
 * Turns items into features, one row for each item. A plugin of this type, named by {@code @Plugin(name)}, turns up in
 * {@code Find Outliers...}.
 */
public interface Featurizer extends SciJavaPlugin {

	/**
	 * @throws IllegalArgumentException in one sentence, when the items or settings do not fit
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	Features features(Items items, Settings settings, Progress progress);

	/**
	 * All that the features depend on beside the items: the method, the checksum of a model, the way it is used. Features
	 * of the same items are used again where it is the same. "", the default, means that they are always made anew.
	 *
	 * @throws IllegalArgumentException as {@link #features}
	 */
	default String identity(final Settings settings) {
		return "";
	}
}
