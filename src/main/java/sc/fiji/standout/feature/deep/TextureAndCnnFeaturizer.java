package sc.fiji.standout.feature.deep;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;

import org.scijava.plugin.Plugin;

import sc.fiji.standout.feature.ColumnScale;
import sc.fiji.standout.feature.Features;
import sc.fiji.standout.feature.Featurizer;
import sc.fiji.standout.feature.Note;
import sc.fiji.standout.feature.Scaling;
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
	private static final double JOINED_FROM = 0.98;

	/** Rows between two looks at whether the user wants to stop. */
	private static final int ROWS = 256;

	private final Featurizer texture = new Texture();
	private final Featurizer cnn = new CnnFeaturizer();

	@Override
	public Features features(final Items items, final Settings settings, final Progress progress) {
		// asks for the model first: when it is missing, nothing was computed in vain
		ModelStore.find(settings, progress.part(0, 0.01));
		final Features first = texture.features(items, settings, progress.part(0.01, TEXTURE_SHARE));
		final Features second = cnn.features(items, settings, progress.part(TEXTURE_SHARE, JOINED_FROM));
		return join(NAME, progress.part(JOINED_FROM, 1), first, second);
	}

	@Override
	public String identity(final Settings settings) {
		return "Texture + " + cnn.identity(settings);
	}

	/**
	 * Puts features of the same items side by side, each with total variance 1. What is not finite stays so, and does not
	 * count for the scale of the others.
	 *
	 * @param parts at least one, all of the same items
	 * @throws IllegalArgumentException when all together are too many for one matrix
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	public static Features join(final String kind, final Progress progress, final Features... parts) {
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
		final List<Scaling> scalings = new ArrayList<>();
		for (final Features part : parts) {
			final int to = from + part.matrix().columns();
			final Common common = write(part.matrix(), values, d, from, progress.part((double) from / d, (double) to / d));
			if (part.scaling() != null) scalings.add(common.after(part.scaling()));
			from = to;
		}
		final Features joined = new Features(kind, names, Matrix.of(values, n, d), notes);
		return scalings.size() < parts.length ? joined : joined.with(Scaling.join(scalings));
	}

	/** What is taken off each column of a part, and what all are then multiplied by. */
	private record Common(double[] means, double factor) {

		Scaling after(final Scaling part) {
			final List<ColumnScale> columns = new ArrayList<>(part.columns());
			for (int j = 0; j < means.length; j++) columns.set(part.kept()[j], columns.get(part.kept()[j]).then(means[j],
				factor));
			return part.with(columns);
		}
	}

	private static Common write(final Matrix part, final float[] values, final int d, final int from,
		final Progress progress)
	{
		final int m = part.columns();
		final double[] means = new double[m];
		final double[] squares = new double[m];
		final int[] finite = new int[m];
		eachRow(part, progress.part(0, 0.3), (row, i) -> {
			for (int j = 0; j < m; j++) {
				if (!isFinite(row[j])) continue;
				means[j] += row[j];
				finite[j]++;
			}
		});
		for (int j = 0; j < m; j++) means[j] /= Math.max(1, finite[j]);
		eachRow(part, progress.part(0.3, 0.6), (row, i) -> {
			for (int j = 0; j < m; j++) if (isFinite(row[j])) squares[j] += (row[j] - means[j]) * (row[j] - means[j]);
		});
		double variance = 0;
		for (int j = 0; j < m; j++) variance += squares[j] / Math.max(1, finite[j]);
		final double scale = variance > 0 ? 1 / Math.sqrt(variance) : 1;
		eachRow(part, progress.part(0.6, 1), (row, i) -> {
			for (int j = 0; j < m; j++) values[i * d + from + j] = (float) ((row[j] - means[j]) * scale);
		});
		return new Common(means, scale);
	}

	/** As a float, which is how features are kept. */
	private static boolean isFinite(final double value) {
		return Float.isFinite((float) value);
	}

	private static void eachRow(final Matrix part, final Progress progress, final ObjIntConsumer<double[]> body) {
		final double[] row = new double[part.columns()];
		for (int i = 0; i < part.rows(); i++) {
			if (i % ROWS == 0) {
				progress.check();
				progress.report((double) i / part.rows());
			}
			part.row(i, row);
			body.accept(row, i);
		}
	}
}
