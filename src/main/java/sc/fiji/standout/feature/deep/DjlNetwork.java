package sc.fiji.standout.feature.deep;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Function;

import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;

import sc.fiji.standout.feature.deep.ModelDescription.Input;

/**
 * A network that one of DJL's engines runs. Feature maps (images x channels x rows x columns) are averaged over rows
 * and columns.
 */
final class DjlNetwork implements Network {

	private final String name;
	private final Model model;
	private final Input input;
	private final int most;
	private final boolean fixed;
	private final Function<NDList, NDArray> output;

	/**
	 * @param model loaded; closed with this
	 * @param most how many images the model computes in one run
	 * @param fixed whether it takes no fewer
	 * @param output chooses the features from all that the model gives
	 */
	DjlNetwork(final String name, final Model model, final Input input, final int most,
		final boolean fixed, final Function<NDList, NDArray> output)
	{
		this.name = name;
		this.model = model;
		this.input = input;
		this.most = most;
		this.fixed = fixed;
		this.output = output;
	}

	@Override
	public float[] features(final ByteBuffer images, final int count) {
		final int bytes = 4 * input.length();
		float[] all = null;
		for (int from = 0; from < count; from += most) {
			final int some = Math.min(most, count - from);
			final ByteBuffer part = images.slice(from * bytes, some * bytes);
			// A run that must be full is filled with zeros
			final float[] features = some == most || !fixed ? run(part, some)
				: run(ByteBuffer.allocateDirect(most * bytes).put(part).rewind(), most);
			final int d = features.length / (fixed ? most : some);
			if (all == null) all = new float[count * d];
			System.arraycopy(features, 0, all, from * d, some * d);
		}
		return all;
	}

	private float[] run(final ByteBuffer images, final int count) {
		try (NDManager manager = model.getNDManager().newSubManager()) {
			final NDArray array = manager.create(images.order(ByteOrder.nativeOrder()), new Shape(input.shape(count)),
				DataType.FLOAT32);
			final NDList outputs = model.getBlock().forward(new ParameterStore(manager, false), new NDList(array), false);
			final NDArray features = output.apply(outputs);
			if (features.getDataType() != DataType.FLOAT32) throw new IllegalStateException("The model " + name + " gives " +
				features.getDataType() + " features; they must be float32.");
			return averaged(features.toFloatArray(), features.getShape().getShape(), count);
		}
		catch (final EngineException | UnsupportedOperationException | IllegalArgumentException e) {
			throw new IllegalStateException("The model " + name + " cannot be run on images of the size " + Arrays.toString(
				input.shape(count)) + " (" + Engines.oneLine(e.getCause() == null ? e : e.getCause()) +
				"); describe its input in a .json file beside it.", e);
		}
	}

	/** @return count x d */
	private float[] averaged(final float[] values, final long[] shape, final int count) {
		final boolean fits = (shape.length == 2 || shape.length > 3) && shape[0] == count;
		if (!fits) throw new IllegalStateException("The output of the model " + name + " has the size " + Arrays.toString(shape) + " for " + count +
			" images; features must be images x features, or images x channels x rows x columns.");
		int area = 1;
		for (int axis = 2; axis < shape.length; axis++) area *= (int) shape[axis];
		if (area == 1) return values;
		final float[] means = new float[values.length / area];
		for (int i = 0, k = 0; i < means.length; i++) {
			double sum = 0;
			for (int j = 0; j < area; j++) sum += values[k++];
			means[i] = (float) (sum / area);
		}
		return means;
	}

	@Override
	public void close() {
		model.close();
	}
}
