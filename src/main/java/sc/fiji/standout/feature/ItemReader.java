package sc.fiji.standout.feature;

import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.Pixels;
import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;

/** Reads items one after the other, each once, on all threads, and keeps nothing but the count of broken pixels. */
public final class ItemReader {

	/** Does something with one item; may write only what belongs to it. */
	public interface Visitor {

		/** @param pixels as read, NaN and infinities included; a mask without any pixel counts as no mask */
		void visit(int item, Pixels pixels);
	}

	private ItemReader() {}

	/**
	 * Shows every item to the visitor.
	 *
	 * @return for each item how many of its values are NaN or infinite
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	public static int[] forEach(final Items items, final Progress progress, final Visitor visitor) {
		final int n = items.size();
		final int[] broken = new int[n];
		Parallel.chunks(n, Survey.chunkSize(n), progress, (chunk, from, to) -> {
			for (int i = from; i < to; i++) {
				progress.check();
				final Pixels pixels = read(items, i);
				broken[i] = pixels.nonFinite();
				visitor.visit(i, pixels);
			}
		});
		return broken;
	}

	/**
	 * The items that have a finite pixel. Only those of floating point are read for it.
	 *
	 * @return indices from 0, ascending
	 */
	public static int[] readable(final Items items, final Progress progress) {
		final int n = items.size();
		// all items of an image have one type
		if (n == 0 || items.pixels(0).getType() instanceof IntegerType) return IntStream.range(0, n).toArray();
		final boolean[] readable = new boolean[n];
		Parallel.chunks(n, Survey.chunkSize(n), progress, (chunk, from, to) -> {
			for (int i = from; i < to; i++) {
				progress.check();
				for (final RealType<?> pixel : Views.iterable(items.pixels(i))) {
					if (!Float.isFinite(pixel.getRealFloat())) continue;
					readable[i] = true;
					break;
				}
			}
		});
		return IntStream.range(0, n).filter(i -> readable[i]).toArray();
	}

	/** Reads one item as {@link #forEach} shows it. */
	public static Pixels read(final Items items, final int item) {
		final Pixels pixels = Pixels.read(items, item);
		if (pixels.inside() == null) return pixels;
		for (final boolean in : pixels.inside()) if (in) return pixels;
		return new Pixels(pixels.width(), pixels.height(), pixels.channels(), pixels.values(), null, pixels.maximum());
	}

	/**
	 * Says which items have broken pixels.
	 *
	 * @param broken as from {@link #forEach}
	 * @param what was done with them, such as "they were replaced by the median of the item's finite pixels"
	 * @param notes gets one sentence, if there is such an item
	 */
	public static void note(final int[] broken, final String what, final List<Note> notes) {
		final int[] items = IntStream.range(0, broken.length).filter(i -> broken[i] > 0).toArray();
		if (items.length > 0) notes.add(Note.warning(items, "NaN or infinite pixels", what));
	}
}
