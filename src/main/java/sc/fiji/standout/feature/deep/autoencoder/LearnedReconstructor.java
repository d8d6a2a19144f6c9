package sc.fiji.standout.feature.deep.autoencoder;

import java.lang.ref.Cleaner;

import ai.djl.engine.Engine;
import sc.fiji.standout.feature.Reconstructor;
import sc.fiji.standout.feature.deep.Engines;
import sc.fiji.standout.item.Pixels;

/**
 * Gives items back as an autoencoder has learned them. The network is made when it is first needed, and its native memory
 * is freed when nobody can ask any more.
 */
final class LearnedReconstructor implements Reconstructor {

	private static final Cleaner CLEANER = Cleaner.create();

	private final Autoencoder autoencoder;
	private Network network;

	LearnedReconstructor(final Autoencoder autoencoder) {
		this.autoencoder = autoencoder;
	}

	/** Throws {@link IllegalArgumentException} where the item has another number of channels. */
	@Override
	public synchronized Reconstruction reconstruct(final Pixels item) {
		final View view = autoencoder.view();
		if (item.channels() != view.channels()) throw new IllegalArgumentException("The item has " + item.channels() +
			" channels, but the autoencoder has learned from items of " + view.channels() + ".");
		final float[] values = new float[view.size()];
		final boolean[] inside = view.resize(item.finite(), values, 0);
		view.scale(values, 0, values.length);
		final Engine engine = Engines.pytorch();
		try (SingleThread thread = new SingleThread(engine)) {
			if (network == null) {
				final Network made = new Network(autoencoder.layout(), autoencoder.parameters());
				network = made;
				// Not a method reference of this object, which would keep it from being freed
				CLEANER.register(this, made::close);
			}
			return new Reconstruction(pixels(values, inside), pixels(network.apply(values).images(), inside));
		}
	}

	private Pixels pixels(final float[] values, final boolean[] inside) {
		final float[] shown = new float[values.length];
		for (int i = 0; i < shown.length; i++) shown[i] = 255 * values[i];
		final View view = autoencoder.view();
		return new Pixels(view.width(), view.height(), view.channels(), shown, inside, 255);
	}
}
