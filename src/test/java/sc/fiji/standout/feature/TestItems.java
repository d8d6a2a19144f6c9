package sc.fiji.standout.feature;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Assumptions;

import ij.ImageStack;
import ij.io.Opener;
import sc.fiji.standout.item.ArrayItems;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.Pixels;

/** Items for the tests of features. */
public final class TestItems {

	/** One value for each pixel. */
	public interface Painter {

		double at(int item, int x, int y, int channel);
	}

	private TestItems() {}

	public static Items paint(final int count, final int width, final int height, final int channels,
		final double maximum, final Painter painter)
	{
		final List<Pixels> images = new ArrayList<>();
		for (int i = 0; i < count; i++) images.add(image(i, width, height, channels, maximum, painter));
		return ArrayItems.of(images);
	}

	static Pixels image(final int item, final int width, final int height, final int channels, final double maximum,
		final Painter painter)
	{
		final float[] values = new float[width * height * channels];
		for (int c = 0, k = 0; c < channels; c++) {
			for (int y = 0; y < height; y++) for (int x = 0; x < width; x++) values[k++] = (float) painter.at(item, x, y, c);
		}
		return new Pixels(width, height, channels, values, null, maximum);
	}

	/** Noisy blobs, each a little different. */
	public static Items blobs(final int count, final int size, final int channels, final double maximum) {
		final double top = Math.min(maximum, 200);
		return paint(count, size, size, channels, maximum, (i, x, y, c) -> {
			final Random random = new Random(((i * 31L + c) * 4099 + x) * 4099 + y);
			final double center = size / 2.0 + (i % 5 - 2) * size / 20.0;
			final double r = Math.hypot(x - center, y - size / 2.0) / (size * (0.2 + 0.01 * (i % 7)));
			return Math.rint(top * (0.1 + 0.7 * Math.exp(-r * r) * (c + 1) / channels + 0.1 * random.nextDouble()));
		});
	}

	public static List<Pixels> pixels(final Items items) {
		final List<Pixels> images = new ArrayList<>();
		for (int i = 0; i < items.size(); i++) images.add(Pixels.read(items, i));
		return images;
	}

	/** A grey stack of the shared test data, its slice labels as labels. */
	public static Items shared(final String name) {
		final File file = new File("../shared/data/" + name);
		Assumptions.assumeTrue(file.exists(), "missing: ../shared/data/" + name);
		final ImageStack stack = new Opener().openImage(file.getPath()).getStack();
		final List<Pixels> images = new ArrayList<>();
		final List<String> labels = new ArrayList<>();
		for (int i = 1; i <= stack.size(); i++) {
			final float[] values = (float[]) stack.getProcessor(i).convertToFloatProcessor().getPixels();
			images.add(new Pixels(stack.getWidth(), stack.getHeight(), 1, values, null, stack.getBitDepth() == 8 ? 255
				: 65535));
			labels.add(stack.getShortSliceLabel(i));
		}
		return ArrayItems.of(images, labels);
	}
}
