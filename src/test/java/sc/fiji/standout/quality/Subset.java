package sc.fiji.standout.quality;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.RealType;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.Place;

/** Some of the items, in the order given. */
record Subset(Items all, int[] chosen) implements Items {

	@Override
	public int size() {
		return chosen.length;
	}

	@Override
	public String description() {
		return chosen.length + " of " + all.description();
	}

	@Override
	public Place place(final int item) {
		return all.place(chosen[item]);
	}

	@Override
	public String label(final int item) {
		return all.label(chosen[item]);
	}

	@Override
	public RandomAccessibleInterval<? extends RealType<?>> pixels(final int item) {
		return all.pixels(chosen[item]);
	}

	@Override
	public int[] dimensions(final int item) {
		return all.dimensions(chosen[item]);
	}

	@Override
	public RandomAccessibleInterval<? extends BooleanType<?>> mask(final int item) {
		return all.mask(chosen[item]);
	}
}
