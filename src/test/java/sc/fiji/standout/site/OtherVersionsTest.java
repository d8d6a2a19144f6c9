package sc.fiji.standout.site;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.util.VersionUtils;

import sc.fiji.standout.ij1.MacroBatch;

/**
 * An install with older libraries, as far as Maven's local repository has them: Standout starts, what does not need them
 * works, and the rest says which one it is. {@link InstalledImageJTest} tries one that is made by taking classes out.
 */
@Tag("slow")
class OtherVersionsTest {

	@TempDir
	static Path work;
	private static Contents contents;
	private static List<SiteFile> files;

	@TempDir
	Path folder;
	private InstalledImageJ imagej;

	@BeforeAll
	static void build() throws IOException {
		contents = Checkout.contents();
		files = contents.files(Checkout.plugin(work, "0.1.0", ""), work);
	}

	@BeforeEach
	void install() throws IOException {
		imagej = new InstalledImageJ(folder, contents.jars().left());
		for (final SiteFile file : files) imagej.add(file.content(), file.path());
		if (Files.exists(MainJob.MODEL)) imagej.add(MainJob.MODEL, MainJob.MODEL_PLACE);
	}

	/** The beginning of the sentence about a library. */
	private static String sentence(final String title, final String artifact) throws IOException {
		return "The library " + title + " is missing or not of the version that Standout needs, " + jar(artifact).version() +
			" (";
	}

	private static Jar jar(final String artifact) throws IOException {
		return Checkout.jars().stream().filter(jar -> jar.artifact().equals(artifact)).findFirst().orElseThrow();
	}

	/** Puts the oldest version that the local repository has in place of ours; skipped by name where there is none. */
	private void older(final String artifact) throws IOException {
		final Jar jar = jar(artifact);
		final String name = artifact.replaceFirst(".*:", "");
		final Optional<Path> older;
		try (Stream<Path> versions = Files.list(jar.file().getParent().getParent())) {
			older = versions.filter(version -> Files.exists(version.resolve(name + "-" + version.getFileName() + ".jar")))
				.filter(version -> VersionUtils.compare(version.getFileName().toString(), jar.version()) < 0).min((a,
					b) -> VersionUtils.compare(a.getFileName().toString(), b.getFileName().toString()));
		}
		assumeTrue(older.isPresent(), "This test needs an older " + name + " in Maven's local repository");
		final String old = name + "-" + older.get().getFileName() + ".jar";
		System.out.println("Instead of " + jar.name() + ": " + old);
		imagej.remove("jars/" + jar.name());
		imagej.add(older.get().resolve(old), "jars/" + old);
	}

	private Map<String, MacroBatch.Result> run(final String... features) throws IOException, InterruptedException {
		final Map<String, String> macros = new LinkedHashMap<>();
		for (final String one : features) macros.put(one, one.equals("Plot") ? MainJob.macro("Statistics") : one.equals(
			"Blobs") ? "run('Sample Blobs', 'count=50 seed=1');" : MainJob.macro(one, "plot=false"));
		return imagej.run(macros, folder.toString());
	}

	private void assertDone(final Map<String, MacroBatch.Result> results, final String features) throws IOException {
		assertTrue(results.get(features).ended(), results.get(features).output());
		MainJob.assertDone(folder.resolve(features + ".csv"));
	}

	@Test
	void ofCharts() throws Exception {
		older("org.jfree:jfreechart");
		final Map<String, MacroBatch.Result> results = run("Texture", "Plot");
		assertDone(results, "Texture");
		MainJob.assertSaid(results.get("Plot"), sentence("JFreeChart", "org.jfree:jfreechart"));
	}

	/** The learning goes on without its window, and the Log window says why there is none. */
	@Test
	void ofTheLossCurve() throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "This test needs a display");
		final List<Jar> optional = Checkout.jars().stream().filter(Jar::optional).toList();
		assumeTrue(optional.stream().anyMatch(jar -> jar.name().startsWith("pytorch-native-cpu")),
			"This test needs PyTorch's native libraries for this computer");
		for (final Jar jar : optional) imagej.add(jar.file(), "jars/" + jar.name());
		older("org.jfree:jfreechart");
		final MacroBatch.Result result = imagej.run(false, Map.of("Curve", MainJob.SAMPLE +
			"run('Autoencoder Features...', 'size=16 epochs=3');\nrun('Reconstruction Outliers...', 'contamination=0.1');\n" +
			MainJob.table("Curve") + "File.saveString(getInfo('log'), getArgument() + '/log.txt');"), folder.toString()).get(
				"Curve");
		assertTrue(result.ended(), result.output());
		MainJob.assertDone(folder.resolve("Curve.csv"));
		final String log = Files.readString(folder.resolve("log.txt"));
		assertTrue(log.contains(sentence("JFreeChart", "org.jfree:jfreechart")), log);
	}

	/** Networks that cannot be used are left out of Automatic, which says so. */
	@Test
	void ofNetworks() throws Exception {
		assumeTrue(Files.exists(MainJob.MODEL), "This test needs the networks of ../shared/data/models");
		older("ai.djl:api");
		final Map<String, MacroBatch.Result> results = run("Texture", "CNN", "Automatic");
		assertDone(results, "Texture");
		final String sentence = sentence("Deep Java Library (DJL)", "ai.djl:api");
		MainJob.assertSaid(results.get("CNN"), sentence);
		assertDone(results, "Automatic");
		assertTrue(results.get("Automatic").output().contains("The network was left out, and the features are Texture alone. " +
			sentence), results.get("Automatic").output());
	}

	@Test
	void ofImages() throws Exception {
		older("net.imglib2:imglib2");
		final Map<String, MacroBatch.Result> results = run("Blobs", "Texture");
		assertTrue(results.get("Blobs").ended(), results.get("Blobs").output());
		MainJob.assertSaid(results.get("Texture"), sentence("ImgLib2", "net.imglib2:imglib2"));
	}

	/** Most versions do; one that is too old is named. */
	@Test
	void ofTheLog() throws Exception {
		assumeTrue(Files.exists(MainJob.MODEL), "This test needs the networks of ../shared/data/models");
		older("org.slf4j:slf4j-api");
		final Map<String, MacroBatch.Result> results = run("Texture", "CNN");
		assertDone(results, "Texture");
		if (results.get("CNN").ended()) assertDone(results, "CNN");
		else MainJob.assertSaid(results.get("CNN"), sentence("SLF4J", "org.slf4j:slf4j-api"));
	}

	@Test
	void withoutTheLog() throws Exception {
		assumeTrue(Files.exists(MainJob.MODEL), "This test needs the networks of ../shared/data/models");
		imagej.cut("jars/slf4j-api-.*", "org/slf4j/LoggerFactory\\.class");
		assertOnlyNetworksMissing(sentence("SLF4J", "org.slf4j:slf4j-api"));
	}

	/** Without any jar of the networks, or the natives alone, the features that need them say what to install. */
	@Test
	void withoutNetworks() throws Exception {
		assumeTrue(Files.exists(MainJob.MODEL), "This test needs the networks of ../shared/data/models");
		imagej.remove("jars/" + MainJob.platform() + "/onnxruntime-.*");
		assertOnlyNetworksMissing("The native library of ONNX Runtime for this computer (" + MainJob.platform() +
			") is not installed: in Fiji, run Help > Update... with the update site Standout");
		imagej.remove("jars/(.*/)?(onnxruntime|api)-.*");
		assertOnlyNetworksMissing("in Fiji, run Help > Update... with the update site Standout");
	}

	private void assertOnlyNetworksMissing(final String sentence) throws IOException, InterruptedException {
		final Map<String, MacroBatch.Result> results = run("Texture", "CNN", "Automatic");
		assertDone(results, "Texture");
		MainJob.assertSaid(results.get("CNN"), sentence);
		assertDone(results, "Automatic");
	}
}
