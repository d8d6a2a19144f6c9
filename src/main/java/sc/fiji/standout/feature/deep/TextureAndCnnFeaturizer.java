package sc.fiji.standout.feature.deep;

import java.util.ArrayList;
import java.util.List;

import org.scijava.plugin.Plugin;

import sc.fiji.standout.feature.Features;
import sc.fiji.standout.feature.Featurizer;
import sc.fiji.standout.feature.Note;
import sc.fiji.standout.feature.texture.Texture;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/**
 * The features of {@link Texture} and of {@link CnnFeaturizer} side by side: one sees focus, intensity and grain, the other
 * shapes and things, and together they find what either misses. Each of the two is centered and divided by the root of
 * its total variance, so that both count the same in distances. Settings: those of both.
 */
@Plugin(type = Featurizer.class, name = TextureAndCnnFeaturizer.NAME, priority = 60)
public final class TextureAndCnnFeaturizer implements Featurizer {

	public static final String NAME = "Texture + CNN";

	private static final double TEXTURE_SHARE = 0.15;

	private final Featurizer texture = new Texture();
	private final Featurizer cnn = new CnnFeaturizer();

	@Override
	public Features features(final Items items, final Settings settings, final Progress progress) {
		// asks for the model first: when it is missing, nothing was computed in vain
		ModelStore.find(settings, progress.part(0, 0.01));
		return join(NAME, texture.features(items, settings, progress.part(0.01, TEXTURE_SHARE)), cnn.features(
			items, settings, progress.part(TEXTURE_SHARE, 1)));
	}

	@Override
	public String identity(final Settings settings) {
		return "Texture + " + cnn.identity(settings);
	}

	/** Puts features of the same items side by side, each with total variance 1. */
	public static Features join(final String kind, final Features... parts) {
		final int n = parts[0].matrix().rows();
		final List<String> names = new ArrayList<>();
		final List<Note> notes = new ArrayList<>();
		for (final Features part : parts) {
			names.addAll(part.names());
			notes.addAll(part.notes());
		}
		final int d = names.size();
		if ((long) n * d > Integer.MAX_VALUE - 8) throw new IllegalArgumentException(n + " items of " + d +
			" features each are too many to hold in memory; use features=CNN or features=Texture alone.");
		final float[] values = new float[n * d];
		int from = 0;
		for (final Features part : parts) {
			write(part.matrix(), values, d, from);
			from += part.matrix().columns();
		}
		return new Features(kind, names, Matrix.of(values, n, d), notes);
	}

	private static void write(final Matrix part, final float[] values, final int d, final int from) {
		final int n = part.rows();
		final int m = part.columns();
		final double[] means = new double[m];
		double squares = 0;
		for (int j = 0; j < m; j++) {
			for (int i = 0; i < n; i++) means[j] += part.get(i, j) / n;
			for (int i = 0; i < n; i++) squares += (part.get(i, j) - means[j]) * (part.get(i, j) - means[j]) / n;
		}
		final double scale = squares > 0 ? 1 / Math.sqrt(squares) : 1;
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < m; j++) values[i * d + from + j] = (float) ((part.get(i, j) - means[j]) * scale);
		}
	}
}
