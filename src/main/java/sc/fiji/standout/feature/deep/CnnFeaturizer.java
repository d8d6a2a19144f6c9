package sc.fiji.standout.feature.deep;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

import org.scijava.plugin.Plugin;

import sc.fiji.standout.feature.Features;
import sc.fiji.standout.feature.Featurizer;
import sc.fiji.standout.feature.ItemReader;
import sc.fiji.standout.feature.Note;
import sc.fiji.standout.feature.Standardizer;
import sc.fiji.standout.feature.Survey;
import sc.fiji.standout.feature.deep.Tensorizer.Scaling;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.Pixels;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/**
 * The last layer before the classes of a convolutional network that was trained on photographs, as features
 * {@code cnn_1, cnn_2, ...}. They are not standardised: how much a feature varies is what the network has learned.
 * <p>
 * Settings: {@code model} = MobileNetV2 (default), SqueezeNet or the path of a model; {@code file} = path of a model,
 * which wins; {@code models} = folders where models are looked for; {@code download} = whether a missing one may be
 * downloaded; {@code batch} = images that are prepared and given to the network together, 1 to 512, default 32;
 * {@code scaling} = Stack (default) or Image, see {@link Scaling}; {@code channels} = those that become red, green and
 * blue, see {@link ChannelChoice}.
 * </p>
 * Memory beside the features: the images of one batch on each thread, at most 256 (or one batch).
 */
@Plugin(type = Featurizer.class, name = "CNN", priority = 70)
public final class CnnFeaturizer implements Featurizer {

	private static final int MOST_IMAGES = 256;
	private static final int LEAST_CHUNKS = 16;

	@Override
	public Features features(final Items items, final Settings settings, final Progress progress) {
		final int batch = settings.integer("batch", 32, 1, 512);
		final Scaling scaling = scaling(settings);
		progress.message("CNN features: looking for the model");
		final LocalModel model = ModelStore.find(settings, progress.part(0, 0.02));
		progress.message("CNN features: looking at the range of the stack");
		final Survey survey = Survey.of(items, progress.part(0.02, 0.05));
		final ChannelChoice channels = ChannelChoice.of(settings.text("channels", ""), survey);
		try (CancelableNetwork network = new CancelableNetwork(Networks.open(model, progress))) {
			progress.message("CNN features: " + model.description().name());
			final Tensorizer tensorizer = new Tensorizer(model.description().input(), survey, channels.sources(), scaling);
			final Run run = new Run(items, model, network, tensorizer, batch, identity(settings));
			return run.features(survey, channels.notes(), progress.part(0.05, 1));
		}
	}

	@Override
	public String identity(final Settings settings) {
		return "CNN " + ModelStore.identity(settings, Progress.NONE) + " " + scaling(settings) + " " + settings.text("channels", "")
			.trim();
	}

	private static Scaling scaling(final Settings settings) {
		final String text = settings.text("scaling", "Stack");
		for (final Scaling scaling : Scaling.values()) if (scaling.name().equalsIgnoreCase(text)) return scaling;
		throw new IllegalArgumentException("scaling=" + text + " does not exist; it must be Stack or Image.");
	}

	/** One run over all items. */
	private record Run(Items items, LocalModel model, CancelableNetwork network, Tensorizer tensorizer, int batch,
		String measure)
	{

		Features features(final Survey survey, final List<Note> chosen, final Progress progress) {
			final int n = survey.count();
			final int length = model.description().input().length();
			final int chunk = Math.min(batch, (n + LEAST_CHUNKS - 1) / LEAST_CHUNKS);
			// A blank image tells how many features there are before their memory is taken
			final int d = network.features(buffer(length, 1), 1, progress).length;
			final float[] values = survey.rows(d);
			final int[] broken = new int[n];
			final Queue<ByteBuffer> buffers = new ConcurrentLinkedQueue<>();
			limited(() -> Parallel.chunks(n, chunk, progress.part(0, 0.95), (number, from, to) -> {
				ByteBuffer buffer = buffers.poll();
				if (buffer == null) buffer = buffer(length, chunk);
				final FloatBuffer images = buffer.asFloatBuffer();
				for (int i = from; i < to; i++) {
					progress.check();
					final Pixels pixels = ItemReader.read(items, i);
					broken[i] = pixels.nonFinite();
					tensorizer.write(pixels.finite(), images, (i - from) * length);
				}
				final float[] features = network.features(buffer, to - from, progress);
				System.arraycopy(features, 0, values, from * d, features.length);
				buffers.add(buffer);
			}), Math.max(1, MOST_IMAGES / chunk));
			return named(values, n, d, broken, chosen, progress);
		}

		private Features named(final float[] values, final int n, final int d, final int[] broken, final List<Note> chosen,
			final Progress progress)
		{
			final List<String> names = IntStream.rangeClosed(1, d).mapToObj(j -> "cnn_" + j).toList();
			final Standardizer kept = Standardizer.dropWithin(names, values, n, progress);
			final ModelDescription.Source source = model.description().source();
			final List<Note> notes = new ArrayList<>();
			notes.add(Note.info(d + " features of the network " + model.description().name() + (source.origin().isEmpty() ? ""
				: ": " + source.origin()) + (source.licence().isEmpty() ? "" : ", licence " + source.licence()) + "."));
			notes.addAll(model.notes());
			notes.addAll(chosen);
			notes.addAll(kept.notes());
			ItemReader.note(broken, "they were replaced by the median of the item's finite pixels", notes);
			progress.report(1);
			return new Features("CNN", kept.names(), kept.matrix(), notes).with(kept.scaling().of(measure).in(tensorizer
				.range()));
		}

		private ByteBuffer buffer(final int length, final int images) {
			try {
				return ByteBuffer.allocateDirect(Math.multiplyExact(4 * images, length)).order(ByteOrder.nativeOrder());
			}
			catch (final OutOfMemoryError | ArithmeticException e) {
				throw new IllegalStateException("batch=" + batch + " needs " + ModelStore.size(4L * images * length) +
					" of memory on each thread, which is not there; choose a smaller batch.", e);
			}
		}

		private static void limited(final Runnable task, final int threads) {
			try {
				Parallel.withThreads(Math.min(threads, Parallel.threads()), () -> {
					task.run();
					return null;
				});
			}
			catch (final RuntimeException e) {
				throw e;
			}
			catch (final Exception e) {
				throw new IllegalStateException(e);
			}
		}
	}
}
