package sc.fiji.standout.feature.deep;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an ONNX model computes, without its weights. Source of the field numbers: onnx.proto of ONNX 1.
 *
 * @param model the whole file
 * @param inputs what must be given: weights that are listed as inputs too are not among them
 * @param outputs what the model gives
 * @param nodes in an order in which they can be computed
 * @param weights the sizes of the weights by their names
 * @param external whether weights lie in files of their own beside the model
 */
record OnnxGraph(ProtoMessage model, List<Tensor> inputs, List<Tensor> outputs, List<Node> nodes,
	Map<String, long[]> weights, boolean external)
{

	// Fields of the messages Model, Graph, Node, Attribute, Value and Tensor
	static final int MODEL_GRAPH = 7;
	static final int GRAPH_NODE = 1;
	static final int GRAPH_WEIGHTS = 5;
	static final int GRAPH_INPUT = 11;
	static final int GRAPH_OUTPUT = 12;
	static final int NODE_ATTRIBUTE = 5;
	private static final int ATTRIBUTE_GRAPH = 6;
	private static final int ATTRIBUTE_NUMBERS = 8;
	private static final int ATTRIBUTE_GRAPHS = 11;
	private static final int TENSOR_NAME = 8;
	private static final int TENSOR_LOCATION = 14;

	/** The element type of 32-bit floating point. */
	static final int FLOAT = 1;

	/**
	 * A named tensor.
	 *
	 * @param type of its elements, {@link #FLOAT} or others
	 * @param shape one size for each axis, -1 where it is free; null where even the number of axes is
	 */
	record Tensor(String name, int type, long[] shape) {}

	/**
	 * One operation.
	 *
	 * @param captured tensors that it needs beside its inputs, for the graphs within it
	 * @param numbers its attributes that are lists of whole numbers, by name
	 * @param raw as it is written
	 */
	record Node(String operation, List<String> inputs, List<String> outputs, Set<String> captured,
		Map<String, List<Long>> numbers, ByteBuffer raw)
	{}

	/**
	 * Reads a file; its weights stay on the disk.
	 *
	 * @throws IllegalArgumentException when the file is no ONNX model
	 * @throws IOException when it cannot be read
	 */
	static OnnxGraph read(final Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file)) {
			if (channel.size() > Integer.MAX_VALUE) throw new IllegalArgumentException(file +
				" is larger than 2 GB, which no ONNX file is; keep its weights in a file of their own.");
			return of(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
		}
	}

	/** @throws IllegalArgumentException when the bytes are no ONNX model */
	static OnnxGraph of(final ByteBuffer bytes) {
		final ProtoMessage model = ProtoMessage.read(bytes);
		if (model.last(MODEL_GRAPH) == null) throw new IllegalArgumentException("The bytes have no ONNX graph.");
		final ProtoMessage graph = model.last(MODEL_GRAPH).message();
		final Map<String, long[]> weights = new TreeMap<>();
		boolean external = false;
		for (final ProtoMessage.Field field : graph.all(GRAPH_WEIGHTS)) {
			final ProtoMessage weight = field.message();
			weights.put(weight.text(TENSOR_NAME), numbers(weight, 1).stream().mapToLong(Long::longValue).toArray());
			external |= weight.number(TENSOR_LOCATION) == 1;
		}
		final List<Node> nodes = graph.all(GRAPH_NODE).stream().map(OnnxGraph::node).toList();
		final List<Tensor> inputs = graph.all(GRAPH_INPUT).stream().map(OnnxGraph::tensor).filter(tensor -> !weights
			.containsKey(tensor.name)).toList();
		final List<Tensor> outputs = graph.all(GRAPH_OUTPUT).stream().map(OnnxGraph::tensor).toList();
		if (nodes.isEmpty() || inputs.isEmpty() || outputs.isEmpty()) throw new IllegalArgumentException(
			"The ONNX graph computes nothing.");
		return new OnnxGraph(model, inputs, outputs, nodes, weights, external);
	}

	/** The node that makes a tensor, or null for inputs and weights. */
	Node producer(final String tensor) {
		for (final Node node : nodes) if (node.outputs.contains(tensor)) return node;
		return null;
	}

	/** All tensors that a tensor is computed from, itself included. */
	Set<String> needed(final String tensor) {
		final Set<String> needed = new HashSet<>(Set.of(tensor));
		for (int i = nodes.size() - 1; i >= 0; i--) {
			final Node node = nodes.get(i);
			if (node.outputs.stream().noneMatch(needed::contains)) continue;
			needed.addAll(node.outputs);
			needed.addAll(node.inputs);
			needed.addAll(node.captured);
		}
		return needed;
	}

	/**
	 * The same model with one tensor as its only output, and without what is not needed for it.
	 *
	 * @return an ONNX file
	 */
	byte[] withOutput(final String tensor) {
		final Set<String> needed = needed(tensor);
		final ProtoWriter graph = new ProtoWriter();
		for (final ProtoMessage.Field field : model.last(MODEL_GRAPH).message().fields()) {
			final boolean kept = switch (field.number()) {
				case GRAPH_NODE -> node(field).outputs.stream().anyMatch(needed::contains);
				case GRAPH_WEIGHTS -> needed.contains(field.message().text(TENSOR_NAME));
				case GRAPH_INPUT -> needed.contains(tensor(field).name) || inputs.stream().anyMatch(input -> input.name.equals(
					tensor(field).name));
				case GRAPH_OUTPUT -> false;
				default -> true;
			};
			if (kept) graph.raw(field.raw());
		}
		final ProtoWriter type = new ProtoWriter().message(1, new ProtoWriter().number(1, FLOAT));
		graph.message(GRAPH_OUTPUT, new ProtoWriter().text(1, tensor).message(2, type));
		final ProtoWriter whole = new ProtoWriter();
		for (final ProtoMessage.Field field : model.fields()) if (field.number() != MODEL_GRAPH) whole.raw(field.raw());
		return whole.message(MODEL_GRAPH, graph).toBytes();
	}

	private static Node node(final ProtoMessage.Field field) {
		final ProtoMessage node = field.message();
		final Map<String, List<Long>> numbers = new TreeMap<>();
		final Set<String> captured = new HashSet<>();
		for (final ProtoMessage.Field attribute : node.all(NODE_ATTRIBUTE)) {
			final ProtoMessage message = attribute.message();
			numbers.put(message.text(1), numbers(message, ATTRIBUTE_NUMBERS));
			for (final int graphs : new int[] { ATTRIBUTE_GRAPH, ATTRIBUTE_GRAPHS }) {
				for (final ProtoMessage.Field graph : message.all(graphs)) capture(graph.message(), captured);
			}
		}
		return new Node(node.text(4), node.texts(1), node.texts(2), captured, numbers, field.raw());
	}

	private static void capture(final ProtoMessage graph, final Set<String> captured) {
		for (final ProtoMessage.Field field : graph.all(GRAPH_NODE)) {
			final Node node = node(field);
			captured.addAll(node.inputs);
			captured.addAll(node.captured);
		}
		for (final ProtoMessage.Field field : graph.all(GRAPH_OUTPUT)) captured.add(tensor(field).name);
	}

	private static Tensor tensor(final ProtoMessage.Field field) {
		final ProtoMessage value = field.message();
		final ProtoMessage type = value.last(2) == null ? null : value.last(2).message();
		final ProtoMessage tensor = type == null || type.last(1) == null ? null : type.last(1).message();
		if (tensor == null) return new Tensor(value.text(1), 0, null);
		if (tensor.last(2) == null) return new Tensor(value.text(1), (int) tensor.number(1), null);
		final long[] shape = tensor.last(2).message().all(1).stream().map(ProtoMessage.Field::message).mapToLong(
			axis -> axis.last(1) == null || axis.number(1) <= 0 ? -1 : axis.number(1)).toArray();
		return new Tensor(value.text(1), (int) tensor.number(1), shape);
	}

	private static List<Long> numbers(final ProtoMessage message, final int field) {
		final List<Long> numbers = new ArrayList<>();
		for (final ProtoMessage.Field some : message.all(field)) numbers.addAll(some.numbers());
		return numbers;
	}
}
