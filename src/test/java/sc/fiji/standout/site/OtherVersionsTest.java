package sc.fiji.standout.site;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.standout.ij1.MacroBatch;

/**
 * An install with libraries of other versions: Standout starts, what does not need them works, and the rest says which one
 * it is. The other versions are ours without some of their classes.
 */
@Tag("slow")
class OtherVersionsTest {

	private static final String SAMPLE = "run('Sample Cells', 'count=60 seed=42');\n";

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
		for (final SiteFile file : files) {
			final Path to = folder.resolve(file.path());
			Files.createDirectories(to.getParent());
			Files.copy(file.content(), to);
		}
	}

	@Test
	void ofChartsAndNetworks() throws Exception {
		assumeTrue(Files.exists(MainJob.MODEL), "This test needs the networks of ../shared/data/models");
		imagej.cut("jfreechart-1.5.6.jar", "org/jfree/chart/JFreeChart\\.class");
		imagej.cut("api-0.38.0.jar", "ai/djl/BaseModel\\.class");
		final Map<String, String> macros = new LinkedHashMap<>();
		macros.put("Texture", MainJob.macro("Texture"));
		macros.put("Plot", SAMPLE + "run('Find Outliers...', 'plot=false montage=false');\nrun('Show Scatter Plot...', " +
			"'path=[' + getArgument() + '/plot.png]');");
		macros.put("CNN", MainJob.macro("CNN"));
		final Map<String, MacroBatch.Result> results = imagej.run(macros, folder.toString());
		assertTrue(results.get("Texture").ended(), results.get("Texture").output());
		MainJob.assertDone(folder.resolve("Texture.csv"));
		MainJob.assertSaid(results.get("Plot"),
			"The library JFreeChart is missing or not of the version that Standout needs, 1.5.6 (");
		MainJob.assertSaid(results.get("CNN"),
			"The library Deep Java Library (DJL) is missing or not of the version that Standout needs, 0.38.0 (");
	}

	@Test
	void ofImages() throws Exception {
		imagej.cut("imglib2-8.0.0.jar", "net/imglib2/view/.*");
		final Map<String, MacroBatch.Result> results = imagej.run(Map.of("Blobs", "run('Sample Blobs', 'count=50 seed=1');",
			"Texture", MainJob.macro("Texture")), folder.toString());
		assertTrue(results.get("Blobs").ended(), results.get("Blobs").output());
		MainJob.assertSaid(results.get("Texture"),
			"The library ImgLib2 is missing or not of the version that Standout needs, 8.0.0 (");
	}

	@Test
	void ofTheLog() throws Exception {
		assumeTrue(Files.exists(MainJob.MODEL), "This test needs the networks of ../shared/data/models");
		imagej.cut("slf4j-api-2.0.17.jar", "org/slf4j/LoggerFactory\\.class");
		assertOnlyNetworksMissing("The library SLF4J is missing or not of the version that Standout needs, 2.0.17 (");
	}

	/** Without any jar of the networks, the features that need them say what to install. */
	@Test
	void withoutNetworks() throws Exception {
		assumeTrue(Files.exists(MainJob.MODEL), "This test needs the networks of ../shared/data/models");
		imagej.remove("jars/(.*/)?(onnxruntime|api)-.*");
		assertOnlyNetworksMissing("in Fiji, run Help > Update... with the update site Standout");
	}

	private void assertOnlyNetworksMissing(final String sentence) throws IOException, InterruptedException {
		final Map<String, MacroBatch.Result> results = imagej.run(Map.of("Texture", MainJob.macro("Texture"), "CNN", MainJob
			.macro("CNN")), folder.toString());
		assertTrue(results.get("Texture").ended(), results.get("Texture").output());
		MainJob.assertSaid(results.get("CNN"), sentence);
	}
}
