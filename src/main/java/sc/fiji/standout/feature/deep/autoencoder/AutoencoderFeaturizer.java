package sc.fiji.standout.feature.deep.autoencoder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;

import org.scijava.plugin.Plugin;

import sc.fiji.standout.feature.Features;
import sc.fiji.standout.feature.Featurizer;
import sc.fiji.standout.feature.ItemReader;
import sc.fiji.standout.feature.Note;
import sc.fiji.standout.feature.Standardizer;
import sc.fiji.standout.feature.Survey;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.SomeItems;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/**
 * The code of a convolutional autoencoder (Hinton and Salakhutdinov 2006, doi:10.1126/science.1127647; Masci et al.
 * 2011) that is trained on the items themselves, one standardised column for each of its numbers: {@code code_1} and so
 * on.
 * <p>
 * Measured are {@code reconstruction_error}, the mean squared error on a scale where 0.1 % of the stack's pixels lie
 * below 0 and above 1, and {@code reconstruction_score}, how far the item is from what is usual in its errors and its
 * code (see {@link Habit}): 0 for the median item, 1.28 for one that a tenth of the items are above in one of the two.
 * The same items, settings and seed give the same bits on any number of threads.
 * </p>
 * Settings: {@code code} (256), {@code size} (longer side in pixels, 0 = automatic), {@code epochs} (20 at most),
 * {@code batch} (images, fewer where they are large; 0 = automatic: 32, or fewer where there are less than 1000),
 * {@code seed}, {@code model} (file of a trained autoencoder, which is used as it is), {@code save} (file to write the
 * trained one to).
 */
@Plugin(type = Featurizer.class, name = "Autoencoder", priority = 60)
public final class AutoencoderFeaturizer implements Featurizer {

	/** Values of the images that are learned from at once in memory: a quarter of a gigabyte of floats. */
	private static final int MOST_VALUES = 1 << 26;

	/** Images by which is told what is usual; few when the user waits for the end. */
	private static final int MANY = 20_000;
	private static final int FEW = 500;

	@Override
	public Features features(final Items items, final Settings settings, final Progress progress) {
		final Options options = Options.of(settings);
		if (!options.save().isEmpty()) AutoencoderFile.check(options.save());
		final Autoencoder given = options.model().isEmpty() ? null : AutoencoderFile.read(options.model());
		progress.message("Autoencoder: reading the items");
		final Survey survey = Survey.of(items, progress.part(0, 0.03));
		final List<Note> notes = new ArrayList<>();
		progress.message("Autoencoder: starting PyTorch");
		try (SingleThread thread = new SingleThread(EngineStart.pytorch(progress))) {
			final Autoencoder autoencoder = given == null ? train(items, survey, options, progress.part(0.03, 0.9), notes)
				: fitting(given, survey, options.model(), notes);
			progress.message("Autoencoder: coding the items");
			return code(autoencoder, items, survey, progress.part(0.9, 1), notes);
		}
	}

	@Override
	public String identity(final Settings settings) {
		final Options options = Options.of(settings);
		if (!options.save().isEmpty()) return "";
		return "Autoencoder " + (options.model().isEmpty() ? options : AutoencoderFile.checksum(options.model()));
	}

	private static Autoencoder train(final Items items, final Survey survey, final Options options,
		final Progress progress, final List<Note> notes)
	{
		final View unscaled = View.of(survey, options.size());
		final int size = unscaled.size();
		final int n = survey.count();
		final int used = Math.max(1, Math.min(n, MOST_VALUES / size));
		final float[] images = new float[used * size];
		ItemReader.forEach(SomeItems.spread(items, used), progress.part(0, 0.1), (i, pixels) -> unscaled.resize(pixels
			.finite(), images, i * size));
		final View view = unscaled.scaled(images, survey);
		for (int i = 0; i < used; i++) view.scale(images, i * size, (i + 1) * size);
		final Layout layout = new Layout(view.width(), view.height(), view.channels(), options.code());
		final Learner learner = new Learner(layout, images, options);
		progress.message("Autoencoder: learning from " + used + " items");
		try {
			learner.learn(progress.part(0.1, 0.95));
		}
		catch (final CancellationException e) {
			// What took long to learn is not lost
			if (learner.best() != null && !options.save().isEmpty()) complete(options, view, layout, learner, images, FEW,
				Progress.NONE);
			throw e;
		}
		if (used < n) notes.add(Note.info("The autoencoder learned from " + used + " of the " + n +
			" items, evenly spread, since more do not fit in its memory."));
		notes.add(Note.info(String.format(Locale.ROOT, "The autoencoder of epoch %d is used (validation loss %.5f), on %d x " +
			"%d pixels.", learner.training().epochs(), learner.training().validationLoss(), view.width(), view.height())));
		return complete(options, view, layout, learner, images, MANY, progress.part(0.95, 1));
	}

	/** Completes what was learned, and writes it where that was asked for. */
	private static Autoencoder complete(final Options options, final View view, final Layout layout,
		final Learner learner, final float[] images, final int most, final Progress progress)
	{
		final Autoencoder autoencoder = new Autoencoder(view, layout, learner.best(), Coder.habit(layout, learner.best(),
			images, most, progress), learner.training());
		if (!options.save().isEmpty()) AutoencoderFile.write(options.save(), autoencoder);
		return autoencoder;
	}

	private static Autoencoder fitting(final Autoencoder autoencoder, final Survey survey, final String path,
		final List<Note> notes)
	{
		final View view = autoencoder.view();
		if (view.channels() != survey.channels()) throw new IllegalArgumentException("model=" + path +
			" has learned from items of " + channels(view.channels()) + ", but these have " + channels(survey.channels()) +
			"; give a model that fits, or none to learn anew.");
		for (int c = 0; c < view.channels(); c++) {
			final double common = Math.min(view.high()[c], survey.high()[c]) - Math.max(view.low()[c], survey.low()[c]);
			if (common >= 0.5 * Math.min(view.high()[c] - view.low()[c], survey.high()[c] - survey.low()[c])) continue;
			final String ranges = String.format(Locale.ROOT, "values from about %.6g to %.6g, but the autoencoder has learned " +
				"from %.6g to %.6g", survey.low()[c], survey.high()[c], view.low()[c], view.high()[c]);
			if (common <= 0) throw new IllegalArgumentException("These items have " + ranges +
				", so that it cannot tell them apart; give a model of such items, or none to learn anew.");
			notes.add(Note.warning("These items have " + ranges + "; all of them may look strange to it."));
			break;
		}
		return autoencoder;
	}

	private static String channels(final int count) {
		return count == 1 ? "1 channel" : count + " channels";
	}

	private static Features code(final Autoencoder autoencoder, final Items items, final Survey survey,
		final Progress progress, final List<Note> notes)
	{
		final int n = survey.count();
		final int code = autoencoder.layout().code();
		final Coder.Coded coded = Coder.code(autoencoder, items, survey.rows(code), progress.part(0, 0.95));
		final Standardizer codes = Standardizer.zscore(Coder.names(code), Matrix.of(coded.codes(), n, code), progress);
		notes.addAll(codes.notes());
		ItemReader.note(coded.broken(), "they were replaced by the median of the item's finite pixels", notes);
		final double[] measured = new double[2 * n];
		for (int i = 0; i < n; i++) {
			measured[2 * i] = coded.errors()[i];
			measured[2 * i + 1] = coded.scores()[i];
		}
		progress.report(1);
		return new Features("Autoencoder", codes.names(), codes.matrix(), List.of("reconstruction_error",
			"reconstruction_score"), Matrix.of(measured, n, 2), notes, new LearnedReconstructor(autoencoder), codes
				.scaling().of("Autoencoder " + autoencoder.fingerprint()));
	}
}
