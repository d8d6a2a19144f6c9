package sc.fiji.standout.feature.texture;

import java.util.ArrayList;
import java.util.List;

import sc.fiji.standout.item.Plane;

/** Where it is bright and dark: the mean intensity on a coarse grid over the image. */
final class LayoutBlock implements Block {

	private static final int GRID = 6;

	@Override
	public String name() {
		return "layout";
	}

	@Override
	public List<String> columns() {
		final List<String> names = new ArrayList<>();
		for (int y = 0; y < GRID; y++) for (int x = 0; x < GRID; x++) names.add("x" + x + "_y" + y);
		return names;
	}

	@Override
	public Scaling scaling() {
		return Scaling.BLOCK;
	}

	@Override
	public double weight() {
		return 1;
	}

	@Override
	public void describe(final View view, final float[] target, final int at) {
		final Plane grid = view.work().resize(GRID, GRID);
		System.arraycopy(grid.values(), 0, target, at, GRID * GRID);
	}
}
