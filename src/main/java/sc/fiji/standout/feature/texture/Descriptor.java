package sc.fiji.standout.feature.texture;

import java.util.ArrayList;
import java.util.List;

import sc.fiji.standout.feature.Survey;
import sc.fiji.standout.item.Pixels;
import sc.fiji.standout.item.Plane;

/**
 * The raw texture descriptor of one item, the same columns for all items of a stack. A grey item and an RGB one (by its
 * luminance) are described once; of other channels each is described by itself.
 */
public final class Descriptor {

	/** The longer side of the typical item is reduced to this many pixels, if it is longer. */
	static final int WORKING_SIZE = 64;

	/** Where the columns of one block of one channel lie in a row. */
	record Part(Block block, String prefix, int from, int to) {}

	private final Survey survey;
	private final double scale;
	private final List<Part> parts = new ArrayList<>();
	private final int planes;
	private int columns;

	/** @param survey of the stack: its range and the size of the typical item */
	public Descriptor(final Survey survey) {
		this.survey = survey;
		scale = Math.min(1, (double) WORKING_SIZE / Math.max(survey.width(), survey.height()));
		final int full = Math.min(survey.width(), survey.height());
		final int side = Math.max(8, (int) Math.round(full * scale));
		planes = survey.rgb() ? 1 : survey.channels();
		for (int c = 0; c < planes; c++) {
			final String prefix = planes == 1 ? "" : "channel" + (c + 1) + "_";
			for (final Block block : List.of(new IntensityBlock(), new LayoutBlock(), new GradientBlock(), new RingBlock(),
				new BinaryPatternBlock(side), new CooccurrenceBlock(side), new SpectrumBlock(side), new DetailBlock(full),
				new ShapeBlock())) add(block, prefix);
		}
		if (survey.rgb()) add(new ColorBlock(), "");
	}

	private void add(final Block block, final String prefix) {
		final int count = block.columns().size();
		parts.add(new Part(block, prefix, columns, columns + count));
		columns += count;
	}

	/** How many values describe one item. */
	public int columns() {
		return columns;
	}

	/** The names of the columns, such as {@code glcm_distance1_contrast}. */
	public List<String> names() {
		final List<String> names = new ArrayList<>();
		for (final Part part : parts) {
			for (final String column : part.block.columns()) names.add(part.prefix + part.block.name() + "_" + column);
		}
		return names;
	}

	List<Part> parts() {
		return parts;
	}

	/**
	 * Describes one item.
	 *
	 * @param pixels all finite
	 * @param target gets {@link #columns()} values from index {@code at} on
	 */
	public void describe(final Pixels pixels, final float[] target, final int at) {
		for (int c = 0; c < planes; c++) {
			final View view = view(pixels, c);
			final int first = c * (parts.size() / planes);
			final int last = planes == 1 ? parts.size() : first + parts.size() / planes;
			for (final Part part : parts.subList(first, last)) part.block.describe(view, target, at + part.from);
		}
	}

	private View view(final Pixels pixels, final int channel) {
		if (!survey.rgb()) return View.of(relative(Plane.channel(pixels, channel), channel), scale, List.of());
		final List<Plane> colors = new ArrayList<>();
		for (int c = 0; c < 3; c++) colors.add(View.reduce(relative(Plane.channel(pixels, c), c), scale));
		return View.of(relative(Plane.luminance(pixels), 0), scale, colors);
	}

	private Plane relative(final Plane plane, final int channel) {
		return View.relative(plane, survey.low()[channel], survey.high()[channel]);
	}
}
