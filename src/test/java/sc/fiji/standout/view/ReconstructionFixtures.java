package sc.fiji.standout.view;

import java.util.List;

import sc.fiji.standout.feature.Features;
import sc.fiji.standout.feature.Reconstructor;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.Pixels;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.study.Columns;
import sc.fiji.standout.study.Study;

/** Studies whose features give the items back with every value made smaller by 40. */
final class ReconstructionFixtures {

	static final int LOSS = 40;
	static final Reconstructor DARKER = item -> {
		final float[] values = item.values().clone();
		for (int i = 0; i < values.length; i++) values[i] = Math.max(0, values[i] - LOSS);
		return new Reconstructor.Reconstruction(item, new Pixels(item.width(), item.height(), item.channels(), values, item
			.inside(), item.maximum()));
	};

	private ReconstructionFixtures() {}

	/** @param errors one for each item */
	static Study study(final Items items, final double... errors) {
		final Study study = new Study(items);
		study.setFeatures(features(errors, DARKER));
		return study;
	}

	static Features features(final double[] errors, final Reconstructor model) {
		final double[] code = new double[errors.length];
		for (int i = 0; i < code.length; i++) code[i] = i;
		return new Features("Autoencoder", List.of("code_1"), Matrix.of(code, code.length, 1), List.of(
			Columns.RECONSTRUCTION_ERROR), Matrix.of(errors, errors.length, 1), List.of(), model);
	}
}
