package sc.fiji.standout.feature.deep;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes small ONNX models: what they compute is said node by node, weights are drawn by a seed. */
final class TinyOnnx {

	private final List<ProtoWriter> nodes = new ArrayList<>();
	private final List<ProtoWriter> weights = new ArrayList<>();
	private final List<ProtoWriter> inputs = new ArrayList<>();
	private final List<ProtoWriter> outputs = new ArrayList<>();

	/** A convolution of 3 x 3 with stride 2 from {@code size} x {@code size} RGB to 8 channels named "map". */
	static TinyOnnx convolution(final int batch, final int channels, final int size) {
		return new TinyOnnx().input("input", batch, channels, size, size).weights("w", 8, channels, 3, 3).node("Conv",
			List.of("input", "w"), "conv", numbers("strides", 2, 2), numbers("pads", 1, 1, 1, 1)).node("Relu", List.of("conv"),
				"map");
	}

	/** With the output "features" of 8 numbers. */
	static TinyOnnx features(final int size) {
		return convolution(-1, 3, size).node("GlobalAveragePool", List.of("map"), "mean").node("Flatten", List.of("mean"),
			"features").output("features", -1, 8);
	}

	/** @param sizes -1 for a free one */
	TinyOnnx input(final String name, final int... sizes) {
		inputs.add(value(name, sizes));
		return this;
	}

	TinyOnnx output(final String name, final int... sizes) {
		outputs.add(value(name, sizes));
		return this;
	}

	TinyOnnx weights(final String name, final int... sizes) {
		final ProtoWriter tensor = new ProtoWriter();
		int count = 1;
		for (final int size : sizes) {
			tensor.number(1, size);
			count *= size;
		}
		final Random random = new Random(name.hashCode());
		final ByteBuffer values = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
		for (int i = 0; i < count; i++) values.putFloat((float) random.nextGaussian() / 3);
		weights.add(tensor.number(2, OnnxGraph.FLOAT).text(8, name).bytes(9, values.array()));
		return this;
	}

	TinyOnnx node(final String operation, final List<String> from, final String to, final ProtoWriter... attributes) {
		final ProtoWriter node = new ProtoWriter();
		for (final String input : from) node.text(1, input);
		node.text(2, to).text(4, operation);
		for (final ProtoWriter attribute : attributes) node.message(5, attribute);
		nodes.add(node);
		return this;
	}

	/** An attribute that is a list of whole numbers. */
	static ProtoWriter numbers(final String name, final long... values) {
		final ProtoWriter attribute = new ProtoWriter().text(1, name);
		for (final long value : values) attribute.number(8, value);
		return attribute.number(20, 7);
	}

	byte[] bytes() {
		final ProtoWriter graph = new ProtoWriter();
		for (final ProtoWriter node : nodes) graph.message(1, node);
		graph.text(2, "tiny");
		for (final ProtoWriter weight : weights) graph.message(5, weight);
		for (final ProtoWriter input : inputs) graph.message(11, input);
		for (final ProtoWriter output : outputs) graph.message(12, output);
		return new ProtoWriter().number(1, 5).message(7, graph).message(8, new ProtoWriter().number(2, 10)).toBytes();
	}

	OnnxGraph graph() {
		return OnnxGraph.of(ByteBuffer.wrap(bytes()));
	}

	Path write(final Path file) throws IOException {
		return Files.write(file, bytes());
	}

	private static ProtoWriter value(final String name, final int... sizes) {
		final ProtoWriter shape = new ProtoWriter();
		for (final int size : sizes) shape.message(1, size < 0 ? new ProtoWriter().text(2, "N") : new ProtoWriter().number(1,
			size));
		final ProtoWriter tensor = new ProtoWriter().number(1, OnnxGraph.FLOAT).message(2, shape);
		return new ProtoWriter().text(1, name).message(2, new ProtoWriter().message(1, tensor));
	}
}
