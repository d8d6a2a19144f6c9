package sc.fiji.standout.feature.texture;

import java.util.ArrayList;
import java.util.List;

import org.scijava.plugin.Plugin;

import sc.fiji.standout.feature.ColumnScale;
import sc.fiji.standout.feature.Features;
import sc.fiji.standout.feature.Featurizer;
import sc.fiji.standout.feature.ItemReader;
import sc.fiji.standout.feature.Note;
import sc.fiji.standout.feature.StackRange;
import sc.fiji.standout.feature.Standardizer;
import sc.fiji.standout.feature.Survey;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/**
 * The default features: intensity distribution, coarse layout, gradient orientations, rings, local binary patterns,
 * grey-level co-occurrence, radial power spectrum, detail at several scales and the shape of the foreground; for RGB also
 * the colours. Values are relative to the range of the whole stack, so that brightness and contrast of the stack do not
 * matter but those of an item against the others do. NaN and infinite pixels are replaced by the median of the item's
 * finite ones, and noted.
 */
@Plugin(type = Featurizer.class, name = "Texture", priority = 100)
public final class Texture implements Featurizer {

	@Override
	public Features features(final Items items, final Settings settings, final Progress progress) {
		progress.message("Texture features: looking at the range of the stack");
		final Survey survey = Survey.of(items, progress.part(0, 0.1));
		final Descriptor descriptor = new Descriptor(survey);
		final int d = descriptor.columns();
		final int n = survey.count();
		final float[] values = survey.rows(d);
		progress.message("Texture features");
		final int[] broken = ItemReader.forEach(items, progress.part(0.1, 0.95), (i, pixels) -> descriptor.describe(pixels
			.finite(), values, i * d));
		final List<ColumnScale> scales = BlockScaling.scale(values, n, descriptor, progress);
		final Standardizer kept = Standardizer.drop(descriptor.names(), Matrix.of(values, n, d), progress);
		final List<Note> notes = new ArrayList<>(kept.notes());
		ItemReader.note(broken, "they were replaced by the median of the item's finite pixels", notes);
		progress.report(1);
		return new Features("Texture", kept.names(), kept.matrix(), notes).with(kept.scaling().after("Texture", scales).in(
			StackRange.of(survey)));
	}
}
