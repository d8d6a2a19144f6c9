package sc.fiji.standout.feature;

import sc.fiji.standout.item.Pixels;

/** Gives items back as a model has learned them, such as an autoencoder. May be called from several threads. */
public interface Reconstructor {

	/**
	 * @param original the item as the model sees it, values 0 to 255
	 * @param reconstructed what the model makes of it: the same size, channels and range
	 */
	record Reconstruction(Pixels original, Pixels reconstructed) {}

	Reconstruction reconstruct(Pixels item);
}
