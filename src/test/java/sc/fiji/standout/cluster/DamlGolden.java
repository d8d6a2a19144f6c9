package sc.fiji.standout.cluster;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import sc.fiji.standout.matrix.Matrix;

/** What the DAML clusterer says of a set of points. */
record DamlGolden(Matrix points, String expected) {

	static DamlGolden read(final int set) {
		final List<String> lines = text("points_" + set + ".csv").lines().toList();
		final double[] values = lines.stream().flatMapToDouble(line -> Arrays.stream(line.split(",")).mapToDouble(
			Double::parseDouble)).toArray();
		return new DamlGolden(Matrix.of(values, lines.size(), values.length / lines.size()), text("expected_" + set +
			".json"));
	}

	/** A list of points, or a list of groups of points, as it is written in the file. */
	String list(final String key) {
		final int from = expected.indexOf("\"" + key + "\": [");
		return expected.substring(expected.indexOf('[', from), expected.indexOf(", \"", from));
	}

	Map<Integer, Integer> lastLevels() {
		final Map<Integer, Integer> levels = new TreeMap<>();
		final Matcher pair = Pattern.compile("\"(\\d+)\": (\\d+)").matcher(expected);
		while (pair.find()) levels.put(Integer.valueOf(pair.group(1)), Integer.valueOf(pair.group(2)));
		return levels;
	}

	double number(final String key) {
		final Matcher pair = Pattern.compile("\"" + key + "\": ([-+.eE0-9]+|NaN|null)").matcher(expected);
		if (!pair.find()) throw new IllegalStateException(key + " is missing");
		return pair.group(1).equals("null") ? Double.NaN : Double.parseDouble(pair.group(1));
	}

	/** The flagged items, as a list in the way of the file. */
	static String flagged(final boolean[] flags) {
		final List<Integer> items = new ArrayList<>();
		for (int i = 0; i < flags.length; i++) if (flags[i]) items.add(i);
		return items.toString();
	}

	/** The groups, as a list in the way of the file. */
	static String groups(final int[] groups) {
		final Map<Integer, List<Integer>> members = new TreeMap<>();
		for (int i = 0; i < groups.length; i++) if (groups[i] > 0) members.computeIfAbsent(groups[i], key -> new ArrayList<>())
			.add(i);
		return members.values().toString();
	}

	private static String text(final String name) {
		final File file = new File("../shared/reference/daml_clusterer/" + name);
		assumeTrue(file.exists(), "missing: " + file);
		try {
			return Files.readString(file.toPath());
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
