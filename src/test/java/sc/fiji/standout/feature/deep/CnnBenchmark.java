package sc.fiji.standout.feature.deep;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import ij.IJ;
import ij.ImageStack;
import sc.fiji.standout.feature.Features;
import sc.fiji.standout.feature.Survey;
import sc.fiji.standout.feature.deep.Tensorizer.Scaling;
import sc.fiji.standout.item.ArrayItems;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.Pixels;
import sc.fiji.standout.item.Place;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/**
 * How fast features are computed from pixels, beside ONNX Runtime alone on tensors that are ready; and with the argument
 * {@code memory}, the memory that a virtual stack of 100,000 images takes, to be run with {@code -Xmx1g}. Figures of one
 * run belong together.
 */
public final class CnnBenchmark {

	private static final Path MODEL = Path.of("../shared/data/models/mobilenetv2_features.onnx");
	private static final String STACK = "../shared/data/cifar10_10k.tif";
	private static final int IMAGES = 1024;
	private static final int BATCH = 32;
	private static final int ROUNDS = 5;

	private CnnBenchmark() {}

	public static void main(final String... arguments) throws Exception {
		if (!Files.exists(MODEL)) System.out.println("missing: " + MODEL);
		else if (arguments.length > 0 && arguments[0].equals("memory")) memory(arguments);
		else throughput();
	}

	private static void throughput() throws OrtException {
		Engines.onnxRuntime();
		final Items items = cifar();
		final Settings settings = Settings.of("file", MODEL, "batch", BATCH);
		preprocessing(items);
		final double[] ours = new double[ROUNDS];
		final double[] raw = new double[ROUNDS];
		final double[] ratio = new double[ROUNDS];
		final OrtEnvironment environment = OrtEnvironment.getEnvironment();
		try (OrtSession session = environment.createSession(MODEL.toString(), new OrtSession.SessionOptions())) {
			raw(environment, session, 4);
			new CnnFeaturizer().features(items, settings, Progress.NONE);
			for (int round = 0; round < ROUNDS; round++) {
				long used = cpu();
				final double before = raw(environment, session, IMAGES / BATCH / 2);
				long rawUsed = cpu() - used;
				used = cpu();
				final long start = System.nanoTime();
				new CnnFeaturizer().features(items, settings, Progress.NONE);
				ours[round] = IMAGES / ((System.nanoTime() - start) / 1e9);
				final double oursUsed = cpu() - used;
				// The machine drifts: half of the raw run before and half after
				used = cpu();
				final double after = raw(environment, session, IMAGES / BATCH / 2);
				rawUsed += cpu() - used;
				raw[round] = 2 / (1 / before + 1 / after);
				ratio[round] = ours[round] / raw[round];
				System.out.printf("round %d: pixels to features %.1f images/s, ONNX Runtime alone %.1f images/s, ratio %.3f; " +
					"processor time %.1f and %.1f ms an image%n", round + 1, ours[round], raw[round], ratio[round], oursUsed / 1e6 /
						IMAGES, rawUsed / 1e6 / IMAGES);
			}
		}
		oneThread(environment);
		System.out.printf("median: %.1f and %.1f images/s, ratio %.3f%n", median(ours), median(raw), median(ratio));
	}

	/** What the network alone costs: with all cores it cannot be faster than this divided by their number. */
	private static void oneThread(final OrtEnvironment environment) throws OrtException {
		try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
			options.setIntraOpNumThreads(1);
			try (OrtSession session = environment.createSession(MODEL.toString(), options)) {
				raw(environment, session, 4);
				final long used = cpu();
				raw(environment, session, 16);
				System.out.printf("ONNX Runtime alone on one thread: processor time %.1f ms an image%n", (cpu() - used) / 1e6 /
					BATCH / 16);
			}
		}
	}

	/** Batches of ready tensors, as ONNX Runtime does them by default: on all cores. */
	private static double raw(final OrtEnvironment environment, final OrtSession session, final int batches)
		throws OrtException
	{
		final FloatBuffer noise = SharedModels.noise(BATCH * 3 * 224 * 224).asFloatBuffer();
		final long start = System.nanoTime();
		for (int b = 0; b < batches; b++) {
			try (OnnxTensor tensor = OnnxTensor.createTensor(environment, noise, new long[] { BATCH, 3, 224, 224 });
					OrtSession.Result result = session.run(Map.of("input", tensor)))
			{
				((OnnxTensor) result.get(0)).getFloatBuffer();
			}
		}
		return batches * BATCH / ((System.nanoTime() - start) / 1e9);
	}

	private static void preprocessing(final Items items) {
		final LocalModel model = ModelStore.find(Settings.of("file", MODEL), Progress.NONE);
		final Survey survey = Survey.of(items, Progress.NONE);
		final Tensorizer tensorizer = new Tensorizer(model.description().input(), survey, new int[] { 0, 1, 2 },
			Scaling.STACK);
		final FloatBuffer target = ByteBuffer.allocateDirect(4 * 3 * 224 * 224).order(java.nio.ByteOrder.nativeOrder())
			.asFloatBuffer();
		for (int run = 0; run < 3; run++) {
			final long start = cpu();
			for (int i = 0; i < IMAGES; i++) tensorizer.write(Pixels.read(items, i), target, 0);
			System.out.printf("preprocessing, run %d: %.3f ms of processor time an image%n", run + 1, (cpu() - start) / 1e6 /
				IMAGES);
		}
	}

	/** Processor time of all threads, which other processes on the machine hardly change. */
	private static long cpu() {
		return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
	}

	private static Items cifar() {
		final ImageStack stack = IJ.openImage(STACK).getStack();
		final List<Pixels> images = new ArrayList<>();
		for (int i = 1; i <= IMAGES; i++) {
			final int[] rgb = (int[]) stack.getPixels(i);
			final float[] values = new float[3 * rgb.length];
			for (int c = 0; c < 3; c++) {
				for (int k = 0; k < rgb.length; k++) values[c * rgb.length + k] = rgb[k] >> 16 - 8 * c & 255;
			}
			images.add(new Pixels(stack.getWidth(), stack.getHeight(), 3, values, null, 255));
		}
		return ArrayItems.of(images);
	}

	/** The model is MobileNetV2's shape in small: 1280 features by one layer, so that it ends in minutes. */
	private static void memory(final String... arguments) throws IOException {
		final int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
		final Path folder = Files.createTempDirectory("cnn-benchmark");
		final Path file = folder.resolve("wide.onnx");
		new TinyOnnx().input("input", -1, 3, 64, 64).weights("w", 1280, 3, 8, 8).node("Conv", List.of("input", "w"), "map",
			TinyOnnx.numbers("strides", 16, 16)).node("GlobalAveragePool", List.of("map"), "features").output("features", -1,
				1280, 1, 1).write(file);
		Files.writeString(folder.resolve("wide.json"), "{ \"width\": 64, \"height\": 64, \"resize\": 64 }");
		Engines.onnxRuntime();
		report("start");
		final long start = System.nanoTime();
		final Features features = new CnnFeaturizer().features(generated(count), Settings.of("file", file, "batch", BATCH),
			new Progress() {

				private int told;

				@Override
				public synchronized void report(final double fraction) {
					if (fraction * 4 < told + 1) return;
					told++;
					CnnBenchmark.report(String.format("%.0f %%", 100 * fraction));
				}

				@Override
				public boolean isCanceled() {
					return false;
				}
			});
		report("end");
		System.out.printf("%s in %.0f s, at most %d MB of Java memory%n", features.matrix(), (System.nanoTime() - start) /
			1e9, Runtime.getRuntime().maxMemory() >> 20);
		for (final Path path : List.of(file, folder.resolve("wide.json"), folder)) Files.delete(path);
	}

	/** A stack whose slices are made when they are read: 64 x 64, 8 bits; 400 MB all together. */
	private static Items generated(final int count) {
		return new Items() {

			@Override
			public int size() {
				return count;
			}

			@Override
			public String description() {
				return count + " generated images";
			}

			@Override
			public Place place(final int item) {
				return new Place(item + 1, "");
			}

			@Override
			public String label(final int item) {
				return "";
			}

			@Override
			public int[] dimensions(final int item) {
				return new int[] { 64, 64, 1 };
			}

			@Override
			public RandomAccessibleInterval<? extends RealType<?>> pixels(final int item) {
				final byte[] bytes = new byte[64 * 64];
				// A wave whose phase and length depend on the item
				for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) (128 + 120 * Math.sin(item + (i % 64 + i / 64) / (4.0 +
					item % 7)));
				return ArrayImgs.unsignedBytes(bytes, 64, 64, 1);
			}
		};
	}

	private static void report(final String when) {
		final Runtime runtime = Runtime.getRuntime();
		System.out.printf("%s: %d MB of Java memory in use, %s%n", when, runtime.totalMemory() - runtime.freeMemory() >> 20,
			resident());
	}

	/** What the whole process takes, Java and native, where the system says it. */
	private static String resident() {
		try {
			return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmRSS") || line
				.startsWith("VmHWM")).map(line -> line.replaceAll("\\s+", " ")).reduce((a, b) -> a + ", " + b).orElse("");
		}
		catch (final IOException e) {
			return "resident memory unknown";
		}
	}

	private static double median(final double[] values) {
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}
}
