package sc.fiji.standout.feature.deep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.standout.feature.Features;
import sc.fiji.standout.feature.TestItems;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/** Features are those of ONNX Runtime itself, and of PyTorch; what does not fit is said. */
class NetworksTest {

	private static final int LENGTH = 3 * 224 * 224;
	private static final int COUNT = 3;

	@TempDir
	Path folder;

	private static float[] run(final LocalModel model, final ByteBuffer images, final int count) {
		try (Network network = Networks.open(model, Progress.NONE)) {
			return network.features(images, count);
		}
	}

	private static LocalModel found(final Path path) {
		return ModelStore.find(Settings.of("file", path), Progress.NONE);
	}

	private LocalModel described(final Path path, final String json) {
		return new LocalModel(DescriptionFile.parse(new StringReader(json), "It", "model"), path, "", List.of());
	}

	private static long[] shape(final int count) {
		return new long[] { count, 3, 224, 224 };
	}

	@Test
	void theFeaturesAreThoseOfOnnxRuntime() throws Exception {
		final ByteBuffer images = SharedModels.noise(COUNT * LENGTH);
		for (final String name : List.of("mobilenetv2_features.onnx", "squeezenet1_1.onnx", "mobilenetv2_classifier.onnx",
			"mobilenetv2_torch_features.onnx"))
		{
			final Path path = SharedModels.path(name);
			assertArrayEquals(SharedModels.raw(path, images, shape(COUNT), "features"), run(found(path), images, COUNT), 1e-5f,
				name);
		}
	}

	@Test
	void theFeaturesOfAClassifierAreItsLastPooledLayer() throws Exception {
		final ByteBuffer images = SharedModels.noise(LENGTH);
		for (final String name : List.of("mobilenetv2_classifier.onnx", "squeezenet1_1.onnx")) {
			final Path path = SharedModels.path(name);
			final byte[] classifier = OnnxGraph.read(path).withOutput("logits");
			final Path alone = Files.write(folder.resolve(name), classifier);
			assertEquals(List.of("logits"), OnnxGraph.read(alone).outputs().stream().map(OnnxGraph.Tensor::name).toList());
			assertArrayEquals(SharedModels.raw(path, images, shape(1), "logits"), SharedModels.raw(alone, images, shape(1),
				"logits"), 1e-5f);
			assertArrayEquals(SharedModels.raw(path, images, shape(1), "features"), run(found(alone), images, 1), 1e-5f, name);
		}
	}

	@Test
	void torchScriptGivesTheSameFeatures() throws Exception {
		final ByteBuffer images = SharedModels.noise(COUNT * LENGTH);
		final float[] mobilenet = SharedModels.raw(SharedModels.path("mobilenetv2_features.onnx"), images, shape(COUNT),
			"features");
		assertArrayEquals(mobilenet, run(found(SharedModels.path("mobilenetv2_features.pt")), images, COUNT), 1e-4f);
		final Path squeezenet = SharedModels.path("squeezenet1_1.onnx");
		final Path tuple = SharedModels.path("squeezenet1_1.pt");
		assertArrayEquals(SharedModels.raw(squeezenet, images, shape(COUNT), "features"), run(described(tuple, "{}"), images,
			COUNT), 1e-4f);
		assertArrayEquals(SharedModels.raw(squeezenet, images, shape(COUNT), "logits"), run(described(tuple,
			"{ output: '1' }"), images, COUNT), 1e-4f);
		final String message = assertThrows(IllegalStateException.class, () -> run(described(tuple, "{ output: '2' }"),
			images, COUNT)).getMessage();
		assertTrue(message.contains("no output '2'; it has 2"), message);
	}

	@Test
	void torchScriptGivesTheSameBitsOnAnyNumberOfThreads() throws Exception {
		final Items items = TestItems.blobs(20, 16, 1, 255);
		final Path json = Files.writeString(folder.resolve("net.json"), "{ \"file\": \"" + SharedModels.path(
			"squeezenet1_1.pt").toAbsolutePath() + "\" }");
		final Settings settings = Settings.of("file", json, "batch", 4);
		final Callable<Features> run = () -> new CnnFeaturizer().features(items, settings, Progress.NONE);
		final Matrix one = Parallel.withThreads(1, run).matrix();
		assertEquals(one, Parallel.withThreads(2, run).matrix());
		assertEquals(one, Parallel.withThreads(3, run).matrix());
	}

	@Test
	void aTruncatedTorchScriptFileIsSaid() throws Exception {
		final byte[] whole = Files.readAllBytes(SharedModels.path("squeezenet1_1.pt"));
		final Path part = Files.write(folder.resolve("part.pt"), Arrays.copyOf(whole, whole.length / 2));
		final String message = assertThrows(IllegalArgumentException.class, () -> run(found(part), SharedModels.noise(LENGTH),
			1)).getMessage();
		assertTrue(message.startsWith("The model " + part + " cannot be loaded ("), message);
		assertEquals(1, message.lines().count());
	}

	@Test
	void mapsAreAveragedOverTheImage() throws Exception {
		final ByteBuffer images = SharedModels.noise(2 * 3 * 32 * 32);
		final Path whole = TinyOnnx.features(32).write(folder.resolve("whole.onnx"));
		final Path map = TinyOnnx.convolution(-1, 3, 32).output("map", -1, 8, 16, 16).write(folder.resolve("map.onnx"));
		final float[] expected = SharedModels.raw(whole, images, new long[] { 2, 3, 32, 32 }, "features");
		assertEquals(16, expected.length);
		assertArrayEquals(expected, run(found(map), images, 2), 1e-6f);
	}

	@Test
	void modelsOfAFixedBatchTakeAnyNumber() throws Exception {
		final ByteBuffer images = SharedModels.noise(7 * 3 * 32 * 32);
		final Path free = TinyOnnx.features(32).write(folder.resolve("free.onnx"));
		for (final int batch : new int[] { 1, 2, 7, 9 }) {
			final Path fixed = TinyOnnx.convolution(batch, 3, 32).node("GlobalAveragePool", List.of("map"), "features").output(
				"features", batch, 8, 1, 1).write(folder.resolve("fixed" + batch + ".onnx"));
			assertArrayEquals(run(found(free), images, 7), run(found(fixed), images, 7), 1e-6f);
		}
	}

	@Test
	void whatDoesNotFitIsSaidInOneSentence() throws Exception {
		final Path tiny = TinyOnnx.features(32).write(folder.resolve("tiny.onnx"));
		assertMessage(described(tiny, "{}"), "takes images of the size 3 x 32 x 32 but is described as one that takes " +
			"3 x 224 x 224");
		assertMessage(described(tiny, "{ width: 32, height: 32, output: 'pooled' }"),
			"has no output 'pooled'; its outputs are features.");
		assertMessage(described(tiny, "{ width: 32, height: 32, input: 'data' }"), "has the input 'input', not 'data'");
		assertMessage(described(tiny, "{ width: 32, height: 32, channels: 'grey' }"), "takes 1 x 32 x 32");
		final Path two = TinyOnnx.convolution(-1, 3, 32).input("mask", -1, 1).output("map", -1, 8, 16, 16).write(folder
			.resolve("two.onnx"));
		assertMessage(described(two, "{ width: 32, height: 32 }"), "takes 2 inputs (input, mask); there must be 1.");
		final Path unknown = TinyOnnx.convolution(-1, 3, 32).node("Magic", List.of("map"), "features").output("features", -1,
			8).write(folder.resolve("magic.onnx"));
		assertMessage(described(unknown, "{ width: 32, height: 32 }"), "cannot be loaded (");
		final Path flat = new TinyOnnx().input("input", -1, 12).weights("w", 12, 4).node("MatMul", List.of("input", "w"),
			"features").output("features", -1, 4).write(folder.resolve("flat.onnx"));
		assertMessage(() -> found(flat), "takes no images: its input 'input' has 2 axes; there must be 4");
		final Path five = TinyOnnx.convolution(-1, 5, 32).output("map", -1, 8, 16, 16).write(folder.resolve("five.onnx"));
		assertMessage(() -> found(five), "takes 5 channels; there must be 1 or 3.");
		final Path text = Files.writeString(folder.resolve("text.onnx"), "this is no model");
		assertMessage(() -> found(text), "is no model; it must be an ONNX (.onnx) or TorchScript (.pt) file");
		final Path empty = Files.write(folder.resolve("empty.onnx"), new byte[0]);
		assertMessage(() -> found(empty), "is no model");
		final Path part = Files.write(folder.resolve("part.onnx"), Arrays.copyOf(Files.readAllBytes(tiny), 300));
		assertMessage(() -> found(part), "is no model");
	}

	@Test
	void featuresOfAnotherShapeAreSaid() throws Exception {
		final Path scalar = TinyOnnx.convolution(-1, 3, 32).node("ReduceMean", List.of("map"), "features", TinyOnnx.numbers(
			"axes", 1, 2, 3)).output("features", -1, 1, 1, 1).write(folder.resolve(
				"scalar.onnx"));
		assertEquals(2, run(found(scalar), SharedModels.noise(2 * 3 * 32 * 32), 2).length);
		final Path tokens = TinyOnnx.convolution(-1, 3, 32).node("ReduceMean", List.of("map"), "three", TinyOnnx.numbers(
			"axes", 3)).node("Squeeze", List.of("three"), "features", TinyOnnx.numbers("axes", 3)).output("features", -1, 8, 16)
			.write(folder.resolve("tokens.onnx"));
		final String message = assertThrows(IllegalStateException.class, () -> run(found(tokens), SharedModels.noise(3 * 32 *
			32), 1)).getMessage();
		assertTrue(message.contains("has the size [1, 8, 16] for 1 images; features must be images x features"), message);
	}

	private static void assertMessage(final LocalModel model, final String part) {
		assertMessage(() -> Networks.open(model, Progress.NONE).close(), part);
	}

	private static void assertMessage(final org.junit.jupiter.api.function.Executable task, final String part) {
		final String message = assertThrows(IllegalArgumentException.class, task).getMessage();
		assertTrue(message.contains(part), message);
		assertEquals(1, message.lines().count(), message);
	}
}
