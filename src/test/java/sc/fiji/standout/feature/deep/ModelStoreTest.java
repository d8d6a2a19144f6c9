package sc.fiji.standout.feature.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/** Where models are found, and that a wrong file is never used. */
class ModelStoreTest {

	private static final String MOBILENET = "mobilenetv2_features.onnx";

	@TempDir
	Path folder;

	private Path cache;
	private Path models;
	private String before;

	@BeforeEach
	void moveCache() throws IOException {
		before = System.getProperty("standout.cache");
		cache = folder.resolve("cache");
		models = Files.createDirectory(folder.resolve("models"));
		System.setProperty("standout.cache", cache.toString());
	}

	@AfterEach
	void restore() {
		if (before == null) System.clearProperty("standout.cache");
		else System.setProperty("standout.cache", before);
	}

	private LocalModel find(final Object... pairs) {
		return ModelStore.find(Settings.of(pairs).with("models", models), Progress.NONE);
	}

	private static String message(final Class<? extends RuntimeException> type,
		final org.junit.jupiter.api.function.Executable task)
	{
		final String message = assertThrows(type, task).getMessage();
		assertEquals(1, message.lines().count(), message);
		return message;
	}

	@Test
	void theBuiltInModelsAreDescribed() {
		for (final String name : ModelStore.NAMES) {
			final ModelDescription model = DescriptionFile.builtIn(name);
			assertEquals(name, model.name());
			assertTrue(model.source().url().startsWith("https://") && model.source().url().endsWith("/" + model.file()));
			assertEquals("Apache-2.0", model.source().licence());
			assertEquals(224, model.input().width());
			assertEquals(256, model.input().resize());
		}
	}

	@Test
	void aMissingModelIsSaidWithWhatToPutWhere() {
		final MissingModelException missing = assertThrows(MissingModelException.class, () -> find());
		assertEquals("The model MobileNetV2 is not on this computer: put the file mobilenetv2_features.onnx (8.8 MB, sha256 " +
			"3609e19b8928...) from https://github.com/standout-fiji/standout/releases/download/models-1/" + MOBILENET +
			" into the folder " + models + ", or run this again with download=true.", missing.getMessage());
		assertEquals("MobileNetV2", missing.model().name());
		assertEquals(Optional.of("SqueezeNet"), ModelStore.missing(Settings.of("model", "SqueezeNet"), Progress.NONE).map(
			ModelDescription::name));
		assertFalse(Files.exists(cache));
	}

	@Test
	void looksInTheFoldersAndThenInTheCache() throws IOException {
		final Path whole = SharedModels.path(MOBILENET);
		Files.createDirectories(cache);
		Files.copy(whole, cache.resolve(MOBILENET));
		assertEquals(cache.resolve(MOBILENET), find().path());
		Files.copy(whole, models.resolve(MOBILENET));
		assertEquals(models.resolve(MOBILENET), find("model", "MobileNetV2").path());
		assertTrue(ModelStore.missing(Settings.DEFAULTS, Progress.NONE).isEmpty());
	}

	@Test
	void aWrongFileIsNeverUsed() throws IOException {
		Files.createDirectories(cache);
		Files.writeString(models.resolve(MOBILENET), "altered");
		Files.writeString(cache.resolve(MOBILENET), "altered too");
		final String message = message(MissingModelException.class, () -> find());
		assertTrue(message.contains(models.resolve(MOBILENET) + " is not the model MobileNetV2 (its sha256 differs), so it " +
			"is not used; the file " + cache.resolve(MOBILENET)) && message.contains("and was removed"), message);
		// That of the user stays
		assertTrue(Files.exists(models.resolve(MOBILENET)));
		assertFalse(Files.exists(cache.resolve(MOBILENET)));
		final Path whole = SharedModels.path(MOBILENET);
		Files.copy(whole, cache.resolve(MOBILENET));
		final LocalModel found = find();
		assertEquals(cache.resolve(MOBILENET), found.path());
		assertTrue(found.notes().get(0).warning());
		Files.copy(whole, models.resolve(MOBILENET), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
		assertEquals(models.resolve(MOBILENET), find().path());
	}

	@Test
	void aFileOfOursIsKnownByItsContent() throws IOException {
		final Path renamed = Files.copy(SharedModels.path(MOBILENET), folder.resolve("renamed.onnx"));
		assertEquals("MobileNetV2", find("file", renamed).description().name());
		assertEquals(127.5, find("model", renamed).description().input().divisor());
	}

	@Test
	void aModelWithoutDescriptionIsAssumedToBeOfImageNet() throws IOException {
		final LocalModel tiny = find("file", TinyOnnx.features(48).write(folder.resolve("my net.onnx")));
		assertEquals("my net", tiny.description().name());
		assertEquals(48, tiny.description().input().width());
		assertEquals(55, tiny.description().input().resize());
		assertEquals("The model my net.onnx has no description (a .json file beside it), so it is assumed to take RGB images " +
			"of 48 x 48 pixels, divided by 255, mean [0.485, 0.456, 0.406] and std [0.229, 0.224, 0.225].", tiny.notes().get(0)
				.text());
		final LocalModel free = find("file", new TinyOnnx().input("x", -1, 3, -1, -1).node("GlobalAveragePool", List.of("x"), "y")
			.output("y", -1, 3, 1, 1).write(folder.resolve("free.onnx")));
		assertEquals(224, free.description().input().height());
		final LocalModel last = find("file", new TinyOnnx().input("x", -1, 40, 50, 3).node("ReduceMean", List.of("x"), "y",
			TinyOnnx.numbers("axes", 1, 2)).output("y", -1, 1, 1, 3).write(folder.resolve("last.onnx")));
		assertEquals(ModelDescription.Layout.NHWC, last.description().input().layout());
		assertEquals(40, last.description().input().height());
		assertEquals(50, last.description().input().width());
	}

	@Test
	void theDescriptionBesideTheModelCounts() throws IOException {
		final Path tiny = TinyOnnx.features(32).write(folder.resolve("tiny.onnx"));
		final Path json = Files.writeString(folder.resolve("tiny.json"), "{ \"name\": \"Mine\", \"width\": 32, \"height\": 32 }");
		for (final Path given : new Path[] { tiny, json }) {
			final LocalModel model = find("file", given);
			assertEquals("Mine", model.description().name());
			assertEquals(tiny, model.path());
		}
		Files.writeString(json, "{ \"file\": \"other.onnx\" }");
		assertTrue(message(IllegalArgumentException.class, () -> find("file", json)).startsWith(
			"The file 'other.onnx' that " + json + " describes does not exist"));
		Files.writeString(json, "{ \"sha256\": \"" + "0".repeat(64) + "\" }");
		final String message = message(IllegalArgumentException.class, () -> find("file", tiny));
		assertTrue(message.startsWith("The model " + tiny + " has the sha256 ") && message.contains("it is not used"),
			message);
	}

	@Test
	void descriptionsAreChecked() throws IOException {
		final Path json = folder.resolve("a.json");
		TinyOnnx.features(32).write(folder.resolve("a.onnx"));
		check(json, "[]", "is not one JSON object");
		check(json, "{ \"width\": ", "is no JSON (");
		check(json, "{ \"widht\": 32 }", "has the key 'widht', which does not exist; the keys are bytes, channels, ");
		check(json, "{ \"width\": 0 }", "has width = 0; it must be a whole number from 1 to 4096.");
		check(json, "{ \"height\": 2.5 }", "has height = 2.5; it must be a whole number");
		check(json, "{ \"width\": \"wide\" }", "has width = \"wide\"; it must be a number.");
		check(json, "{ \"resize\": 200 }", "has resize = 200; it must be a whole number from 224 to 4096.");
		check(json, "{ \"fit\": \"fill\" }", "has fit = \"fill\"; it must be one of crop, stretch.");
		check(json, "{ \"channels\": \"CMYK\" }", "it must be one of RGB, BGR, grey.");
		check(json, "{ \"layout\": \"CHWN\" }", "it must be one of NCHW, NHWC.");
		check(json, "{ \"divisor\": 0 }", "has divisor = 0; it must be a number from ");
		check(json, "{ \"mean\": [1, 2] }", "has mean = [1,2]; it must be 1 or 3 numbers");
		check(json, "{ \"std\": 0 }", "has std = 0; it must be 1 or 3 numbers");
		check(json, "{ \"std\": [1, \"x\", 2] }", "it must be a number.");
		check(json, "{ \"sha256\": \"abc\" }", "it must be 64 hexadecimal digits.");
		check(json, "{ \"url\": \"ftp://x\" }", "it must be an address that begins with https://.");
		check(json, "{ \"name\": {} }", "it must be a text.");
	}

	private void check(final Path json, final String content, final String part) throws IOException {
		Files.writeString(json, content);
		final String message = message(IllegalArgumentException.class, () -> find("file", json));
		assertTrue(message.startsWith("The description " + json) && message.contains(part), message);
	}

	@Test
	void theCacheLiesWhereEachSystemHasIt() {
		System.clearProperty("standout.cache");
		final Path home = Path.of(System.getProperty("user.home"));
		assertEquals(home.resolve("Library/Caches/standout/models"), ModelStore.cache("Mac OS X"));
		final String xdg = System.getenv("XDG_CACHE_HOME");
		assertEquals(xdg == null ? home.resolve(".cache/standout/models") : Path.of(xdg, "standout", "models"), ModelStore
			.cache("Linux"));
		assertTrue(ModelStore.cache("Windows 11").toString().toLowerCase(Locale.ROOT).contains("local"));
	}
}
