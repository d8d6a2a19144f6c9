package sc.fiji.standout.feature.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** Which layer is taken as the features, and how models are read and cut. */
class FeatureLayerTest {

	private static TinyOnnx net() {
		return TinyOnnx.convolution(-1, 3, 32);
	}

	private static TinyOnnx dense(final TinyOnnx net, final String from, final int classes, final String to) {
		return net.node("Flatten", List.of(from), "flat").weights("fc", 8, classes).weights("bias", classes).node("Gemm", List
			.of("flat", "fc", "bias"), to).output(to, -1, classes);
	}

	private static String layer(final TinyOnnx net) {
		return FeatureLayer.of(net.graph(), "").tensor();
	}

	@Test
	void takesWhatIsDescribedOrNamedLikeFeatures() {
		final TinyOnnx two = dense(net().node("GlobalAveragePool", List.of("map"), "mean"), "mean", 5, "y").output("flat", -1,
			8);
		assertEquals("y", FeatureLayer.of(two.graph(), "y").tensor());
		assertEquals("conv", FeatureLayer.of(two.graph(), "conv").tensor());
		assertEquals("The model has no output 'none'; its outputs are y, flat.", assertThrows(
			IllegalArgumentException.class, () -> FeatureLayer.of(two.graph(), "none")).getMessage());
		// The other output is no classifier's
		assertEquals("flat", layer(two));
		assertEquals("image_embeds", layer(dense(net().node("GlobalAveragePool", List.of("map"), "mean"), "mean", 5, "y").node(
			"Identity", List.of("mean"), "image_embeds").output("image_embeds", -1, 8, 1, 1)));
	}

	@Test
	void takesThePooledLayerOfClassifiers() {
		assertEquals("mean", layer(dense(net().node("GlobalAveragePool", List.of("map"), "mean"), "mean", 5, "y")));
		assertEquals("mean", layer(dense(net().node("ReduceMean", List.of("map"), "mean", TinyOnnx.numbers("axes", 2, 3)),
			"mean", 5, "y")));
		assertEquals("mean", layer(dense(net().node("AveragePool", List.of("map"), "mean", TinyOnnx.numbers("kernel_shape", 16,
			16)), "mean", 5, "y").node("Softmax", List.of("y"), "p").output("p", -1, 5)));
		// Pools that only weigh channels, as in squeeze-and-excitation, come before
		assertEquals("last", layer(dense(net().node("GlobalAveragePool", List.of("map"), "squeeze").node("Sigmoid", List.of(
			"squeeze"), "gate").node("Mul", List.of("map", "gate"), "excited").node("GlobalAveragePool", List.of("excited"),
				"last"), "last", 5, "y")));
		// A pool within the network is not the last layer
		assertEquals("flat", layer(dense(net().node("AveragePool", List.of("map"), "inner", TinyOnnx.numbers("kernel_shape", 2,
			2)).node("Relu", List.of("inner"), "active"), "active", 1000, "y")));
	}

	@Test
	void takesTheMapsThatClassesAreMadeOf() {
		final TinyOnnx net = net().weights("c", 1000, 8, 1, 1).node("Conv", List.of("map", "c"), "maps").node("Relu", List.of(
			"maps"), "active").node("GlobalAveragePool", List.of("active"), "mean").node("Flatten", List.of("mean"), "y")
			.output("y", -1, 1000);
		assertEquals("map", layer(net));
	}

	@Test
	void takesTheOutputWhenItIsNoClassifiers() {
		assertEquals("y", layer(net().node("GlobalAveragePool", List.of("map"), "y").output("y", -1, 8, 1, 1)));
		assertEquals("map", layer(net().output("map", -1, 8, 16, 16)));
		// Nothing is pooled, and nothing dense: only the classes are left
		assertEquals("logits", layer(net().node("Identity", List.of("map"), "logits").output("logits", -1, 8, 16, 16)));
	}

	@Test
	void cutsOffWhatIsNotNeeded() {
		final TinyOnnx net = dense(net().node("GlobalAveragePool", List.of("map"), "mean"), "mean", 5, "y");
		final OnnxGraph cut = OnnxGraph.of(ByteBuffer.wrap(net.graph().withOutput("mean")));
		assertEquals(List.of("Conv", "Relu", "GlobalAveragePool"), cut.nodes().stream().map(OnnxGraph.Node::operation)
			.toList());
		assertEquals(java.util.Set.of("w"), cut.weights().keySet());
		assertEquals(List.of("mean"), cut.outputs().stream().map(OnnxGraph.Tensor::name).toList());
		assertEquals(List.of("input"), cut.inputs().stream().map(OnnxGraph.Tensor::name).toList());
	}

	@Test
	void bytesThatAreNoModelAreRefused() {
		final byte[] whole = dense(net().node("GlobalAveragePool", List.of("map"), "mean"), "mean", 5, "y").bytes();
		final Random random = new Random(5);
		for (int run = 0; run < 2000; run++) {
			final byte[] bytes = random.nextBoolean() ? java.util.Arrays.copyOf(whole, random.nextInt(whole.length))
				: new byte[random.nextInt(200)];
			if (bytes.length < 200) random.nextBytes(bytes);
			else bytes[random.nextInt(150)] ^= (byte) (1 << random.nextInt(8));
			try {
				OnnxGraph.of(ByteBuffer.wrap(bytes));
			}
			catch (final IllegalArgumentException e) {
				// the only exception there may be
			}
		}
		for (int length = 0; length < whole.length; length += 7) {
			final byte[] part = java.util.Arrays.copyOf(whole, length);
			assertThrows(IllegalArgumentException.class, () -> OnnxGraph.of(ByteBuffer.wrap(part)));
		}
	}
}
