package sc.fiji.standout.feature.deep;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import sc.fiji.standout.feature.deep.OnnxGraph.Node;
import sc.fiji.standout.feature.deep.OnnxGraph.Tensor;

/**
 * Which tensor of an ONNX model is taken as the features: the one described; else an output named like features; else,
 * when the output is that of a classifier, the last layer that is pooled over the image, or where there is none what the
 * last dense layer reads; else the output.
 *
 * @param tensor its name
 * @param reason in words, for the user
 */
record FeatureLayer(String tensor, String reason) {

	private static final List<String> FEATURES = List.of("feature", "embed", "pool", "latent", "encod", "represent");
	private static final List<String> CLASSES = List.of("logit", "prob", "class", "softmax", "score", "predict");
	private static final Set<String> RESHAPING = Set.of("Flatten", "Reshape", "Squeeze", "Unsqueeze", "Identity",
		"Dropout", "Cast", "Transpose");
	private static final Set<String> PROBABILITIES = Set.of("Softmax", "LogSoftmax", "Sigmoid");
	private static final Set<String> DENSE = Set.of("Gemm", "MatMul");
	/** The classes of ImageNet, without and with its background. */
	private static final Set<Long> IMAGENET = Set.of(1000L, 1001L);

	/**
	 * @param described the output's name, or "" to choose
	 * @throws IllegalArgumentException when the model has no such output
	 */
	static FeatureLayer of(final OnnxGraph graph, final String described) {
		final List<String> outputs = graph.outputs().stream().map(Tensor::name).toList();
		if (!described.isEmpty()) {
			if (!outputs.contains(described) && graph.producer(described) == null) throw new IllegalArgumentException(
				"The model has no output '" + described + "'; its outputs are " + String.join(", ", outputs) + ".");
			return new FeatureLayer(described, "its output '" + described + "'");
		}
		for (final String output : outputs) {
			if (isNamed(output, FEATURES)) return new FeatureLayer(output, "its output '" + output + "'");
		}
		for (final String output : outputs) {
			if (!isClassifier(graph, output)) return new FeatureLayer(output, "its output '" + output + "'");
		}
		final String classes = outputs.get(0);
		final String pooled = pooled(graph, classes);
		if (pooled != null) return new FeatureLayer(pooled, "the last pooled layer '" + pooled +
			"' before the classes");
		final String last = beforeDense(graph, classes);
		return last == null ? new FeatureLayer(classes, "its output '" + classes + "', the classes, since no layer before " +
			"them is pooled") : new FeatureLayer(last, "the last layer '" + last + "' before the classes");
	}

	private static boolean isNamed(final String tensor, final List<String> parts) {
		final String name = tensor.toLowerCase(Locale.ROOT);
		return parts.stream().anyMatch(name::contains);
	}

	private static boolean isClassifier(final OnnxGraph graph, final String output) {
		if (isNamed(output, CLASSES)) return true;
		final Node head = head(graph, output);
		if (head == null) return false;
		if (PROBABILITIES.contains(head.operation())) return true;
		if (DENSE.contains(head.operation())) return isPool(graph, back(graph, head.inputs().get(0))) || graph.weights()
			.values().stream().anyMatch(shape -> shape.length == 1 && IMAGENET.contains(shape[0]));
		return isClassMap(graph, head);
	}

	/** The node that makes a tensor but for its shape and a bias. */
	private static Node head(final OnnxGraph graph, final String tensor) {
		final Node node = back(graph, tensor);
		if (node == null || !node.operation().equals("Add")) return node;
		for (final String input : node.inputs()) {
			final Node before = graph.producer(input);
			if (before != null && before.operation().equals("MatMul")) return before;
		}
		return node;
	}

	/** The node that makes a tensor, or the one before it where it changes nothing but the shape. */
	private static Node back(final OnnxGraph graph, final String tensor) {
		Node node = graph.producer(tensor);
		while (node != null && RESHAPING.contains(node.operation())) node = graph.producer(node.inputs().get(0));
		return node;
	}

	private static boolean isPool(final OnnxGraph graph, final Node node) {
		if (node == null) return false;
		return switch (node.operation()) {
			case "GlobalAveragePool", "GlobalMaxPool" -> true;
			case "ReduceMean" -> node.numbers().getOrDefault("axes", List.of()).size() == 2 || node.inputs().size() > 1 &&
				graph.weights().getOrDefault(node.inputs().get(1), new long[0]).length == 1 && graph.weights().get(node.inputs()
					.get(1))[0] == 2;
			case "AveragePool" -> endsInDense(graph, node);
			default -> false;
		};
	}

	/** An average pool leaves one pixel when what reads it forgets the image's axes. */
	private static boolean endsInDense(final OnnxGraph graph, final Node pool) {
		for (final Node node : graph.nodes()) {
			if (!DENSE.contains(node.operation()) || node.inputs().isEmpty()) continue;
			if (back(graph, node.inputs().get(0)) == pool) return true;
		}
		return graph.outputs().stream().anyMatch(output -> back(graph, output.name()) == pool);
	}

	/** A pool over one map for each class, as SqueezeNet ends. */
	private static boolean isClassMap(final OnnxGraph graph, final Node pool) {
		if (!isPool(graph, pool)) return false;
		Node before = graph.producer(pool.inputs().get(0));
		if (before != null && before.operation().equals("Relu")) before = graph.producer(before.inputs().get(0));
		if (before == null || !before.operation().equals("Conv") || before.inputs().size() < 2) return false;
		final long[] kernel = graph.weights().get(before.inputs().get(1));
		return kernel != null && IMAGENET.contains(kernel[0]);
	}

	/** The last pooled layer before the classes, or null. */
	private static String pooled(final OnnxGraph graph, final String classes) {
		final Set<String> needed = graph.needed(classes);
		for (int i = graph.nodes().size() - 1; i >= 0; i--) {
			final Node node = graph.nodes().get(i);
			if (!needed.contains(node.outputs().get(0)) || !isPool(graph, node)) continue;
			if (!isClassMap(graph, node)) return node.outputs().get(0);
			// The maps that the classes are made of, which are averaged over the image afterwards
			Node before = graph.producer(node.inputs().get(0));
			while (before != null && !before.operation().equals("Conv")) before = graph.producer(before.inputs().get(0));
			return before == null ? null : before.inputs().get(0);
		}
		return null;
	}

	/** What the last dense layer before the classes reads, or null. */
	private static String beforeDense(final OnnxGraph graph, final String classes) {
		final Set<String> needed = graph.needed(classes);
		for (int i = graph.nodes().size() - 1; i >= 0; i--) {
			final Node node = graph.nodes().get(i);
			if (DENSE.contains(node.operation()) && needed.contains(node.outputs().get(0))) return node.inputs().get(0);
		}
		return null;
	}
}
