package sc.fiji.standout.item;

import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.RealType;

/**
 * Some of the items, in the order given.
 *
 * @param all the items
 * @param chosen their indices, from 0
 */
public record SomeItems(Items all, int... chosen) implements Items {

	/** The items from {@code from} (inclusive) to {@code to} (exclusive). */
	public static SomeItems range(final Items all, final int from, final int to) {
		return new SomeItems(all, IntStream.range(from, to).toArray());
	}

	/** So many of the items, evenly spread. */
	public static SomeItems spread(final Items all, final int count) {
		return new SomeItems(all, IntStream.range(0, count).map(i -> (int) ((long) i * all.size() / count)).toArray());
	}

	@Override
	public int size() {
		return chosen.length;
	}

	@Override
	public String description() {
		return all.description();
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
	public String file(final int item) {
		return all.file(chosen[item]);
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
