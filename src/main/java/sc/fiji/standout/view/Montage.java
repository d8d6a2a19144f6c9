package sc.fiji.standout.view;

import java.awt.image.BufferedImage;
import java.util.Arrays;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.study.Columns;
import sc.fiji.standout.study.Study;

/** Montages of outliers as pictures; needs no display. */
public final class Montage {

	private Montage() {}

	/**
	 * Draws the outliers of a study side by side, worst first, each with its number, label and score.
	 *
	 * @param columns tiles in a row, at least 1
	 * @param maxCount how many outliers at most, at least 1
	 * @return an opaque picture; where no item is an outlier it says so
	 * @throws IllegalArgumentException when columns or maxCount are out of range or make too large a picture
	 * @throws IllegalStateException when no outliers were looked for yet, or the image was closed or cannot be read
	 */
	public static BufferedImage render(final Study study, final int columns, final int maxCount) {
		TileSheet.check(columns, maxCount);
		if (study.column(Columns.OUTLIER) == null) throw new IllegalStateException(Shown.OUTLIERS.whyNone(study));
		final int[] outliers = Shown.OUTLIERS.items(study);
		final int[] worst = Arrays.copyOf(outliers, Math.min(maxCount, outliers.length));
		return new TileSheet(new ItemPictures(study.items()), Captions.of(study)).draw(study.items().description(),
			subtitle(study, worst.length, outliers.length), worst, columns, Progress.NONE);
	}

	private static String subtitle(final Study study, final int count, final int outliers) {
		if (outliers == 0) return Shown.OUTLIERS.whyNone(study);
		if (count < outliers) return "The " + count + " worst of " + Summary.count(outliers, "outlier") + " among " + study
			.size() + " items, worst first";
		return Summary.count(outliers, "outlier") + " among " + study.size() + " items, worst first";
	}
}
