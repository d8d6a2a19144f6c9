package sc.fiji.standout.command;

import ij.ImagePlus;
import sc.fiji.standout.feature.Features;
import sc.fiji.standout.feature.Featurizer;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;
import sc.fiji.standout.view.CurveProgress;

/** Shows the curves of a method while it learns; one that does not learn is as without. */
record WatchedFeaturizer(Featurizer method, ImagePlus image) implements Featurizer {

	@Override
	public Features features(final Items items, final Settings settings, final Progress progress) {
		try (CurveProgress curve = Windows.curve(image, progress)) {
			final Features features = method.features(items, settings, curve);
			curve.done();
			return features;
		}
	}

	@Override
	public String identity(final Settings settings) {
		return method.identity(settings);
	}
}
