package sc.fiji.standout.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.ij1.MacroBatch;

/** What was installed from the site does the main job, and says what is missing where something is. */
class InstalledImageJTest extends FromTheSite {

	/** A macro that writes which windows are open, and what the Log window says. */
	private static String openWindows(final String name) {
		return "File.saveString('plot ' + isOpen('Scatter plot of Sample Cells') + ', montage ' + isOpen('Montage of Sample " +
			"Cells') + ', table ' + isOpen('Items of Sample Cells') + '\\n' + getInfo('log'), getArgument() + '/" + name +
			".txt');";
	}

	private InstalledImageJ install() throws IOException {
		try (SiteServer server = new SiteServer(site)) {
			UpdaterClient.install(server.address(), PLATFORM, folder);
		}
		return new InstalledImageJ(folder, contents.jars().left());
	}

	@Test
	void everyKindOfFeatureDoesTheMainJob() throws Exception {
		final InstalledImageJ imagej = install();
		final Map<String, String> macros = new LinkedHashMap<>();
		for (final String features : List.of("Pixels", "Statistics", "Texture", "CNN", "Automatic", "Autoencoder")) macros.put(
			features, MainJob.macro(features));
		macros.put("Folder", "print(getDirectory('imagej'));");
		final boolean model = Files.exists(MainJob.MODEL);
		if (model) imagej.add(MainJob.MODEL, MainJob.MODEL_PLACE);
		final Map<String, MacroBatch.Result> results = imagej.run(macros, folder.toString());
		for (final String features : List.of("Pixels", "Statistics", "Texture", "Automatic")) assertDone(results, features);
		if (model) assertDone(results, "CNN");
		else MainJob.assertSaid(results.get("CNN"), "The model MobileNetV2 is not on this computer");
		assertEquals(model, results.get("Automatic").output().contains("features of the network MobileNetV2"));
		MainJob.assertSaid(results.get("Autoencoder"),
			"PyTorch is not installed: put pytorch-engine, pytorch-jni and pytorch-native-cpu");
		assertTrue(results.get("Folder").output().contains(folder.toRealPath().toString()), results.get("Folder").output());
	}

	private void assertDone(final Map<String, MacroBatch.Result> results, final String features) throws IOException {
		assertTrue(results.get(features).ended(), results.get(features).output());
		MainJob.assertPictured(folder.resolve(features + ".csv"));
	}

	/** What the updater has laid, in ImageJ itself, with the windows that a user sees. */
	@Test
	void theInstallOpensItsWindows() throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "This test needs a display");
		final InstalledImageJ imagej = install();
		if (Files.exists(MainJob.MODEL)) imagej.add(MainJob.MODEL, MainJob.MODEL_PLACE);
		final Map<String, String> macros = new LinkedHashMap<>();
		for (final String features : List.of("Texture", "Automatic")) {
			macros.put(features, MainJob.macro(features, "plot=true montage=true table=true"));
			macros.put(MacroBatch.THEN + features, openWindows(features));
		}
		final Map<String, MacroBatch.Result> results = imagej.run(false, macros, folder.toString());
		for (final String features : List.of("Texture", "Automatic")) {
			assertTrue(results.get(features).ended(), results.get(features).output());
			MainJob.assertDone(folder.resolve(features + ".csv"));
			final String windows = Files.readString(folder.resolve(features + ".txt"));
			assertTrue(windows.startsWith("plot 1, montage 1, table 1\n"), windows);
		}
	}

	/** With the optional jars in the folder that the README names. */
	@Test
	void withPytorchTheRestWorksToo() throws Exception {
		final Path network = MainJob.MODEL.resolveSibling("mobilenetv2_features.pt");
		final List<Jar> optional = Checkout.jars().stream().filter(Jar::optional).toList();
		assumeTrue(optional.stream().anyMatch(jar -> jar.name().startsWith("pytorch-native-cpu")),
			"This test needs PyTorch's native libraries for this computer");
		assumeTrue(Files.exists(network), "This test needs the networks of ../shared/data/models");
		final InstalledImageJ imagej = install();
		for (final Jar jar : optional) imagej.add(jar.file(), "jars/" + jar.name());
		final Map<String, String> macros = new LinkedHashMap<>();
		macros.put("Autoencoder", MainJob.SAMPLE + "run('Autoencoder Features...', 'size=16 epochs=3');\n" +
			"run('Reconstruction Outliers...', 'contamination=0.1');\n" + MainJob.table("Autoencoder"));
		macros.put("TorchScript", MainJob.SAMPLE + "run('Find Outliers...', 'features=CNN model=[" + network +
			"] outliers=LOF contamination=0.1');\n" + MainJob.table("TorchScript"));
		final Map<String, MacroBatch.Result> results = imagej.run(macros, folder.toString());
		for (final String name : macros.keySet()) {
			assertTrue(results.get(name).ended(), results.get(name).output());
			MainJob.assertDone(folder.resolve(name + ".csv"));
		}
	}

	/** With a display, in ImageJ itself, where the zip was unpacked over one of a version before. */
	@Test
	void theZipDoesTheMainJobInPlainImageJ() throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "This test needs a display");
		final PlainImageJ imagej = new PlainImageJ(Files.createDirectory(folder.resolve("imagej")), PlainImageJ.jar(
			contents));
		final Path work = Files.createDirectory(folder.resolve("older"));
		final Path older = work.resolve("site");
		new UpdateSite(Checkout.smallContents(work), Checkout.plugin(work, "0.0.9", ""), 20260401120000L, null).build(older,
			null);
		imagej.unzip(older.resolve(PlainZip.NAME));
		final Set<Path> before = imagej.files();
		imagej.unzip(site.resolve(PlainZip.NAME));
		assertEquals(before, imagej.files());
		final List<String> kinds = new ArrayList<>(List.of("Pixels", "Statistics", "Texture"));
		if (Files.exists(MainJob.MODEL)) {
			kinds.add("CNN");
			final Path model = imagej.folder().resolve(MainJob.MODEL_PLACE);
			Files.copy(MainJob.MODEL, model);
		}
		final StringBuilder macro = new StringBuilder();
		for (final String features : kinds) macro.append(MainJob.macro(features)).append("run('Close All');\n");
		imagej.run(macro + "run('Quit');", folder);
		for (final String features : kinds) MainJob.assertPictured(folder.resolve(features + ".csv"));
	}

	/** As when downloads were broken off: ImageJ starts, what needs them says so, and all else works. */
	@Test
	void withTruncatedJarsTheRestWorks() throws Exception {
		assumeTrue(Files.exists(MainJob.MODEL), "This test needs the networks of ../shared/data/models");
		final InstalledImageJ imagej = install();
		imagej.add(MainJob.MODEL, MainJob.MODEL_PLACE);
		imagej.truncate("jars/" + PLATFORM + "/onnxruntime-.*");
		imagej.truncate("jars/jfreechart-.*");
		final Map<String, String> macros = new LinkedHashMap<>();
		for (final String features : List.of("Texture", "CNN", "Automatic")) macros.put(features, MainJob.macro(features,
			"plot=false"));
		macros.put("Plot", MainJob.macro("Statistics"));
		final Map<String, MacroBatch.Result> results = imagej.run(macros, folder.toString());
		for (final String features : List.of("Texture", "Automatic")) {
			assertTrue(results.get(features).ended(), results.get(features).output());
			MainJob.assertDone(folder.resolve(features + ".csv"));
		}
		final String missing = "The native library of ONNX Runtime for this computer (" + PLATFORM +
			") is not installed: in Fiji, run Help > Update... with the update site Standout";
		MainJob.assertSaid(results.get("CNN"), missing);
		assertTrue(results.get("Automatic").output().contains(
			"The network was left out, and the features are Texture alone. " + missing), results.get("Automatic").output());
		MainJob.assertSaid(results.get("Plot"), "The library JFreeChart is missing or not of the version that Standout needs");
	}

	/** With libraries of other versions: the windows that do not need them open, and each is named once. */
	@Test
	void withOtherVersionsTheOtherWindowsOpen() throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "This test needs a display");
		final InstalledImageJ imagej = install();
		imagej.cut("jars/jfreechart-.*", "org/jfree/chart/ui/.*");
		final boolean model = Files.exists(MainJob.MODEL);
		if (model) {
			imagej.add(MainJob.MODEL, MainJob.MODEL_PLACE);
			imagej.cut("jars/api-.*", "ai/djl/BaseModel\\.class");
		}
		final Map<String, String> macros = new LinkedHashMap<>();
		macros.put("Windows", MainJob.macro("Automatic", "plot=true montage=true table=true"));
		macros.put(MacroBatch.THEN + "Windows", MainJob.table("Automatic") + openWindows("Automatic"));
		final Map<String, MacroBatch.Result> results = imagej.run(false, macros, folder.toString());
		MainJob.assertSaid(results.get("Windows"),
			"The library JFreeChart is missing or not of the version that Standout needs, ");
		MainJob.assertDone(folder.resolve("Automatic.csv"));
		final String windows = Files.readString(folder.resolve("Automatic.txt"));
		assertTrue(windows.startsWith("plot 0, montage 1, table 1\n"), windows);
		assertEquals(model, windows.contains("The network was left out, and the features are Texture alone. The library Deep " +
			"Java Library (DJL) is missing or not of the version that Standout needs, "), windows);
	}
}
