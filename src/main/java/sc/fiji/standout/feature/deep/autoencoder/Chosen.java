package sc.fiji.standout.feature.deep.autoencoder;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.RealType;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.Place;

/** Some of the items, evenly spread: {@code count} of those from {@code from} on, {@code span} in all. */
record Chosen(Items items, int from, int span, int count) implements Items {

	/** The items from {@code from} (inclusive) to {@code to} (exclusive). */
	static Chosen range(final Items items, final int from, final int to) {
		return new Chosen(items, from, to - from, to - from);
	}

	/** The item's index among all. */
	private int index(final int item) {
		return from + (int) ((long) item * span / count);
	}

	@Override
	public int size() {
		return count;
	}

	@Override
	public String description() {
		return items.description();
	}

	@Override
	public Place place(final int item) {
		return items.place(index(item));
	}

	@Override
	public String label(final int item) {
		return items.label(index(item));
	}

	@Override
	public RandomAccessibleInterval<? extends RealType<?>> pixels(final int item) {
		return items.pixels(index(item));
	}

	@Override
	public int[] dimensions(final int item) {
		return items.dimensions(index(item));
	}

	@Override
	public RandomAccessibleInterval<? extends BooleanType<?>> mask(final int item) {
		return items.mask(index(item));
	}
}
