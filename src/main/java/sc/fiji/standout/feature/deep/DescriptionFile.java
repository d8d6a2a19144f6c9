package sc.fiji.standout.feature.deep;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import sc.fiji.standout.feature.deep.ModelDescription.Channels;
import sc.fiji.standout.feature.deep.ModelDescription.Fit;
import sc.fiji.standout.feature.deep.ModelDescription.Input;
import sc.fiji.standout.feature.deep.ModelDescription.Layout;
import sc.fiji.standout.feature.deep.ModelDescription.Source;

/**
 * Reads a {@link ModelDescription} from JSON: one object with the keys name, file, origin, url, bytes, licence, sha256,
 * input, width, height, fit, resize, channels, layout, divisor, mean, std and output. All may be left out; the defaults
 * are those of networks trained in PyTorch on ImageNet: 224 x 224 RGB, the middle of a shorter side of 256, divisor 255,
 * mean 0.485, 0.456, 0.406 and std 0.229, 0.224, 0.225 (for grey 0 and 1).
 */
final class DescriptionFile {

	static final int IMAGENET_SIZE = 224;
	private static final int LARGEST = 4096;
	private static final Set<String> KEYS = Set.of("name", "file", "origin", "url", "bytes", "licence", "sha256", "input",
		"width", "height", "fit", "resize", "channels", "layout", "divisor", "mean", "std", "output");

	private final String where;
	private final JsonObject json;

	private DescriptionFile(final String where, final JsonObject json) {
		this.where = where;
		this.json = json;
	}

	/**
	 * Reads a file; the name of the model and its file are those of the JSON file where it does not say them.
	 *
	 * @throws IllegalArgumentException in one sentence, when it cannot be read or something in it is not right
	 */
	static ModelDescription read(final Path path) {
		final String base = path.getFileName().toString().replaceFirst("(?i)\\.json$", "");
		try (Reader in = Files.newBufferedReader(path)) {
			return parse(in, "The description " + path, base);
		}
		catch (final IOException e) {
			throw new IllegalArgumentException("The description " + path + " cannot be read (" + Engines.oneLine(e) +
				"); give the path of a JSON file.", e);
		}
	}

	/** Reads the description of a model that comes with the plugin, such as "MobileNetV2". */
	static ModelDescription builtIn(final String name) {
		try (InputStream in = DescriptionFile.class.getResourceAsStream(name + ".json")) {
			return parse(new InputStreamReader(in, StandardCharsets.UTF_8), name, name);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** @param where what is read, to begin a sentence with */
	static ModelDescription parse(final Reader in, final String where, final String base) {
		try {
			final JsonElement json = JsonParser.parseReader(in);
			if (!json.isJsonObject()) throw new IllegalArgumentException(where +
				" is not one JSON object, such as { \"width\": 224, \"height\": 224 }.");
			return new DescriptionFile(where, json.getAsJsonObject()).description(base);
		}
		catch (final JsonParseException e) {
			throw new IllegalArgumentException(where + " is no JSON (" + Engines.oneLine(e) + ").", e);
		}
	}

	private ModelDescription description(final String base) {
		final Set<String> unknown = new TreeSet<>(json.keySet());
		unknown.removeAll(KEYS);
		if (!unknown.isEmpty()) throw new IllegalArgumentException(where + " has the key '" + unknown.iterator().next() +
			"', which does not exist; the keys are " + String.join(", ", new TreeSet<>(KEYS)) + ".");
		final String sha256 = text("sha256", "").toLowerCase(Locale.ROOT);
		if (!sha256.isEmpty() && !sha256.matches("[0-9a-f]{64}")) throw wrong("sha256", "64 hexadecimal digits");
		final String url = text("url", "");
		if (!url.isEmpty() && !url.matches("https?://\\S+")) throw wrong("url", "an address that begins with https://");
		final Source source = new Source(text("origin", ""), url, (long) number("bytes", 0, 0, 1e12), text("licence", ""),
			sha256);
		return new ModelDescription(text("name", base), text("file", base), source, input(), text("output", ""));
	}

	private Input input() {
		final int width = integer("width", IMAGENET_SIZE, 1);
		final int height = integer("height", IMAGENET_SIZE, 1);
		final Fit fit = choice("fit", Fit.class, Fit.CROP);
		final int longer = Math.max(width, height);
		final int resize = fit == Fit.STRETCH ? 0 : integer("resize", defaultResize(longer), longer);
		final Channels channels = choice("channels", Channels.class, Channels.RGB);
		final Layout layout = choice("layout", Layout.class, Layout.NCHW);
		final List<Double> mean = numbers("mean", switch (channels) {
			case RGB -> List.of(0.485, 0.456, 0.406);
			case BGR -> List.of(0.406, 0.456, 0.485);
			case GREY -> List.of(0.0);
		}, channels, -1e6);
		final List<Double> std = numbers("std", switch (channels) {
			case RGB -> List.of(0.229, 0.224, 0.225);
			case BGR -> List.of(0.225, 0.224, 0.229);
			case GREY -> List.of(1.0);
		}, channels, 1e-6);
		return new Input(text("input", ""), width, height, fit, resize, channels, layout, number("divisor", 255, 1e-6, 1e6),
			mean, std);
	}

	/** The usual 256 pixels for 224. */
	static int defaultResize(final int longer) {
		return Math.min(LARGEST, Math.round(longer * 256f / 224));
	}

	private String text(final String key, final String otherwise) {
		if (!json.has(key)) return otherwise;
		final JsonElement value = json.get(key);
		if (!value.isJsonPrimitive()) throw wrong(key, "a text");
		return value.getAsString().trim();
	}

	private double number(final String key, final double otherwise, final double min, final double max) {
		if (!json.has(key)) return otherwise;
		final double value = number(key, json.get(key));
		if (!(value >= min && value <= max)) throw wrong(key, "a number from " + min + " to " + max);
		return value;
	}

	private int integer(final String key, final int otherwise, final int min) {
		final double value = number(key, otherwise, -Double.MAX_VALUE, Double.MAX_VALUE);
		if (value != Math.rint(value) || value < min || value > LARGEST) throw wrong(key, "a whole number from " + min +
			" to " + LARGEST);
		return (int) value;
	}

	/** One number for all channels, or one for each. */
	private List<Double> numbers(final String key, final List<Double> otherwise, final Channels channels,
		final double min)
	{
		if (!json.has(key)) return otherwise;
		final int count = channels.count();
		final JsonElement value = json.get(key);
		final List<Double> numbers = value.isJsonArray() ? Stream.of(value.getAsJsonArray().asList().toArray(
			JsonElement[]::new)).map(element -> number(key, element)).toList() : Collections.nCopies(count, number(key, value));
		if (numbers.size() != count || numbers.stream().anyMatch(n -> !(n >= min && n <= 1e6))) throw wrong(key, count == 1
			? "1 number of at least " + min : "1 or " + count + " numbers of at least " + min);
		return numbers;
	}

	private double number(final String key, final JsonElement value) {
		try {
			return value.getAsDouble();
		}
		catch (final RuntimeException e) {
			throw wrong(key, "a number");
		}
	}

	private <E extends Enum<E>> E choice(final String key, final Class<E> type, final E otherwise) {
		if (!json.has(key)) return otherwise;
		for (final E choice : type.getEnumConstants()) if (choice.name().equalsIgnoreCase(text(key, ""))) return choice;
		throw wrong(key, "one of " + String.join(", ", Stream.of(type.getEnumConstants()).map(choice -> type == Layout.class
			|| choice == Channels.RGB || choice == Channels.BGR ? choice.name() : choice.name().toLowerCase(Locale.ROOT))
			.toList()));
	}

	private IllegalArgumentException wrong(final String key, final String right) {
		return new IllegalArgumentException(where + " has " + key + " = " + json.get(key) + "; it must be " + right + ".");
	}
}
