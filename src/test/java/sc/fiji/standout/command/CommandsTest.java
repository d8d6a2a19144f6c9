package sc.fiji.standout.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

/** Holds the contract of commands: their labels, and the keys by which macros call them. */
class CommandsTest {

	/** The keys of the contract, for the commands that there are; image is of all that work on an image. */
	private static final Map<String, Set<String>> KEYS = keys( //
		"Open Image Folder...", "path size recursive", //
		"Find Outliers...", "image items rois labels tile features model download components embedding clustering k space outliers " +
			"contamination seed plot montage table", //
		"Pixel Features...", "image items rois labels tile", //
		"Statistics Features...", "image items rois labels tile", //
		"Texture Features...", "image items rois labels tile", //
		"CNN Features...", "image items rois labels tile model file batch scaling channels download", //
		"Autoencoder Features...", "image items rois labels tile code size epochs batch seed model save", //
		"PCA Embedding...", "image components dimensions solver seed", //
		"UMAP Embedding...", "image components dimensions seed neighbors distance metric map", //
		"t-SNE Embedding...", "image components dimensions seed perplexity iterations", //
		"K-Means Clustering...", "image space components k seed", //
		"HDBSCAN Clustering...", "image space components size samples selection epsilon single", //
		"Hierarchical Clustering...", "image space components linkage k distance", //
		"DAML Clustering...", "image space components", //
		"Cluster Outliers...", "image score contamination", //
		"Isolation Forest Outliers...", "image components trees samples seed contamination", //
		"Local Outlier Factor...", "image components neighbors contamination", //
		"Neighbor Distance Outliers...", "image components neighbors method contamination", //
		"PCA Residual Outliers...", "image components seed contamination", //
		"Statistics Outliers...", "image method threshold contamination", //
		"Consensus Outliers...", "image components methods seed contamination", //
		"Reconstruction Outliers...", "image score contamination", //
		"Show Scatter Plot...", "image color columns path", //
		"Show Montage...", "image columns path", //
		"Show Reconstructions...", "image count order columns path", //
		"Show Dendrogram...", "image path", //
		"Show Cluster Sizes", "image", //
		"Show Cluster Centers", "image", //
		"Show Items Table", "image", //
		"Import Labels...", "image path column", //
		"Compare with Labels...", "image column positive path", //
		"Export Items...", "image path", //
		"Sample Cells", "count seed", //
		"Sample Blobs", "count seed duplicates");

	@Test
	void labelsAndKeysAreThoseOfTheContract() {
		final Map<String, Set<String>> found = new TreeMap<>();
		for (final CommandInfo info : commands()) {
			final Set<String> keys = new TreeSet<>();
			for (final ModuleItem<?> input : info.inputs()) {
				if (!Service.class.isAssignableFrom(input.getType()) && input.getType() != Context.class) keys.add(input
					.getName());
			}
			found.put(info.getMenuPath().getLeaf().getName(), keys);
		}
		assertEquals(KEYS, found);
	}

	@Test
	void noValueIsRememberedBetweenRuns() {
		for (final CommandInfo info : commands()) {
			for (final ModuleItem<?> input : info.inputs()) {
				if (KEYS.get(info.getMenuPath().getLeaf().getName()).contains(input.getName())) assertFalse(input
					.isPersisted(), info.getTitle() + " " + input.getName());
			}
		}
	}

	@Test
	void everyParameterIsExplained() {
		for (final CommandInfo info : commands()) {
			for (final ModuleItem<?> input : info.inputs()) {
				if (!KEYS.get(info.getMenuPath().getLeaf().getName()).contains(input.getName())) continue;
				final boolean selfEvident = input.getType() == boolean.class;
				assertTrue(selfEvident || !input.getDescription().isBlank(), info.getTitle() + " " + input.getName());
				assertTrue(!input.getLabel().isBlank(), info.getTitle() + " " + input.getName());
			}
		}
	}

	/** Dialogs offer what the methods can do. */
	@Test
	void embeddingsMayHaveOneDimension() {
		int found = 0;
		for (final CommandInfo info : commands()) {
			for (final ModuleItem<?> input : info.inputs()) {
				if (!input.getName().equals("dimensions")) continue;
				assertEquals(1, ((Number) input.getMinimumValue()).intValue(), info.getTitle());
				found++;
			}
		}
		assertEquals(3, found);
	}

	@Test
	void plainImageJListsTheSameCommandsAtTheSamePath() throws IOException {
		final List<String> listed = new ArrayList<>();
		try (InputStream in = CommandsTest.class.getResourceAsStream("/plugins.config")) {
			final Matcher line = Pattern.compile(
				"(?m)^Plugins>Standout, \"([^\"-][^\"]*)\", sc\\.fiji\\.standout\\.ij1\\.Door\\(\"([^\"]+)\"\\)$").matcher(new String(
					in.readAllBytes(), StandardCharsets.UTF_8));
			while (line.find()) {
				assertEquals(line.group(1), line.group(2));
				listed.add(line.group(1));
			}
		}
		assertEquals(new HashSet<>(listed).size(), listed.size());
		assertEquals(KEYS.keySet(), new TreeSet<>(listed));
		for (final CommandInfo info : commands()) assertEquals("Plugins > Standout > " + info.getMenuPath().getLeaf()
			.getName(), info.getMenuPath().getMenuString());
	}

	private static List<CommandInfo> commands() {
		try (Context context = new Context(CommandService.class)) {
			return context.service(CommandService.class).getCommands().stream().filter(info -> info.getClassName().startsWith(
				"sc.fiji.standout.")).toList();
		}
	}

	private static Map<String, Set<String>> keys(final String... pairs) {
		final Map<String, Set<String>> keys = new TreeMap<>();
		for (int i = 0; i < pairs.length; i += 2) keys.put(pairs[i], new TreeSet<>(List.of(pairs[i + 1].split(" "))));
		return keys;
	}
}
