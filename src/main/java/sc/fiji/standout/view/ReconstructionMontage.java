package sc.fiji.standout.view;

import java.awt.image.BufferedImage;
import java.util.Arrays;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.study.Reconstructions;
import sc.fiji.standout.study.Study;

/** Originals and reconstructions as pictures; needs no display. */
public final class ReconstructionMontage {

	private ReconstructionMontage() {}

	/**
	 * Draws items as the model of their features sees them, as it gives them back, and the difference, side by side, each
	 * with its number, label and error.
	 *
	 * @param columns items in a row, at least 1
	 * @param maxCount how many items at most, at least 1
	 * @return an opaque picture
	 * @throws IllegalArgumentException when columns or maxCount are out of range or make too large a picture
	 * @throws IllegalStateException when the features give no items back, or the image was closed or cannot be read
	 */
	public static BufferedImage render(final Study study, final ReconstructionOrder order, final int columns,
		final int maxCount, final Progress progress)
	{
		TileSheet.check(columns, maxCount);
		final Reconstructions reconstructions = Reconstructions.of(study);
		final int[] items = order.of(Shown.ALL.inOrder(study), reconstructions);
		final int[] shown = Arrays.copyOf(items, Math.min(maxCount, items.length));
		return new TileSheet(new ReconstructionPictures(reconstructions), captions(study, reconstructions)).draw(study.items()
			.description(), subtitle(order, shown.length, items.length), shown, columns, progress);
	}

	static Captions captions(final Study study, final Reconstructions reconstructions) {
		return Captions.of(study).ofReconstructions(reconstructions.errors(), reconstructions.scores());
	}

	private static String subtitle(final ReconstructionOrder order, final int count, final int all) {
		return "Reconstructions of " + (count < all ? count + " of " + all : all) + " items, " + order.said();
	}
}
