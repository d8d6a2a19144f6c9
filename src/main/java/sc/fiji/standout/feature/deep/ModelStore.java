package sc.fiji.standout.feature.deep;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import sc.fiji.standout.feature.Note;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/**
 * Where models are: the path that is given; else a model that comes with its description in the plugin, which is looked
 * for in the folders of the setting {@code models} and then in the user's cache, and downloaded into it only with
 * {@code download=true}. A file is used only when it has the SHA-256 of its description.
 */
public final class ModelStore {

	/** The models that come with the plugin's descriptions. */
	public static final List<String> NAMES = List.of("MobileNetV2", "SqueezeNet");

	private ModelStore() {}

	/** The folder for downloaded models; the system property {@code standout.cache} moves it. */
	public static Path cache() {
		return cache(System.getProperty("os.name"));
	}

	static Path cache(final String system) {
		final String moved = System.getProperty("standout.cache");
		if (moved != null && !moved.isBlank()) return Path.of(moved);
		final Path home = Path.of(System.getProperty("user.home"));
		if (system.startsWith("Mac")) return home.resolve("Library/Caches/standout/models");
		final boolean windows = system.startsWith("Windows");
		final String folder = System.getenv(windows ? "LOCALAPPDATA" : "XDG_CACHE_HOME");
		if (folder != null && Path.of(folder).isAbsolute()) return Path.of(folder, "standout", "models");
		return home.resolve(windows ? "AppData/Local/standout/models" : ".cache/standout/models");
	}

	/**
	 * The model that the settings name, if it would have to be downloaded.
	 *
	 * @throws IllegalArgumentException when there is no such model
	 */
	public static Optional<ModelDescription> missing(final Settings settings, final Progress progress) {
		if (!path(settings).isEmpty()) return Optional.empty();
		final ModelDescription model = DescriptionFile.builtIn(name(settings));
		return search(model, settings, progress, new ArrayList<>()) == null ? Optional.of(model) : Optional.empty();
	}

	/**
	 * Whether the model that the settings name is on this computer, or is a file of the user's.
	 *
	 * @throws IllegalArgumentException when there is no such model
	 */
	public static boolean isAtHand(final Settings settings, final Progress progress) {
		return missing(settings, progress).isEmpty();
	}

	/** Whether the settings name a file of the user's rather than a model that comes with its description. */
	public static boolean isFile(final Settings settings) {
		return !path(settings).isEmpty();
	}

	/**
	 * Finds the model of the settings {@code file}, {@code model}, {@code models} and {@code download}.
	 *
	 * @throws IllegalArgumentException when there is no such file or model, or it is not the one described
	 * @throws MissingModelException when it is not there and may not be downloaded
	 * @throws IllegalStateException when the download fails
	 */
	static LocalModel find(final Settings settings, final Progress progress) {
		final String path = path(settings);
		if (!path.isEmpty()) return given(path, progress);
		final ModelDescription model = DescriptionFile.builtIn(name(settings));
		final List<String> wrong = new ArrayList<>();
		Path file = search(model, settings, progress, wrong);
		if (file == null && settings.flag("download", false)) file = ModelDownload.download(model, cache(), progress);
		if (file == null) throw new MissingModelException(model, missingSentence(model, settings, wrong));
		return new LocalModel(model, file, model.source().sha256(), wrong.stream().map(sentence -> Note.warning("T" + sentence.substring(1) + ".")).toList());
	}

	/** What the features depend on: the model's checksum and how it is used. Looks for no file of a built-in model. */
	static String identity(final Settings settings, final Progress progress) {
		if (path(settings).isEmpty()) return DescriptionFile.builtIn(name(settings)).toString();
		final LocalModel model = given(path(settings), progress);
		return model.sha256() + " " + model.description();
	}

	/** The path that was given by {@code file} or {@code model}, or "". */
	private static String path(final Settings settings) {
		final String file = settings.text("file", "").trim();
		final String model = settings.text("model", NAMES.get(0)).trim();
		if (!file.isEmpty() || NAMES.contains(model)) return file;
		if (!new File(model).exists()) throw new IllegalArgumentException("model=" + model +
			" does not exist; it must be " + String.join(", ", NAMES) + " or the path of a model file.");
		return model;
	}

	private static String name(final Settings settings) {
		return settings.text("model", NAMES.get(0)).trim();
	}

	// -- Models of the user --

	private static LocalModel given(final String given, final Progress progress) {
		final Path path = Path.of(given);
		if (!Files.isRegularFile(path)) throw new IllegalArgumentException("file=" + given + (Files.isDirectory(path)
			? " is a folder" : " does not exist") + "; give the path of a model (.onnx or .pt) or of its description (.json).");
		if (given.toLowerCase(Locale.ROOT).endsWith(".json")) return described(path, null, progress);
		final Path beside = path.resolveSibling(path.getFileName().toString().replaceFirst("\\.[^.]+$", "") + ".json");
		if (Files.isRegularFile(beside)) return described(beside, path, progress);
		final String sha256 = Checksum.of(path, progress);
		for (final String name : NAMES) {
			final ModelDescription model = DescriptionFile.builtIn(name);
			if (model.source().sha256().equals(sha256)) return new LocalModel(model, path, sha256, List.of());
		}
		return AssumedDescription.of(path, sha256);
	}

	/** @param model the file, or null for the one that the description names */
	private static LocalModel described(final Path json, final Path model, final Progress progress) {
		final ModelDescription description = DescriptionFile.read(json);
		final Path path = model != null ? model : named(json, description.file());
		final String sha256 = Checksum.of(path, progress);
		final String right = description.source().sha256();
		if (!right.isEmpty() && !right.equals(sha256)) throw new IllegalArgumentException("The model " + path +
			" has the sha256 " + sha256 + ", but " + json + " says " + right + "; it is not used, so get the right file.");
		return new LocalModel(description, path, sha256, List.of());
	}

	private static Path named(final Path json, final String file) {
		for (final String ending : new String[] { "", ".onnx", ".pt" }) {
			final Path path = json.resolveSibling(file + ending);
			if (Files.isRegularFile(path)) return path;
		}
		throw new IllegalArgumentException("The file '" + file + "' that " + json +
			" describes does not exist; put it beside the description.");
	}

	// -- Models with a description in the plugin --

	/** @param wrong gets one sentence, without its full stop, for each file with the right name and the wrong content */
	private static Path search(final ModelDescription model, final Settings settings, final Progress progress,
		final List<String> wrong)
	{
		for (final Path folder : folders(settings)) {
			final Path file = folder.resolve(model.file());
			if (!Files.isRegularFile(file)) continue;
			if (Checksum.of(file, progress).equals(model.source().sha256())) return file;
			wrong.add("the file " + file + " is not the model " + model.name() + " (its sha256 differs), so it is not used" +
				(folder.equals(cache()) ? remove(file) : ""));
		}
		return null;
	}

	private static List<Path> folders(final Settings settings) {
		final List<Path> folders = new ArrayList<>();
		for (final String folder : settings.text("models", "").split(File.pathSeparator)) {
			if (!folder.isBlank()) folders.add(Path.of(folder.trim()));
		}
		folders.add(cache());
		return folders;
	}

	private static String remove(final Path file) {
		try {
			Files.delete(file);
			return " and was removed";
		}
		catch (final IOException e) {
			return " but cannot be removed (" + Engines.oneLine(e) + ")";
		}
	}

	private static String missingSentence(final ModelDescription model, final Settings settings,
		final List<String> wrong)
	{
		final String said = wrong.isEmpty() ? "" : " (" + String.join("; ", wrong) + ")";
		return "The model " + model.name() + " is not on this computer" + said + ": put the file " + model.file() + " (" +
			size(model.source().bytes()) + ", sha256 " + model.source().sha256().substring(0, 12) + "...) from " + model
				.source().url() + " into the folder " + folders(settings).get(0) + ", or run this again with download=true.";
	}

	/** A number of bytes in words, such as "8.8 MB". */
	public static String size(final long bytes) {
		return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
	}
}
