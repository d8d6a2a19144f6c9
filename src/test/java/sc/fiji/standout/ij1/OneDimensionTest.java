package sc.fiji.standout.ij1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every embedder makes an embedding of one dimension, which all other steps can use. */
class OneDimensionTest {

	@TempDir
	Path folder;

	@Test
	void isClusteredPlottedAndExported() throws Exception {
		final Map<String, String> macros = new LinkedHashMap<>();
		for (final String embedder : List.of("PCA", "UMAP", "t-SNE")) macros.put(embedder, "run('Sample Cells', 'count=60');" +
			"run('Statistics Features...'); run('" + embedder + " Embedding...', 'dimensions=1');" +
			"run('K-Means Clustering...', 'space=Embedding k=3'); run('HDBSCAN Clustering...', 'space=Embedding');" +
			"run('Show Scatter Plot...', 'path=[" + folder + "/" + embedder + ".png]');" +
			"run('Export Items...', 'path=[" + folder + "/" + embedder + ".csv]');");
		for (final Map.Entry<String, MacroBatch.Result> result : MacroBatch.run(true, macros, "").entrySet()) {
			assertTrue(result.getValue().ended(), result.getValue().output());
			final List<String> lines = Files.readAllLines(folder.resolve(result.getKey() + ".csv"));
			assertTrue(lines.get(0).startsWith("item,label,slice,roi,embedding_x,cluster,"), lines.get(0));
			assertEquals(60, lines.stream().skip(1).map(line -> line.split(",")[4]).filter(x -> Double.isFinite(Double
				.parseDouble(x))).distinct().count(), result.getKey());
			assertTrue(Files.size(folder.resolve(result.getKey() + ".png")) > 1000);
		}
	}
}
