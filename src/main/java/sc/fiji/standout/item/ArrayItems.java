package sc.fiji.standout.item;

import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.BooleanType;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.type.numeric.RealType;

/** Items whose pixels are already in memory as arrays, for scripts and tests. */
public final class ArrayItems implements Items {

	private final List<Pixels> images;
	private final List<String> labels;

	private ArrayItems(final List<Pixels> images, final List<String> labels) {
		this.images = List.copyOf(images);
		this.labels = List.copyOf(labels);
		if (!labels.isEmpty() && labels.size() != images.size()) throw new IllegalArgumentException(labels.size() +
			" labels for " + images.size() + " items; there must be one for each.");
	}

	/** Items without labels. {@link Pixels#maximum()} chooses the pixel type: up to 255, up to 65535, or float. */
	public static ArrayItems of(final List<Pixels> images) {
		return new ArrayItems(images, List.of());
	}

	/** Items with one label each. */
	public static ArrayItems of(final List<Pixels> images, final List<String> labels) {
		return new ArrayItems(images, labels);
	}

	@Override
	public int size() {
		return images.size();
	}

	@Override
	public String description() {
		return images.size() + " images in memory";
	}

	@Override
	public Place place(final int item) {
		return new Place(item + 1, "");
	}

	@Override
	public String label(final int item) {
		return labels.isEmpty() ? "" : labels.get(item);
	}

	@Override
	public int[] dimensions(final int item) {
		final Pixels image = images.get(item);
		return new int[] { image.width(), image.height(), image.channels() };
	}

	@Override
	public RandomAccessibleInterval<? extends RealType<?>> pixels(final int item) {
		final Pixels image = images.get(item);
		final float[] values = image.values();
		final long[] size = { image.width(), image.height(), image.channels() };
		if (image.maximum() <= 255) {
			final byte[] bytes = new byte[values.length];
			for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) Math.round(values[i]);
			return ArrayImgs.unsignedBytes(bytes, size);
		}
		if (image.maximum() <= 65535) {
			final short[] shorts = new short[values.length];
			for (int i = 0; i < shorts.length; i++) shorts[i] = (short) Math.round(values[i]);
			return ArrayImgs.unsignedShorts(shorts, size);
		}
		return ArrayImgs.floats(values, size);
	}

	@Override
	public RandomAccessibleInterval<? extends BooleanType<?>> mask(final int item) {
		final Pixels image = images.get(item);
		if (image.inside() == null) return null;
		final Img<NativeBoolType> mask = ArrayImgs.booleans(image.inside(), image.width(), image.height());
		return mask;
	}
}
