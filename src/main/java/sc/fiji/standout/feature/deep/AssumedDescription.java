package sc.fiji.standout.feature.deep;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;

import com.google.gson.JsonObject;

import sc.fiji.standout.feature.Note;
import sc.fiji.standout.feature.deep.ModelDescription.Input;
import sc.fiji.standout.feature.deep.OnnxGraph.Tensor;

/** What is assumed of a model that comes without a description: its input's size as it says, and ImageNet's colours. */
final class AssumedDescription {

	private AssumedDescription() {}

	/**
	 * @return the model with its description, and a note about what was assumed
	 * @throws IllegalArgumentException when the file is no model, or takes no images
	 */
	static LocalModel of(final Path path, final String sha256) {
		final JsonObject json = new JsonObject();
		if (!LocalModel.isTorchScript(path)) addInput(json, graph(path), path);
		final String file = path.getFileName().toString();
		json.addProperty("file", file);
		final ModelDescription description = DescriptionFile.parse(new StringReader(json.toString()), "The model " + path,
			file.replaceFirst("\\.[^.]+$", ""));
		final Input input = description.input();
		return new LocalModel(description, path, sha256, List.of(Note.info("The model " + file +
			" has no description (a .json file beside it), so it is assumed to take " + input.channels() + " images of " +
			input.width() + " x " + input.height() + " pixels, divided by " + (int) input.divisor() + ", mean " + input
				.mean() + " and std " + input.std() + ".")));
	}

	/** @throws IllegalArgumentException in one sentence, when the file is no ONNX model */
	static OnnxGraph graph(final Path path) {
		try {
			return OnnxGraph.read(path);
		}
		catch (final IllegalArgumentException e) {
			throw new IllegalArgumentException("The file " + path +
				" is no model; it must be an ONNX (.onnx) or TorchScript (.pt) file, or the .json that describes one.", e);
		}
		catch (final IOException e) {
			throw Checksum.unreadable(path, e);
		}
	}

	private static void addInput(final JsonObject json, final OnnxGraph graph, final Path path) {
		final Tensor input = graph.inputs().get(0);
		final long[] shape = input.shape() == null ? new long[] { -1, -1, -1, -1 } : input.shape();
		if (shape.length != 4) throw new IllegalArgumentException("The model " + path + " takes no images: its input '" +
			input.name() + "' has " + shape.length + " axes; there must be 4 (images, channels, rows, columns).");
		final boolean last = isChannels(shape[3]) && !isChannels(shape[1]);
		final long channels = last ? shape[3] : shape[1];
		if (channels > 0 && !isChannels(channels)) throw new IllegalArgumentException("The model " + path + " takes " +
			channels + " channels; there must be 1 or 3.");
		json.addProperty("input", input.name());
		json.addProperty("layout", last ? "NHWC" : "NCHW");
		json.addProperty("channels", channels == 1 ? "grey" : "RGB");
		addSize(json, "height", shape[last ? 1 : 2]);
		addSize(json, "width", shape[last ? 2 : 3]);
	}

	private static void addSize(final JsonObject json, final String key, final long size) {
		if (size > 0) json.addProperty(key, size);
	}

	private static boolean isChannels(final long size) {
		return size == 1 || size == 3;
	}
}
