package sc.fiji.standout.imagej;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Paints one fluorescent cell: a flat cytoplasm with an uneven rim, grains and vesicles, and a bright nucleus with
 * chromatin and dark nucleoli. Lengths in pixels, brightness in camera counts.
 */
final class CellPainter {

	private static final int ANGLES = 256;
	private static final double[] COSINES = new double[ANGLES];

	static {
		for (int a = 0; a < ANGLES; a++) COSINES[a] = StrictMath.cos(2 * Math.PI * a / ANGLES);
	}

	private final SplittableRandom random;
	private final Canvas canvas;

	CellPainter(final SplittableRandom random, final Canvas canvas) {
		this.random = random;
		this.canvas = canvas;
	}

	/**
	 * Adds a cell.
	 *
	 * @param size 1 for a cell of the usual size, some 40 pixels across
	 */
	void cell(final double x, final double y, final double size) {
		final double direction = random.nextDouble(0, Math.PI);
		final double radius = size * random.nextDouble(18, 22);
		final double staining = random.nextDouble(0.85, 1.15);
		cytoplasm(x, y, radius, direction, staining * random.nextDouble(50, 66));
		final double off = 0.14 * radius;
		nucleus(x + random.nextDouble(-off, off), y + random.nextDouble(-off, off), size * random.nextDouble(8.5, 10.5),
			direction + random.nextDouble(-0.4, 0.4), staining * random.nextDouble(95, 120));
	}

	private void cytoplasm(final double cx, final double cy, final double radius, final double direction,
		final double brightness)
	{
		final double[] rim = rim(0.055);
		final double stretch = Math.sqrt(random.nextDouble(1, 1.35));
		final SmoothNoise grain = new SmoothNoise(random, 3.2);
		final SmoothNoise uneven = new SmoothNoise(random, 14);
		final double cos = StrictMath.cos(direction);
		final double sin = StrictMath.sin(direction);
		for (int y = 0; y < canvas.size; y++) {
			for (int x = 0; x < canvas.size; x++) {
				final double u = (cos * (x - cx) + sin * (y - cy)) / (radius * stretch);
				final double v = (cos * (y - cy) - sin * (x - cx)) / (radius / stretch);
				final double rho = distance(u, v, rim);
				if (rho >= 1) continue;
				final double thickness = Math.sqrt(1 - rho * rho);
				final double texture = 1 + 0.3 * grain.at(x, y) + 0.3 * uneven.at(x, y);
				canvas.light[y * canvas.size + x] += brightness * (0.25 + 0.75 * thickness) * texture;
			}
		}
		for (int k = random.nextInt(4, 11); k > 0; k--) {
			final double angle = random.nextDouble(0, 2 * Math.PI);
			final double far = radius * random.nextDouble(0.5, 0.8);
			canvas.spot(cx + far * StrictMath.cos(angle), cy + far * StrictMath.sin(angle), random.nextDouble(0.6, 1), 0.7 *
				brightness);
		}
	}

	private void nucleus(final double cx, final double cy, final double radius, final double direction,
		final double brightness)
	{
		final double[] rim = rim(0.03);
		final double stretch = Math.sqrt(random.nextDouble(1.05, 1.5));
		final SmoothNoise chromatin = new SmoothNoise(random, 3);
		final double cos = StrictMath.cos(direction);
		final double sin = StrictMath.sin(direction);
		for (int y = 0; y < canvas.size; y++) {
			for (int x = 0; x < canvas.size; x++) {
				final double u = (cos * (x - cx) + sin * (y - cy)) / (radius * stretch);
				final double v = (cos * (y - cy) - sin * (x - cx)) / (radius / stretch);
				final double rho = distance(u, v, rim);
				if (rho >= 1) continue;
				canvas.light[y * canvas.size + x] += brightness * (0.7 + 0.3 * (1 - rho * rho)) * (1 + 0.45 * chromatin.at(x,
					y));
			}
		}
		for (int k = random.nextInt(1, 4); k > 0; k--) {
			final double angle = random.nextDouble(0, 2 * Math.PI);
			final double far = radius * random.nextDouble(0.1, 0.5);
			canvas.spot(cx + far * StrictMath.cos(angle), cy + far * StrictMath.sin(angle), random.nextDouble(1.1, 1.7),
				-0.6 * brightness);
		}
	}

	/** Small bright scraps with sharp edges, and sometimes a fibre. */
	void debris() {
		for (int k = random.nextInt(3, 9); k > 0; k--) {
			scrap(random.nextDouble(8, canvas.size - 8.0), random.nextDouble(8, canvas.size - 8.0), random.nextDouble(1.5,
				6));
		}
		if (random.nextBoolean()) fibre();
	}

	private void scrap(final double cx, final double cy, final double radius) {
		final double[] rim = rim(0.16);
		final double brightness = random.nextDouble(60, 190);
		final int reach = (int) Math.ceil(2 * radius);
		for (int y = Math.max(0, (int) cy - reach); y < Math.min(canvas.size, (int) cy + reach); y++) {
			for (int x = Math.max(0, (int) cx - reach); x < Math.min(canvas.size, (int) cx + reach); x++) {
				if (distance((x - cx) / radius, (y - cy) / radius, rim) < 1) canvas.light[y * canvas.size + x] += brightness;
			}
		}
	}

	private void fibre() {
		final double brightness = random.nextDouble(40, 90);
		double x = random.nextDouble(10, canvas.size - 10.0);
		double y = random.nextDouble(10, canvas.size - 10.0);
		double direction = random.nextDouble(0, 2 * Math.PI);
		for (int k = random.nextInt(25, 60); k > 0; k--) {
			canvas.spot(x, y, 0.7, brightness);
			direction += random.nextDouble(-0.25, 0.25);
			x += StrictMath.cos(direction);
			y += StrictMath.sin(direction);
		}
	}

	/** Even light of the medium, with a slope across the image. */
	void background(final double brightness, final double slope) {
		final double direction = random.nextDouble(0, 2 * Math.PI);
		final double dx = slope * StrictMath.cos(direction) / canvas.size;
		final double dy = slope * StrictMath.sin(direction) / canvas.size;
		final double middle = canvas.size / 2.0;
		for (int y = 0; y < canvas.size; y++) {
			for (int x = 0; x < canvas.size; x++) {
				canvas.light[y * canvas.size + x] += Math.max(0, brightness + dx * (x - middle) + dy * (y - middle));
			}
		}
	}

	/** Distance from the centre as a part of the rim in that direction: below 1 inside. */
	private static double distance(final double u, final double v, final double[] rim) {
		final double square = u * u + v * v;
		if (square >= rim[ANGLES]) return 2;
		final double turn = StrictMath.atan2(v, u) / (2 * Math.PI) + 1;
		return Math.sqrt(square) / rim[(int) (turn * ANGLES) % ANGLES];
	}

	/** A circle with a few random waves on its rim: the radius in each direction, then the square of the largest. */
	private double[] rim(final double wave) {
		final double[] rim = new double[ANGLES + 1];
		Arrays.fill(rim, 0, ANGLES, 1);
		for (int k = 2; k <= 6; k++) {
			final double amplitude = wave * random.nextDouble(-1, 1) * 2 / Math.sqrt(k);
			final int phase = random.nextInt(ANGLES);
			for (int a = 0; a < ANGLES; a++) rim[a] += amplitude * COSINES[(k * a + phase) % ANGLES];
		}
		for (int a = 0; a < ANGLES; a++) rim[ANGLES] = Math.max(rim[ANGLES], rim[a] * rim[a]);
		return rim;
	}
}
