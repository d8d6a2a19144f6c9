package sc.fiji.standout.feature.deep.autoencoder;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.GradientCollector;
import sc.fiji.standout.feature.deep.Engines;

/**
 * An autoencoder that learns and runs in PyTorch. Its native memory is held until {@link #close()}. One thread at a
 * time.
 */
final class Network implements AutoCloseable {

	/** The engine allows one training step at a time in the whole program. */
	private static final ReentrantLock GRADIENTS = new ReentrantLock();

	private static final float SLOPE = 0.2f;
	private static final float MOMENTUM = 0.9f;
	private static final float EPSILON = 1e-5f;

	private static final float RATE = 1e-3f;
	private static final double BETA1 = 0.9;
	private static final double BETA2 = 0.999;

	private final Layout layout;
	private final Engine engine;
	private final NDManager manager;
	private final List<Layout.Parameter> parameters;
	private final NDArray[] arrays;
	/** The running means and mean squares of the gradients (Adam), made when learning begins. */
	private final NDArray[] means;
	private final NDArray[] squares;
	private int steps;

	/** What the network makes of a batch: codes, n x code, and images, n x pixels. */
	record Result(float[] codes, float[] images) {}

	/** @param values one array for each parameter of the layout; copied */
	Network(final Layout layout, final float[][] values) {
		this.layout = layout;
		engine = Engines.pytorch();
		// The same results on computers with and without a graphics card
		manager = engine.newBaseManager(Device.cpu());
		parameters = layout.parameters();
		arrays = new NDArray[parameters.size()];
		means = new NDArray[arrays.length];
		squares = new NDArray[arrays.length];
		for (int p = 0; p < arrays.length; p++) {
			arrays[p] = manager.create(values[p], parameters.get(p).shape());
		}
	}

	/**
	 * Learns from one batch by one step of Adam (Kingma and Ba 2015).
	 *
	 * @param images n x pixels, values 0 to 1; at least two
	 * @return the mean squared error before the step
	 */
	double learn(final float[] images) {
		GRADIENTS.lock();
		try (NDManager batch = manager.newSubManager()) {
			if (steps == 0) prepare();
			final NDArray input = input(batch, images);
			final double loss;
			try (GradientCollector collector = engine.newGradientCollector()) {
				final NDArray error = decode(encode(input, true), true).sub(input).square().mean();
				collector.backward(error);
				loss = error.getFloat();
			}
			adam(batch);
			return loss;
		}
		finally {
			GRADIENTS.unlock();
		}
	}

	/** @param images n x pixels, values 0 to 1 */
	Result apply(final float[] images) {
		try (NDManager batch = manager.newSubManager()) {
			final NDArray codes = encode(input(batch, images), false);
			return new Result(codes.toFloatArray(), decode(codes, false).toFloatArray());
		}
	}

	/** The parameters as they are now: fresh copies. */
	float[][] values() {
		final float[][] values = new float[arrays.length][];
		for (int p = 0; p < values.length; p++) values[p] = arrays[p].toFloatArray();
		return values;
	}

	@Override
	public void close() {
		manager.close();
	}

	private void prepare() {
		for (int p = 0; p < arrays.length; p++) {
			if (!parameters.get(p).kind().isLearned()) continue;
			arrays[p].setRequiresGradient(true);
			means[p] = arrays[p].zerosLike();
			squares[p] = arrays[p].zerosLike();
		}
	}

	private void adam(final NDManager batch) {
		steps++;
		final float rate = (float) (RATE * Math.sqrt(1 - Math.pow(BETA2, steps)) / (1 - Math.pow(BETA1, steps)));
		for (int p = 0; p < arrays.length; p++) {
			if (means[p] == null) continue;
			final NDArray gradient = arrays[p].getGradient();
			gradient.attach(batch);
			arrays[p].getNDArrayInternal().adamUpdate(new NDList(arrays[p], gradient, means[p], squares[p]), new NDList(
				arrays[p]), RATE, rate, 0, 1, -1, (float) BETA1, (float) BETA2, 1e-8f, true, false);
		}
	}

	private NDArray input(final NDManager batch, final float[] images) {
		return batch.create(images, new Shape((long) images.length / layout.pixels(), layout.channels(), layout.height(),
			layout.width()));
	}

	private NDArray encode(final NDArray images, final boolean learning) {
		final NDArray first = normalize(convolve(images, 0, 2, 1), 0, learning);
		final NDArray second = normalize(convolve(first, Layout.NORMALIZED, 2, 1), Layout.NORMALIZED, learning);
		return dense(second.reshape(second.getShape().get(0), -1), 2 * Layout.NORMALIZED);
	}

	private NDArray decode(final NDArray codes, final boolean learning) {
		int p = 2 * Layout.NORMALIZED + 2;
		NDArray x = dense(codes, p).reshape(codes.getShape().get(0), Layout.SECOND, layout.height() / 4, layout.width() / 4);
		p += 2;
		x = normalize(enlarge(convolve(x, p, 1, 1)), p, learning);
		p += Layout.NORMALIZED;
		x = normalize(enlarge(convolve(x, p, 1, 1)), p, learning);
		return Activation.sigmoid(convolve(x, p + Layout.NORMALIZED, 1, 1));
	}

	private NDArray dense(final NDArray x, final int p) {
		return Linear.linear(x, arrays[p], arrays[p + 1]).singletonOrThrow();
	}

	private NDArray convolve(final NDArray x, final int p, final int stride, final int padding) {
		return Conv2d.conv2d(x, arrays[p], arrays[p + 1], new Shape(stride, stride), new Shape(padding, padding), new Shape(
			1, 1)).singletonOrThrow();
	}

	/** Activation and batch normalisation with the parameters behind weight and bias. */
	private NDArray normalize(final NDArray x, final int p, final boolean learning) {
		return BatchNorm.batchNorm(Activation.leakyRelu(x, SLOPE), arrays[p + 4], arrays[p + 5], arrays[p + 2], arrays[p +
			3], 1, MOMENTUM, EPSILON, learning).singletonOrThrow();
	}

	/**
	 * Depth to space. The convolution before it looks at 2 x 2 pixels around each corner, the outer ones included; of what
	 * these become, the outermost rows and columns lie outside the image.
	 */
	private static NDArray enlarge(final NDArray x) {
		final long n = x.getShape().get(0);
		final long filters = x.getShape().get(1) / 4;
		final long height = x.getShape().get(2);
		final long width = x.getShape().get(3);
		final NDArray large = x.reshape(n, filters, 2, 2, height, width).transpose(0, 1, 4, 2, 5, 3).reshape(n, filters, 2 *
			height, 2 * width);
		return large.get(":, :, 1:-1, 1:-1");
	}
}
