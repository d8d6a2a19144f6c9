package sc.fiji.standout.ij1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every macro of the folder {@code macros}, and those of the README and the guide, in plain ImageJ. */
class MacrosTest {

	@TempDir
	Path folder;

	@Test
	void allRunWithoutADisplay() throws Exception {
		runAll(true);
		final List<String> lines = Files.readAllLines(folder.resolve("items.csv"));
		assertEquals("item,label,slice,roi,embedding_x,embedding_y,cluster,probability,outlier_score,outlier", lines.get(0)
			.substring(0, 86));
		assertEquals(1001, lines.size());
		assertEquals(50, lines.stream().skip(1).filter(line -> line.split(",")[9].equals("1")).count());
		for (final String file : List.of("plot.png", "montage.png", "kmeans.csv", "hdbscan.csv", "days.png")) {
			assertTrue(Files.size(folder.resolve(file)) > 1000, file);
		}
		newItemsLieWithinTheMap();
	}

	/** The cells of both days are drawn alike, so that they fill the same map. */
	private void newItemsLieWithinTheMap() throws IOException {
		for (final int column : new int[] { 4, 5 }) {
			final DoubleSummaryStatistics map = numbers("first_day.csv", column);
			final DoubleSummaryStatistics placed = numbers("second_day.csv", column);
			assertEquals(300, map.getCount());
			assertEquals(100, placed.getCount());
			final double margin = 0.1 * (map.getMax() - map.getMin());
			assertTrue(placed.getMin() > map.getMin() - margin && placed.getMax() < map.getMax() + margin, map + ", " + placed);
			assertEquals(map.getAverage(), placed.getAverage(), 2 * margin);
		}
	}

	private DoubleSummaryStatistics numbers(final String file, final int column) throws IOException {
		return Files.readAllLines(folder.resolve(file)).stream().skip(1).mapToDouble(line -> Double.parseDouble(line.split(
			",")[column])).summaryStatistics();
	}

	@Test
	void allRunWithADisplay() throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
		runAll(false);
	}

	@Test
	void theSameMacroGivesTheSameTableWithAndWithoutADisplay() throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
		final String macro = "run('Sample Cells', 'count=120 seed=9');" +
			"run('Find Outliers...', 'items=Slices contamination=0.1 seed=3');" +
			"run('Export Items...', 'path=[' + getArgument() + ']');";
		for (final boolean headless : new boolean[] { true, false }) {
			final Path table = folder.resolve(headless + ".csv");
			final MacroBatch.Result result = MacroBatch.run(headless, Map.of("table", macro), table.toString()).get("table");
			assertTrue(result.ended(), result.output());
		}
		assertEquals(Files.readString(folder.resolve("true.csv")), Files.readString(folder.resolve("false.csv")));
	}

	private void runAll(final boolean headless) throws IOException, InterruptedException {
		final Map<String, String> macros = new TreeMap<>();
		try (Stream<Path> files = Files.list(Path.of("macros"))) {
			for (final Path file : files.toList()) macros.put(file.getFileName().toString(), Files.readString(file));
		}
		assertTrue(macros.size() >= 9, macros.keySet().toString());
		for (final String page : List.of("README.md", "doc/guide.md")) {
			final String[] parts = Files.readString(Path.of(page)).split("```ijm\n");
			assertTrue(parts.length > 1, page);
			for (int i = 1; i < parts.length; i++) macros.put(page + i, parts[i].substring(0, parts[i].indexOf("```")));
		}
		// A folder is what some take as their argument; those that open an image get none.
		final Map<String, String> withFolder = new TreeMap<>(macros);
		withFolder.values().removeIf(text -> !text.contains("folder = getArgument()") || text.contains("open(folder"));
		final Map<String, String> others = new TreeMap<>(macros);
		others.keySet().removeAll(withFolder.keySet());
		final Map<String, MacroBatch.Result> results = MacroBatch.run(headless, withFolder, folder.toString());
		check(results);
		for (final String found : List.of("6 outliers", "5 potential outliers", "2 groups of duplicates",
			"10 groups of near duplicates")) {
			final String output = results.get("Duplicates_among_Blobs.ijm").output();
			// with a display, it is in the Log window
			if (headless) assertTrue(output.contains(found), output);
		}
		final Map<String, MacroBatch.Result> rest = MacroBatch.run(headless, others, "");
		check(rest);
		if (headless && Files.exists(Path.of("../shared/data/mnist10k.tif"))) checkDigits(rest.get("Cluster_Digits.ijm")
			.output());
	}

	/** K-means and Ward find most digits again; every one of the 10,000 is in one of ten clusters and of one label. */
	private static void checkDigits(final String output) {
		final double[] agreement = Pattern.compile("adjusted_rand_index = (\\S+)").matcher(output).results().mapToDouble(
			found -> Double.parseDouble(found.group(1))).toArray();
		assertEquals(4, agreement.length, output);
		assertTrue(agreement[0] > 0.25 && agreement[1] > 0.35, output);
		// the outliers leave the clusters as they are
		assertEquals(agreement[1], agreement[3]);
		assertSums(output, "cluster\titems\tfraction", 2, 10_000);
		assertSums(output, "label\titems\tnoise", 2, 10_000);
		assertSums(output, "label\titems\toutliers", 2, 10_000);
	}

	/** So many tables that begin so have ten rows, whose second column adds up. */
	private static void assertSums(final String output, final String header, final int tables, final int sum) {
		final String[] parts = output.split("(?m)^" + header + ".*\\R");
		assertEquals(tables, parts.length - 1, header);
		for (int i = 1; i <= tables; i++) {
			final List<String[]> rows = parts[i].lines().map(line -> line.split("\t")).takeWhile(cells -> cells.length > 2 &&
				cells[0].matches("\\d+")).toList();
			assertEquals(10, rows.size(), parts[i]);
			assertEquals(sum, rows.stream().mapToInt(cells -> Integer.parseInt(cells[1])).sum(), parts[i]);
		}
	}

	private static void check(final Map<String, MacroBatch.Result> results) {
		assertFalse(results.isEmpty());
		results.forEach((name, result) -> assertTrue(result.ended(), name + " stopped:\n" + Arrays.asList(result.output()
			.split("\n"))));
	}
}
