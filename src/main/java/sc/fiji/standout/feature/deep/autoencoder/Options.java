package sc.fiji.standout.feature.deep.autoencoder;

import sc.fiji.standout.matrix.Settings;

/**
 * What the user can choose.
 *
 * @param code numbers in the code
 * @param size longer side in pixels that items are resized to, 0 = automatic
 * @param epochs at most
 * @param batch images learned from at once, 0 = automatic
 * @param model file of a trained autoencoder, "" = learn from the items
 * @param save file to write the trained autoencoder to, "" = none
 */
record Options(int code, int size, int epochs, int batch, int seed, String model, String save) {

	/** @throws IllegalArgumentException in one sentence, when a value cannot be used */
	static Options of(final Settings settings) {
		final int size = settings.integer("size", 0, 0, 256);
		if (size > 0 && size < 4) throw new IllegalArgumentException("size=" + size +
			" must be 0 (automatic) or from 4 to 256 pixels.");
		final int batch = settings.integer("batch", 0, 0, 256);
		if (batch == 1) throw new IllegalArgumentException("batch=1 must be 0 (automatic) or from 2 to 256 images.");
		final Options options = new Options(settings.integer("code", 256, 1, 1024), size, settings.integer("epochs", 20, 1,
			10_000), batch, settings.seed(), settings.text("model", "").trim(), settings.text(
				"save", "").trim());
		if (!options.model.isEmpty() && !options.save.isEmpty()) throw new IllegalArgumentException("save=" + options.save +
			" has nothing to write, since model=" + options.model + " is used as it is; give only one of them.");
		return options;
	}
}
