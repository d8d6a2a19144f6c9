package sc.fiji.standout.item;

/**
 * One channel of an item as a flat array.
 *
 * @param width pixels in a row
 * @param height rows
 * @param values row by row: {@code values[y * width + x]}
 * @param inside which pixels belong to the item, in the same order, or null where all do
 */
public record Plane(int width, int height, float[] values, boolean[] inside) {

	/** One channel (from 0) of an item. */
	public static Plane channel(final Pixels pixels, final int channel) {
		final int size = pixels.width() * pixels.height();
		final float[] values = new float[size];
		System.arraycopy(pixels.values(), channel * size, values, 0, size);
		return new Plane(pixels.width(), pixels.height(), values, pixels.inside());
	}

	/** The luminance of an RGB item (ITU-R BT.601: 0.299 R + 0.587 G + 0.114 B), else the mean of the channels. */
	public static Plane luminance(final Pixels pixels) {
		final int channels = pixels.channels();
		if (channels == 1) return channel(pixels, 0);
		final int size = pixels.width() * pixels.height();
		final float[] weights = new float[channels];
		java.util.Arrays.fill(weights, 1f / channels);
		if (channels == 3) System.arraycopy(new float[] { 0.299f, 0.587f, 0.114f }, 0, weights, 0, 3);
		final float[] values = new float[size];
		for (int c = 0; c < channels; c++) {
			for (int i = 0; i < size; i++) values[i] += weights[c] * pixels.values()[c * size + i];
		}
		return new Plane(pixels.width(), pixels.height(), values, pixels.inside());
	}

	public boolean isInside(final int i) {
		return inside == null || inside[i];
	}

	/** How many pixels belong to the item. */
	public int area() {
		if (inside == null) return values.length;
		int area = 0;
		for (final boolean in : inside) if (in) area++;
		return area;
	}

	/** The values of the pixels that belong to the item, in their order: a fresh array. */
	public float[] insideValues() {
		if (inside == null) return values.clone();
		final float[] kept = new float[area()];
		for (int i = 0, k = 0; i < values.length; i++) if (inside[i]) kept[k++] = values[i];
		return kept;
	}

	/** The same plane with the pixels outside set to the mean of those inside, so that the mask's edge draws no line. */
	public Plane fillOutside() {
		if (inside == null) return this;
		double sum = 0;
		for (int i = 0; i < values.length; i++) if (inside[i]) sum += values[i];
		final float mean = (float) (sum / Math.max(1, area()));
		final float[] filled = values.clone();
		for (int i = 0; i < filled.length; i++) if (!inside[i]) filled[i] = mean;
		return new Plane(width, height, filled, inside);
	}

	/**
	 * The middle of what {@link #resize} gives, without computing the rest: {@code width x height} of {@code scaledWidth x
	 * scaledHeight} pixels; where the rest is odd, one pixel more is cut off at the right or bottom. The mask is dropped.
	 */
	public Plane resizeAndCrop(final int scaledWidth, final int scaledHeight, final int newWidth, final int newHeight) {
		if (newWidth > scaledWidth || newHeight > scaledHeight) throw new IllegalArgumentException("Cannot cut " + newWidth +
			" x " + newHeight + " out of " + scaledWidth + " x " + scaledHeight + " pixels.");
		final Resampling across = Resampling.of(width, scaledWidth, (scaledWidth - newWidth) / 2, newWidth);
		final Resampling down = Resampling.of(height, scaledHeight, (scaledHeight - newHeight) / 2, newHeight);
		return new Plane(newWidth, newHeight, down.columns(across.rows(values, height), newWidth), null);
	}

	/**
	 * This plane in another size: along each axis by averaging over the area that a new pixel covers when it shrinks, and
	 * bilinearly when it grows. A new pixel is inside when at least half of what it covers is.
	 */
	public Plane resize(final int newWidth, final int newHeight) {
		if (newWidth == width && newHeight == height) return this;
		final Resampling across = Resampling.of(width, newWidth);
		final Resampling down = Resampling.of(height, newHeight);
		final float[] resized = down.columns(across.rows(values, height), newWidth);
		if (inside == null) return new Plane(newWidth, newHeight, resized, null);
		final float[] coverage = new float[inside.length];
		for (int i = 0; i < coverage.length; i++) coverage[i] = inside[i] ? 1 : 0;
		final float[] covered = down.columns(across.rows(coverage, height), newWidth);
		final boolean[] newInside = new boolean[covered.length];
		boolean any = false;
		for (int i = 0; i < covered.length; i++) any |= newInside[i] = covered[i] >= 0.4999f;
		return new Plane(newWidth, newHeight, resized, any ? newInside : null);
	}
}
