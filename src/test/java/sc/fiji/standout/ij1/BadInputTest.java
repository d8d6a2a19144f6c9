package sc.fiji.standout.ij1;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input stops a macro with one sentence that has the value given and what would be right. */
class BadInputTest {

	private static final String CELLS = "run('Sample Cells', 'count=40 seed=1');";
	private static final String FEATURES = CELLS + "run('Statistics Features...', 'items=Slices');";
	private static final String FIND = CELLS + "run('Find Outliers...', '%s');";

	@TempDir
	Path folder;

	@Test
	void stopsTheMacroWithOneSentence() throws Exception {
		final Map<String, String> macros = new LinkedHashMap<>();
		final Map<String, List<String>> sentences = new LinkedHashMap<>();
		expect(macros, sentences, "run('Find Outliers...', 'items=Slices');", "There is no image; open a stack first.");
		expect(macros, sentences, CELLS + "run('Find Outliers...', 'image=[no such] items=Slices');", "no such",
			"Sample Cells");
		expect(macros, sentences, "newImage('two', '8-bit ramp', 32, 32, 2); run('Texture Features...', 'items=Slices');",
			"2", "3");
		expect(macros, sentences, String.format(FIND, "neighbours=3"), "The key 'neighbours' does not exist", "contamination");
		expect(macros, sentences, String.format(FIND, "features=Txture"), "features=Txture", "Pixels, Statistics, Texture", "CNN");
		expect(macros, sentences, String.format(FIND, "items=Cells"), "items=Cells", "Slices, Frames, ROIs, Labels, Tiles");
		expect(macros, sentences, String.format(FIND, "plot=yes"), "plot=yes must be true or false");
		expect(macros, sentences, String.format(FIND, "seed=1 seed=2"), "'seed' is given twice");
		expect(macros, sentences, String.format(FIND, "contamination=0.7"), "contamination=0.7", "0.5");
		expect(macros, sentences, String.format(FIND, "contamination=-0.1"), "contamination=-0.1", "0.5");
		expect(macros, sentences, String.format(FIND, "contamination=few"), "contamination=few must be a number");
		expect(macros, sentences, String.format(FIND, "clustering=None outliers=Membership"), "clustering=None");
		expect(macros, sentences, String.format(FIND, "clustering=K-Means k=41"), "k=41", "from 1 to 40");
		expect(macros, sentences, CELLS + "run('CNN Features...', 'file=[" + folder + "/none.onnx]');",
			"none.onnx does not exist", ".onnx or .pt");
		expect(macros, sentences, CELLS + "run('CNN Features...', 'model=ResNet');", "model=ResNet", "MobileNetV2, SqueezeNet");
		expect(macros, sentences, CELLS + "run('CNN Features...', 'batch=0');", "batch=0", "from 1 to 512");
		expect(macros, sentences, FEATURES + "run('K-Means Clustering...', 'k=41');", "k=41", "40");
		expect(macros, sentences, FEATURES + "run('K-Means Clustering...', 'space=Embedding');",
			"space=Embedding needs an embedding");
		expect(macros, sentences, CELLS + "run('UMAP Embedding...', 'seed=1');", "Sample Cells", "Texture Features...");
		final String two = FEATURES + "rename('map'); run('UMAP Embedding...'); run('Sample Cells', 'count=20 seed=2');";
		expect(macros, sentences, two + "run('Pixel Features...'); run('UMAP Embedding...', 'map=map');",
			" Pixels features, but the map of \"map\" was made of ", " Statistics features; make Statistics features of these");
		expect(macros, sentences, two + "run('UMAP Embedding...', 'map=map');", "has not been analysed yet");
		expect(macros, sentences, two + "run('Statistics Features...'); run('UMAP Embedding...', 'map=[no such]');", "no such",
			"'map'");
		expect(macros, sentences, FEATURES + "run('UMAP Embedding...', 'map=[Sample Cells]');", "is the image itself");
		expect(macros, sentences, FEATURES + "rename('plain'); run('PCA Embedding...'); run('Sample Cells', 'count=20');" +
			"run('Statistics Features...'); run('UMAP Embedding...', 'map=plain');", "The embedding of \"plain\" takes no more");
		expect(macros, sentences, FEATURES + "run('Cluster Outliers...', 'contamination=0.1');", "Clustering...");
		expect(macros, sentences, FEATURES + "run('HDBSCAN Clustering...', 'selection=Root');", "selection=Root", "EOM, Leaf");
		expect(macros, sentences, FEATURES + "run('HDBSCAN Clustering...', 'epsilon=-1');", "epsilon=-1");
		expect(macros, sentences, FEATURES + "run('Hierarchical Clustering...', 'linkage=Median');", "linkage=Median",
			"Ward, Complete, Average, Single");
		expect(macros, sentences, FEATURES + "run('Hierarchical Clustering...', 'k=41');", "k=41", "40");
		expect(macros, sentences, FEATURES + "run('K-Means Clustering...', 'k=3'); run('Show Dendrogram...', 'path=[]');",
			"There is no dendrogram yet", "Hierarchical Clustering...");
		expect(macros, sentences, FEATURES + "run('Show Cluster Sizes');", "There are no clusters yet");
		expect(macros, sentences, FEATURES + "run('Show Cluster Centers');", "There are no clusters yet");
		expect(macros, sentences, FEATURES + "run('Compare with Labels...', 'column=label');", "neither clusters nor outliers");
		expect(macros, sentences, FEATURES + "run('K-Means Clustering...', 'k=3'); run('Compare with Labels...', " +
			"'column=kind');", "column=kind does not exist", "cluster");
		expect(macros, sentences, "run('Sample Blobs', 'count=50 duplicates=true');", "count=50", "80");
		expect(macros, sentences, FEATURES + "run('Show Scatter Plot...', 'path=[" + folder + "/x.png]');",
			"UMAP Embedding...");
		expect(macros, sentences, FEATURES + "run('Show Scatter Plot...', 'color=size columns=[item slice] path=[" + folder + "/x.png]');",
			"no column size");
		expect(macros, sentences, FEATURES + "run('Show Reconstructions...', 'path=[" + folder + "/x.png]');",
			"There are no reconstructions of the 40 slices of Sample Cells", "Autoencoder Features...");
		expect(macros, sentences, FEATURES + "run('Show Reconstructions...', 'order=Best');", "order=Best", "Worst first, Items");
		expect(macros, sentences, CELLS + "makeRectangle(60, 60, 30, 30); run('Add Selection...');" +
			"run('Texture Features...', 'items=ROIs');", "ROI", "64");
		expect(macros, sentences, CELLS + "newImage('labels', '8-bit ramp', 32, 48, 1); run('Texture Features...', " +
			"'image=[Sample Cells] items=Labels labels=labels');", "32 x 48", "64 x 64");
		expect(macros, sentences, CELLS + "run('Texture Features...', 'items=Labels labels=[not open]');", "not open");
		expect(macros, sentences, CELLS + "run('Texture Features...', 'items=Tiles tile=999');", "999", "64");
		expect(macros, sentences, "newImage('alike', '8-bit black', 32, 32, 12); run('Find Outliers...', 'items=Slices');",
			"alike", "12");
		expect(macros, sentences, FEATURES + "run('Export Items...', 'path=[" + folder + "/none/items.csv]');",
			"none/items.csv does not exist");
		expect(macros, sentences, FEATURES + "run('Export Items...', 'path=[" + folder + "/items.xls]');",
			"items.xls must end in .csv or .tsv");
		expect(macros, sentences, FEATURES + "run('Export Items...', 'path=/dev/full/items.csv');", "/dev/full/items.csv");
		expect(macros, sentences, FEATURES + "run('Import Labels...', 'path=[" + folder + "/none.csv]');", "none.csv");
		expect(macros, sentences, "run('Sample Cells', 'count=2');", "count=2", "3");
		expect(macros, sentences, "run('Sample Blobs', 'count=abc');", "count=abc must be a whole number");
		Files.createDirectory(folder.resolve("empty"));
		Files.writeString(folder.resolve("picture.png"), "none");
		expect(macros, sentences, "run('Open Image Folder...');", "path is empty; give the folder");
		expect(macros, sentences, "run('Open Image Folder...', 'path=[" + folder + "/gone]');", "gone does not exist");
		expect(macros, sentences, "run('Open Image Folder...', 'path=[" + folder + "/picture.png]');",
			"picture.png is a file; give a folder");
		expect(macros, sentences, "run('Open Image Folder...', 'path=[" + folder + "/empty]');",
			"empty has no picture that can be read");
		expect(macros, sentences, "run('Open Image Folder...', 'path=[" + folder + "] size=7');", "size=7 must be from 16");
		expect(macros, sentences, "run('Open Image Folder...', 'path=[" + folder + "] recursive=maybe');",
			"recursive=maybe must be true or false");

		final Map<String, MacroBatch.Result> results = MacroBatch.run(true, macros, "");
		results.forEach((macro, result) -> {
			assertFalse(result.ended(), "ran to its end: " + macros.get(macro) + "\n" + result.output());
			for (final String part : sentences.get(macro)) assertTrue(result.output().contains(part), macros.get(macro) +
				"\nshould say '" + part + "' but said\n" + result.output());
			assertFalse(result.output().contains("a fault of Standout"), macros.get(macro) + "\n" + result.output());
			assertFalse(result.output().contains("\tat "), macros.get(macro) + "\n" + result.output());
		});
	}

	@Test
	void infinitePixelsAreSaidAndSurvived() throws Exception {
		final String macro = "newImage('float', '32-bit ramp', 16, 16, 12);" +
			"for (i = 1; i <= 12; i++) { setSlice(i); run('Add Noise', 'slice'); }" +
			"setSlice(3); setPixel(2, 2, NaN); setSlice(5); setPixel(1, 1, 1/0); setPixel(1, 2, -1/0);" +
			"run('Find Outliers...', 'items=Slices contamination=0.2');" + "run('Export Items...', 'path=[" + folder +
			"/items.csv]'); run('Show Scatter Plot...', 'path=[" + folder + "/plot.png]');";
		final MacroBatch.Result result = MacroBatch.run(true, Map.of("nan", macro), "").get("nan");
		assertTrue(result.ended(), result.output());
		assertTrue(result.output().contains("2 items") && result.output().contains("3, 5"), result.output());
		final String table = Files.readString(folder.resolve("items.csv"));
		assertFalse(table.contains("NaN") || table.contains("Infinity"), table);
	}

	/** An image without any finite pixel is left out of the fit and marked, and the others get what they get without it. */
	@Test
	void imagesOfNothingButNaNAreMarked() throws Exception {
		final String steps = "run('Find Outliers...', 'items=Slices contamination=0.2 outliers=[Isolation Forest]');" +
			"run('K-Means Clustering...', 'k=2'); run('Hierarchical Clustering...', 'k=3');" +
			"run('Show Dendrogram...', 'path=[" + folder + "/tree.png]');" +
			"run('Show Cluster Sizes');" +
			"run('PCA Embedding...'); run('t-SNE Embedding...'); run('HDBSCAN Clustering...', 'space=Embedding');" +
			"run('Show Montage...', 'path=[" + folder + "/montage.png]'); run('Statistics Outliers...');" +
			"run('Consensus Outliers...', 'contamination=0.2'); run('Export Items...', 'path=[" + folder + "/%s.csv]');";
		final String noise = "newImage('float', '32-bit ramp', 16, 16, 14); for (i = 1; i <= 14; i++) { setSlice(i);" +
			"for (k = 0; k < 256; k++) setPixel(k % 16, floor(k / 16), sin(k * i * i)); }";
		final String broken = "for (i = 3; i <= 13; i += 10) { setSlice(i); for (k = 0; k < 256; k++) setPixel(k % 16, floor(k / 16), NaN); }";
		final Map<String, MacroBatch.Result> results = MacroBatch.run(true, Map.of("with", noise + broken + String.format(
			steps, "with"), "without", noise + "setSlice(13); run('Delete Slice'); setSlice(3); run('Delete Slice');" + String
				.format(steps, "without")), "");
		for (final MacroBatch.Result result : results.values()) assertTrue(result.ended(), result.output());
		final String said = results.get("with").output();
		assertTrue(said.contains("2 items have no finite features: items 3, 13; left out"), said);
		final List<String> with = new ArrayList<>(Files.readAllLines(folder.resolve("with.csv")));
		final List<String> without = Files.readAllLines(folder.resolve("without.csv"));
		for (final int row : new int[] { 13, 3 }) {
			final String line = with.remove(row);
			assertTrue(line.contains(",NaN,NaN,-1,0.0,NaN,1,not finite"), line);
		}
		assertEquals(without.size(), with.size());
		for (int row = 1; row < with.size(); row++) {
			// all but the numbers of item and slice
			final String[] a = with.get(row).split(",", -1);
			final String[] b = without.get(row).split(",", -1);
			assertArrayEquals(Arrays.copyOfRange(b, 4, b.length), Arrays.copyOfRange(a, 4, a.length), with.get(row));
		}
	}

	@Test
	void theExitCodeTellsWhetherTheMacroRanToItsEnd() throws Exception {
		assertEquals(0, launch("run('Sample Cells', 'count=20'); run('Pixel Features...');"));
		assertEquals(1, launch("run('Sample Cells', 'count=20'); run('Pixel Features...', 'pixels=1');"));
		assertEquals(1, launch("this is no macro"));
	}

	private int launch(final String macro) throws IOException, InterruptedException {
		final Path file = folder.resolve("macro.ijm");
		Files.writeString(file, macro);
		final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"--add-opens", "java.base/java.lang=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), Launcher.class
				.getName(), "--headless", "-macro", file.toString()).redirectErrorStream(true).redirectOutput(folder.resolve(
					"out").toFile()).start();
		assertTrue(process.waitFor(120, TimeUnit.SECONDS));
		return process.exitValue();
	}

	private static void expect(final Map<String, String> macros, final Map<String, List<String>> sentences,
		final String macro, final String... parts)
	{
		final String name = "macro " + (macros.size() + 1);
		macros.put(name, macro.replace(File.separatorChar, '/'));
		sentences.put(name, List.of(parts));
	}
}
