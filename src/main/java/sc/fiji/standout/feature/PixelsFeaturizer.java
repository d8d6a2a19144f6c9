package sc.fiji.standout.feature;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.scijava.plugin.Plugin;

import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.Pixels;
import sc.fiji.standout.item.Plane;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/**
 * The pixels themselves, channel after channel and row by row, named by their position such as {@code x3_y5} or
 * {@code x3_y5_red}.
 * <p>
 * Items of one size of at most 128 x 128 pixels stay as they are. Others are resized, by area averaging or bilinearly, to
 * the shape of the typical item (median width and height) with a longer side of 64 pixels, and the notes say so. Values
 * are divided by the range of the whole stack, so that all columns share one scale; they are not standardised one by one,
 * since a pixel that hardly varies should hardly count. Pixels outside a mask are 0 on that scale (the smallest value of
 * the stack); NaN and infinite ones are replaced by the median of the item's finite ones, and noted.
 * </p>
 * Setting {@code size}: longer side in pixels that all items are resized to, 4 to 1024, or 0 (default) for the above.
 */
@Plugin(type = Featurizer.class, name = "Pixels", priority = 90)
public final class PixelsFeaturizer implements Featurizer {

	private static final int LARGEST_KEPT = 128;
	private static final int REDUCED = 64;
	/** A quarter of a gigabyte of floats. */
	private static final long MOST_VALUES = 1L << 26;

	@Override
	public Features features(final Items items, final Settings settings, final Progress progress) {
		final int size = settings.integer("size", 0, 0, 1024);
		if (size > 0 && size < 4) throw new IllegalArgumentException("size=" + size +
			" must be 0 (as they are) or from 4 to 1024 pixels.");
		progress.message("Pixels features");
		final Survey survey = Survey.of(items, progress.part(0, 0.1));
		final int[] shape = shape(survey, size);
		final int width = shape[0];
		final int height = shape[1];
		final int n = survey.count();
		final int plane = width * height;
		final int d = plane * survey.channels();
		final float[] values = survey.rows(d);
		final boolean[] masked = new boolean[n];
		final int[] broken = ItemReader.forEach(items, progress.part(0.1, 0.9), (i, pixels) -> {
			final Pixels finite = pixels.finite();
			masked[i] = finite.inside() != null;
			for (int c = 0; c < survey.channels(); c++) {
				final Plane resized = Plane.channel(finite, c).fillOutside().resize(width, height);
				for (int k = 0; k < plane; k++) {
					values[i * d + c * plane + k] = resized.isInside(k) ? resized.values()[k] : Float.NaN;
				}
			}
		});
		final ColumnScale scale = scale(values, progress);
		final Standardizer kept = Standardizer.drop(names(survey, width, height), Matrix.of(values, n, d), progress);
		final List<Note> notes = new ArrayList<>();
		if (!survey.sameSize() || width != survey.width() || height != survey.height()) notes.add(Note.info(
			"The items were resized to " + width + " x " + height + " pixels" + (survey.sameSize() ? " from " + survey
				.width() + " x " + survey.height() + "." : ", since they differ in size.")));
		for (final boolean mask : masked) {
			if (!mask) continue;
			notes.add(Note.info("Pixels outside the outlines were set to the smallest value of the stack."));
			break;
		}
		notes.addAll(kept.notes());
		ItemReader.note(broken, "they were replaced by the median of the item's finite pixels", notes);
		progress.report(1);
		return new Features("Pixels", kept.names(), kept.matrix(), notes).with(kept.scaling().after("Pixels", Collections
			.nCopies(d, scale)));
	}

	/** The common width and height. */
	private static int[] shape(final Survey survey, final int size) {
		final int longer = Math.max(survey.width(), survey.height());
		int side = size > 0 ? size : survey.sameSize() && longer <= LARGEST_KEPT ? longer : Math.min(longer, REDUCED);
		while (true) {
			final int width = Math.max(1, (int) Math.round((double) survey.width() * side / longer));
			final int height = Math.max(1, (int) Math.round((double) survey.height() * side / longer));
			final long count = (long) survey.count() * survey.channels() * width * height;
			if (count <= MOST_VALUES || size == 0 && side <= 4 && count < Integer.MAX_VALUE) return new int[] { width,
				height };
			if (size > 0 || side <= 4) throw new IllegalArgumentException("size=" + side + " makes " + count +
				" values for " + survey.count() + " items; choose a smaller size, so that there are at most " + MOST_VALUES +
				".");
			side = Math.max(4, side * 3 / 4);
		}
	}

	/** Brings the values inside to 0...1 over the whole stack, and those outside (NaN so far) to 0. */
	private static ColumnScale scale(final float[] values, final Progress progress) {
		float min = Float.POSITIVE_INFINITY;
		float max = Float.NEGATIVE_INFINITY;
		for (final float v : values) {
			if (v < min) min = v;
			if (v > max) max = v;
		}
		progress.check();
		final double range = max > min ? (double) max - min : 1;
		for (int i = 0; i < values.length; i++) {
			values[i] = Float.isNaN(values[i]) ? 0 : (float) (((double) values[i] - min) / range);
		}
		return ColumnScale.of(min, range);
	}

	private static List<String> names(final Survey survey, final int width, final int height) {
		final List<String> names = new ArrayList<>();
		final List<String> colors = List.of("_red", "_green", "_blue");
		for (int c = 0; c < survey.channels(); c++) {
			final String channel = survey.rgb() ? colors.get(c) : survey.channels() > 1 ? "_channel" + (c + 1) : "";
			for (int y = 0; y < height; y++) for (int x = 0; x < width; x++) names.add("x" + x + "_y" + y + channel);
		}
		return names;
	}
}
