package sc.fiji.standout.embedding.umap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Against umap-learn 0.5.3, {@code find_ab_params}. */
class CurveTest {

	@Test
	void fitsLikeUmapLearn() {
		check(0.1, 1, 1.5769434604035877, 0.8950608780665811);
		check(0, 1, 1.9328083978536088, 0.7904949734413567);
		check(0.5, 1, 0.5830300205483709, 1.334166992455648);
		check(0.99, 1, 0.11930529967121939, 1.9163904180016966);
		check(0.25, 1.5, 0.6218944603504939, 0.9668233415038769);
	}

	private static void check(final double distance, final double spread, final double a, final double b) {
		final Curve curve = Curve.fit(distance, spread);
		assertEquals(a, curve.a(), 1e-5 * a);
		assertEquals(b, curve.b(), 1e-5 * b);
	}

	@Test
	void saysWhichDistanceWouldBeRight() {
		assertEquals("distance=1.5 must be from 0 to 1.0.", assertThrows(IllegalArgumentException.class, () -> Curve.fit(1.5,
			1)).getMessage());
		assertThrows(IllegalArgumentException.class, () -> Curve.fit(Double.NaN, 1));
	}

	/** The table of the forces against their formulas. */
	@Test
	void forcesAreTabulatedClosely() {
		final Curve curve = new Curve(1.57694346, .89506088);
		final Force pull = Force.attraction(curve), push = Force.repulsion(curve);
		for (double square = 1e-11; square < 1e11; square *= 1.0137) {
			final double power = Math.pow((float) square, curve.b());
			final double attraction = 2 * curve.a() * curve.b() * power / (float) square / (1 + curve.a() * power);
			final double repulsion = 2 * curve.b() / ((.001 + (float) square) * (1 + curve.a() * power));
			assertEquals(1, pull.at((float) square) / attraction, 1e-4);
			assertEquals(1, push.at((float) square) / repulsion, 2e-4);
		}
		for (final float square : new float[] { 0, 1e-30f, 1e30f, Float.POSITIVE_INFINITY }) {
			assertTrue(Float.isFinite(pull.at(square)));
			assertTrue(Float.isFinite(push.at(square)));
		}
	}
}
