package sc.fiji.standout.feature.texture;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;

import sc.fiji.standout.feature.ColumnScale;
import sc.fiji.standout.feature.Standardizer;
import sc.fiji.standout.matrix.Progress;

/**
 * Brings the blocks of a descriptor to a common scale: every column gets the mean 0; every block gets the same mean
 * squared length, times its weight, however many columns it has; far tails are compressed.
 */
final class BlockScaling {

	/** Where the tails begin, in standard deviations. */
	private static final double TAIL = 4;

	private BlockScaling() {}

	/**
	 * Scales {@code values} (n x d, row-major) in place. Columns of a block with {@link Block.Scaling#COLUMNS} first get
	 * the same spread each; with {@link Block.Scaling#BLOCK} they keep their spreads.
	 *
	 * @return how each column was scaled; those that do not vary are as they were
	 */
	static List<ColumnScale> scale(final float[] values, final int n, final Descriptor descriptor, final Progress progress) {
		final int d = descriptor.columns();
		final ColumnScale[] scales = new ColumnScale[d];
		Arrays.fill(scales, ColumnScale.SAME);
		for (final Descriptor.Part part : descriptor.parts()) {
			progress.check();
			final int width = part.to() - part.from();
			final double[] means = new double[width];
			final double[] deviations = new double[width];
			final boolean[] varies = new boolean[width];
			double total = 0;
			int varying = 0;
			for (int j = 0; j < width; j++) {
				final double[] column = new double[n];
				for (int i = 0; i < n; i++) column[i] = values[i * d + part.from() + j];
				means[j] = Standardizer.mean(column);
				deviations[j] = Standardizer.deviation(column, means[j]);
				total += deviations[j] * deviations[j];
				final DoubleSummaryStatistics range = Arrays.stream(column).summaryStatistics();
				varies[j] = !Standardizer.isConstant(range.getMin(), range.getMax());
				if (varies[j]) varying++;
			}
			if (varying == 0) continue;
			final double block = Math.sqrt(total / varying);
			final double weight = Math.sqrt(part.block().weight() / varying);
			for (int j = 0; j < width; j++) {
				final double spread = part.block().scaling() == Block.Scaling.BLOCK ? block : deviations[j];
				if (!varies[j]) continue;
				scales[part.from() + j] = new ColumnScale(means[j], spread, TAIL, weight, 0);
				for (int i = 0; i < n; i++) {
					final int k = i * d + part.from() + j;
					values[k] = (float) (weight * Standardizer.compress((values[k] - means[j]) / spread, TAIL));
				}
			}
		}
		return List.of(scales);
	}
}
