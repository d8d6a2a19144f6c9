package sc.fiji.standout.study;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;

import java.util.List;

import sc.fiji.standout.cluster.Clustering;
import sc.fiji.standout.feature.Features;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.Place;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.outlier.Outliers;

/** Small studies for tests. */
final class StudyFixtures {

	private StudyFixtures() {}

	/** Slices of 2 x 2 pixels with the given labels. */
	static Items slices(final String... labels) {
		return items(labels, null);
	}

	/** Slices of 2 x 2 pixels that come from the given files. */
	static Items files(final String... files) {
		return items(new String[files.length], files);
	}

	private static Items items(final String[] labels, final String[] files) {
		return new Items() {

			@Override
			public int size() {
				return labels.length;
			}

			@Override
			public String description() {
				return labels.length + " slices of test.tif";
			}

			@Override
			public Place place(final int item) {
				return new Place(item + 1, "");
			}

			@Override
			public String label(final int item) {
				return labels[item];
			}

			@Override
			public String file(final int item) {
				return files == null ? "" : files[item];
			}

			@Override
			public RandomAccessibleInterval<? extends RealType<?>> pixels(final int item) {
				return ArrayImgs.unsignedBytes(new byte[4], 2, 2, 1);
			}
		};
	}

	/** Three items with every result there is. */
	static Study finished() {
		final Study study = new Study(slices("a", "b, \"quoted\"", "c\td"));
		study.setFeatures(new Features("Test", List.of("f"), Matrix.of(new double[] { 1, 2, 3 }, 3, 1), List.of("mean"),
			Matrix.of(new double[] { 0.1, 1.0 / 3, 1e-300 }, 3, 1), List.of()));
		study.setEmbedding(Matrix.of(new double[] { 0.1, -0.0, Math.PI, 2, 1e22, Double.MIN_VALUE }, 3, 2));
		study.setClustering(new Clustering(new int[] { 0, -1, 1 }, new double[] { 1, 0, 0.7 }, null));
		study.setOutliers(new Outliers(new double[] { 0, 1.25, 0.3 }, new boolean[] { false, true, false }));
		return study;
	}
}
