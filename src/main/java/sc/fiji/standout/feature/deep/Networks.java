package sc.fiji.standout.feature.deep;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import sc.fiji.standout.feature.deep.ModelDescription.Input;
import sc.fiji.standout.feature.deep.OnnxGraph.Tensor;
import sc.fiji.standout.matrix.Progress;

/** Opens models as networks. */
final class Networks {

	/** More at once take no less time with ONNX Runtime, but more memory. */
	private static final int MOST_IMAGES = 8;

	private final LocalModel model;

	private Networks(final LocalModel model) {
		this.model = model;
	}

	/**
	 * @throws IllegalArgumentException in one sentence, when the file is no model or does not fit its description
	 * @throws IllegalStateException when the engine is not there or cannot start
	 */
	static Network open(final LocalModel model, final Progress progress) {
		progress.check();
		final Networks networks = new Networks(model);
		if (!LocalModel.isTorchScript(model.path())) return networks.onnx(progress);
		progress.message("Starting PyTorch (the first time on a computer, this takes a minute)");
		return networks.torchScript();
	}

	/** Each run has one thread, so that results do not depend on how many runs there are at once. */
	private Network onnx(final Progress progress) {
		final OnnxGraph graph = AssumedDescription.graph(model.path());
		final Input input = model.description().input();
		final int fixed = fixedBatch(graph, input);
		final String layer;
		try {
			layer = FeatureLayer.of(graph, model.description().output()).tensor();
		}
		catch (final IllegalArgumentException e) {
			throw new IllegalArgumentException(e.getMessage().replaceFirst("The model", "The model " + model.path()), e);
		}
		final boolean asItIs = graph.outputs().size() == 1 && graph.outputs().get(0).name().equals(layer);
		progress.message("Starting ONNX Runtime");
		final Engine engine = Engines.onnxRuntime();
		try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
			options.setIntraOpNumThreads(1);
			options.setInterOpNumThreads(1);
			if (graph.external()) options.addConfigEntry("session.model_external_initializers_file_folder_path", model.path()
				.toAbsolutePath().getParent().toString());
			final Model loaded = load(engine, Map.of("sessionOptions", options), asItIs ? null : graph.withOutput(layer));
			return new DjlNetwork(model.description().name(), loaded, input, fixed > 0 ? fixed : MOST_IMAGES, fixed > 0,
				NDList::head);
		}
		catch (final OrtException e) {
			throw broken(e);
		}
	}

	/** PyTorch spreads one run over its own threads, whose number is always the same: so there is one run at a time. */
	private Network torchScript() {
		final Engine engine = Engines.pytorch();
		final Model loaded = load(engine, Map.of(), null);
		final DjlNetwork network = new DjlNetwork(model.description().name(), loaded, model.description().input(),
			Integer.MAX_VALUE, false, this::chosen);
		return new Network() {

			@Override
			public synchronized float[] features(final java.nio.ByteBuffer images, final int count) {
				return network.features(images, count);
			}

			@Override
			public void close() {
				network.close();
			}
		};
	}

	private Model load(final Engine engine, final Map<String, ?> options, final byte[] rewritten) {
		final Model loaded = engine.newModel(model.description().name(), Device.cpu());
		boolean done = false;
		try {
			Engines.inPlugin(() -> {
				try {
					if (rewritten != null) loaded.load(new ByteArrayInputStream(rewritten), options);
					else loaded.load(model.path().toAbsolutePath(), null, options);
					return loaded;
				}
				catch (final IOException | MalformedModelException e) {
					throw broken(e);
				}
			});
			done = true;
			return loaded;
		}
		catch (final IllegalArgumentException e) {
			throw e;
		}
		catch (final RuntimeException e) {
			throw broken(e);
		}
		finally {
			if (!done) loaded.close();
		}
	}

	private IllegalArgumentException broken(final Exception e) {
		return new IllegalArgumentException("The model " + model.path() + " cannot be loaded (" + Engines.oneLine(e
			.getCause() == null ? e : e.getCause()) + "); get the file again, or use another model.", e);
	}

	/** Checks the model's own input against the description; the number of images that it must have, or 0 for any. */
	private int fixedBatch(final OnnxGraph graph, final Input input) {
		final String path = "The model " + model.path();
		final Tensor tensor = graph.inputs().get(0);
		if (!input.name().isEmpty() && !tensor.name().equals(input.name())) throw new IllegalArgumentException(path +
			" has the input '" + tensor.name() + "', not '" + input.name() + "'; correct its description.");
		if (graph.inputs().size() > 1) throw new IllegalArgumentException(path + " takes " + graph.inputs().size() +
			" inputs (" + String.join(", ", graph.inputs().stream().map(Tensor::name).toList()) + "); there must be 1.");
		if (tensor.type() != OnnxGraph.FLOAT) throw new IllegalArgumentException(path +
			" takes no 32-bit floating-point numbers (ONNX element type " + tensor.type() + "); export it with them.");
		final long[] given = input.shape(1);
		if (tensor.shape() == null) return 0;
		boolean fits = tensor.shape().length == given.length;
		for (int axis = 1; fits && axis < given.length; axis++) fits = tensor.shape()[axis] < 0 || tensor
			.shape()[axis] == given[axis];
		if (!fits) throw new IllegalArgumentException(path + " takes images of the size " + words(tensor.shape()) +
			" but is described as one that takes " + words(given) + "; correct its description.");
		return (int) Math.max(0, tensor.shape()[0]);
	}

	private static String words(final long[] shape) {
		return String.join(" x ", Arrays.stream(shape).skip(1).mapToObj(size -> size < 0 ? "any" : String.valueOf(size))
			.toList());
	}

	/** The output of a TorchScript model: its number or its name, or the first. */
	private NDArray chosen(final NDList outputs) {
		final String output = model.description().output();
		if (output.isEmpty()) return outputs.head();
		for (final NDArray array : outputs) if (output.equals(array.getName())) return array;
		if (output.matches("\\d{1,4}") && Integer.parseInt(output) < outputs.size()) return outputs.get(Integer.parseInt(
			output));
		throw new IllegalStateException("The model " + model.path() + " has no output '" + output + "'; it has " + outputs
			.size() + ", so give a number from 0 to " + (outputs.size() - 1) + ".");
	}
}
