package sc.fiji.standout.embedding.umap;

import java.util.function.DoubleUnaryOperator;

/**
 * A positive function of the squared distance, tabulated so that the optimisation needs no powers and no divisions: 64
 * knots for each power of two, linear in between, which is right to 1e-4 of the value.
 */
final class Force {

	/** Bits of a float that are not part of the knot's number. */
	private static final int SHIFT = 17;
	private static final int MASK = (1 << SHIFT) - 1;
	private static final float STEP = 1f / (1 << SHIFT);
	private static final float LOW = 0x1p-40f;
	private static final float HIGH = 0x1p40f;
	private static final int FIRST = Float.floatToRawIntBits(LOW) >>> SHIFT;

	private final float[] knots;

	private Force(final DoubleUnaryOperator function) {
		knots = new float[(Float.floatToRawIntBits(HIGH) >>> SHIFT) - FIRST + 2];
		for (int i = 0; i < knots.length; i++)
			knots[i] = (float) function.applyAsDouble(Float.intBitsToFloat((FIRST + i) << SHIFT));
	}

	/** How strongly two points that belong together attract each other, as a multiple of their difference. */
	static Force attraction(final Curve curve) {
		final double a = curve.a(), b = curve.b();
		return new Force(square -> 2 * a * b * Math.pow(square, b - 1) / (1 + a * Math.pow(square, b)));
	}

	/** How strongly two points that do not belong together push each other off. */
	static Force repulsion(final Curve curve) {
		final double a = curve.a(), b = curve.b();
		return new Force(square -> 2 * b / ((.001 + square) * (1 + a * Math.pow(square, b))));
	}

	/** The value at a squared distance; outside of 2^-40 to 2^40 that at the nearer end. */
	float at(final float square) {
		final int bits = Float.floatToRawIntBits(square < LOW ? LOW : square > HIGH ? HIGH : square);
		final int i = (bits >>> SHIFT) - FIRST;
		final float low = knots[i];
		return low + (bits & MASK) * STEP * (knots[i + 1] - low);
	}
}
