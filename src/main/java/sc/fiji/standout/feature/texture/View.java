package sc.fiji.standout.feature.texture;

import java.util.List;

import sc.fiji.standout.item.Plane;

/**
 * One channel of an item as the blocks see it: 0 is the dark end of the stack's range and 1 the bright one; what lies
 * outside is compressed by a logarithm, so that a single hot pixel does not drown the rest.
 *
 * @param full in its own size, pixels outside the mask filled with the mean inside
 * @param work reduced to the working size of the stack, which is {@code full} for small images
 * @param colors red, green and blue in working size, or empty for grey
 */
record View(Plane full, Plane work, List<Plane> colors) {

	static View of(final Plane full, final double scale, final List<Plane> colors) {
		return new View(full, reduce(full, scale), colors);
	}

	/**
	 * @param plane all values finite
	 * @param low dark end of the stack's range
	 * @param high bright end
	 */
	static Plane relative(final Plane plane, final double low, final double high) {
		final float[] values = new float[plane.values().length];
		final double factor = 1 / (high - low);
		for (int i = 0; i < values.length; i++) values[i] = (float) compress((plane.values()[i] - low) * factor);
		return new Plane(plane.width(), plane.height(), values, plane.inside()).fillOutside();
	}

	/** @param scale working pixels for each pixel of the plane, at most 1 */
	static Plane reduce(final Plane plane, final double scale) {
		return plane.resize(working(plane.width(), scale), working(plane.height(), scale));
	}

	/** Continuous with slope 1 at 0 and 1. */
	private static double compress(final double value) {
		if (value > 1) return 1 + Math.log(value);
		return value < 0 ? -Math.log1p(-value) : value;
	}

	/** At least 8, so that every block has something to see, and at most 4 times the working size of the stack. */
	private static int working(final int size, final double scale) {
		return Math.max(8, Math.min(4 * Descriptor.WORKING_SIZE, (int) Math.round(size * scale)));
	}
}
