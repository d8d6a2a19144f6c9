package sc.fiji.standout.feature.texture;

import java.util.List;

import sc.fiji.standout.feature.Foreground;
import sc.fiji.standout.item.Plane;

/** Size of the item, and number, size, position and elongation of the objects in it. */
final class ShapeBlock implements Block {

	@Override
	public String name() {
		return "shape";
	}

	@Override
	public List<String> columns() {
		return List.of("width", "height", "area", "objects", "object_fraction", "largest_object", "object_border",
			"offset_x", "offset_y", "offset", "spread", "eccentricity", "separability", "polarity");
	}

	@Override
	public Scaling scaling() {
		return Scaling.COLUMNS;
	}

	@Override
	public double weight() {
		return 0.5;
	}

	@Override
	public void describe(final View view, final float[] target, final int at) {
		final Plane full = view.full();
		final Foreground found = Foreground.of(view.work());
		final double[] values = { Math.log(full.width()), Math.log(full.height()), Math.log(Math.max(1, full.area())), Math
			.log1p(found.objects()), found.fraction(), found.largest(), found.border(), found.offsetX(), found.offsetY(), Math
				.hypot(found.offsetX(), found.offsetY()), found.spread(), found.eccentricity(), found.separability(), found
					.bright() ? 1 : 0 };
		for (int i = 0; i < values.length; i++) target[at + i] = (float) values[i];
	}
}
