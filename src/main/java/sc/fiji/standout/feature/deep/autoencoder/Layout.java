package sc.fiji.standout.feature.deep.autoencoder;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import ai.djl.ndarray.types.Shape;

/**
 * The shape of the network: what it takes, how small it makes it, and the parameters that this needs.
 * <p>
 * Two convolutions (3 x 3, stride 2) with 32 and 64 filters, each with a leaky ReLU (0.2) and batch normalisation, and a
 * dense layer make the code. A dense layer and two sub-pixel convolutions (2 x 2, then depth to space: a transposed
 * convolution of 4 x 4 with stride 2) with the same, and a convolution (3 x 3) with a sigmoid, make the image again.
 * </p>
 *
 * @param width of the images in pixels, a multiple of 4
 * @param height of the images in pixels, a multiple of 4
 * @param channels of the images
 * @param code numbers in the code
 */
record Layout(int width, int height, int channels, int code) {

	static final int FIRST = 32;
	static final int SECOND = 64;

	/** How many parameters belong to a layer with batch normalisation. */
	static final int NORMALIZED = 6;

	/** What a parameter is for: learned weights and biases, or the means and variances that normalisation keeps. */
	enum Kind {
		WEIGHT, BIAS, SCALE, SHIFT, MEAN, VARIANCE;

		boolean isLearned() {
			return this != MEAN && this != VARIANCE;
		}
	}

	/** One parameter array; {@code inputs} is how many values one of its outputs adds up. */
	record Parameter(Kind kind, Shape shape, int inputs) {

		int size() {
			return (int) shape.size();
		}
	}

	/** How many values one image has. */
	int pixels() {
		return width * height * channels;
	}

	/** Width times height behind both strides. */
	int cells() {
		return width / 4 * (height / 4);
	}

	/** All parameters, in the order of the network. */
	List<Parameter> parameters() {
		final List<Parameter> all = new ArrayList<>();
		normalized(all, new Shape(FIRST, channels, 3, 3), 9 * channels, FIRST);
		normalized(all, new Shape(SECOND, FIRST, 3, 3), 9 * FIRST, SECOND);
		plain(all, new Shape(code, (long) SECOND * cells()), SECOND * cells(), code);
		plain(all, new Shape((long) SECOND * cells(), code), code, SECOND * cells());
		normalized(all, new Shape(4L * SECOND, SECOND, 2, 2), 4 * SECOND, SECOND);
		normalized(all, new Shape(4L * FIRST, SECOND, 2, 2), 4 * SECOND, FIRST);
		plain(all, new Shape(channels, FIRST, 3, 3), 9 * FIRST, channels);
		return all;
	}

	private static void normalized(final List<Parameter> all, final Shape weight, final int inputs, final int filters) {
		plain(all, weight, inputs, (int) weight.get(0));
		for (final Kind kind : new Kind[] { Kind.SCALE, Kind.SHIFT, Kind.MEAN, Kind.VARIANCE }) {
			all.add(new Parameter(kind, new Shape(filters), inputs));
		}
	}

	private static void plain(final List<Parameter> all, final Shape weight, final int inputs, final int outputs) {
		all.add(new Parameter(Kind.WEIGHT, weight, inputs));
		all.add(new Parameter(Kind.BIAS, new Shape(outputs), inputs));
	}

	/**
	 * Values to begin learning with: weights and biases uniform up to one over the root of the inputs, as in PyTorch. The
	 * same seed gives the same values, whatever the engine and its threads.
	 */
	float[][] initial(final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final List<Parameter> all = parameters();
		final float[][] values = new float[all.size()][];
		for (int p = 0; p < values.length; p++) {
			final Parameter parameter = all.get(p);
			final double bound = 1 / Math.sqrt(parameter.inputs());
			values[p] = new float[parameter.size()];
			for (int i = 0; i < values[p].length; i++) {
				values[p][i] = switch (parameter.kind()) {
					case WEIGHT, BIAS -> (float) (bound * (2 * random.nextDouble() - 1));
					case SCALE, VARIANCE -> 1;
					case SHIFT, MEAN -> 0;
				};
			}
		}
		return values;
	}
}
