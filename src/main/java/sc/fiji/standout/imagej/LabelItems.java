package sc.fiji.standout.imagej;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import sc.fiji.standout.matrix.Progress;

/**
 * The labels of a label image: every value above 0 of every frame is one item, by frame, then by value. The numbers
 * need not be consecutive, and a label may have several parts. Only bounding boxes are kept.
 */
final class LabelItems extends RegionItems {

	private record Label(int slice, int labelSlice, int value, Rectangle bounds) {}

	private final Planes labels;
	private final int width;
	private final List<Label> items = new ArrayList<>();

	LabelItems(final ImagePlus image, final ImagePlus labelImage, final Progress progress) {
		super(image, "labels");
		checkSizes(image, labelImage);
		labels = new Planes(labelImage, 2);
		width = image.getWidth();
		final int count = frames.count();
		final int step = labels.size() == count ? 1 : labels.size() / count;
		Map<Integer, Rectangle> found = null;
		for (int f = 0; f < count; f++) {
			final int labelSlice = labels.size() == 1 ? 1 : f * step + 1;
			if (found == null || labels.size() > 1) found = find(labelSlice, progress);
			for (final Map.Entry<Integer, Rectangle> label : found.entrySet()) {
				items.add(new Label(frames.slice(f), labelSlice, label.getKey(), label.getValue()));
			}
			progress.report((f + 1.0) / count);
		}
		if (items.isEmpty()) throw new IllegalArgumentException("The label image '" + labelImage.getTitle() +
			"' has no label; it must have pixels above 0.");
	}

	@Override
	public int size() {
		return items.size();
	}

	@Override
	Rectangle bounds(final int item) {
		return items.get(item).bounds();
	}

	@Override
	int slice(final int item) {
		return items.get(item).slice();
	}

	@Override
	String name(final int item) {
		return String.valueOf(items.get(item).value());
	}

	@Override
	boolean[] inside(final int item) {
		final Label label = items.get(item);
		final Rectangle r = label.bounds();
		final Object plane = labels.pixels(label.labelSlice());
		final boolean[] inside = new boolean[r.width * r.height];
		for (int y = 0, i = 0; y < r.height; y++) {
			for (int x = 0; x < r.width; x++, i++) inside[i] = value(plane, (r.y + y) * width + r.x + x) == label.value();
		}
		return inside;
	}

	@Override
	Roi shape(final int item) {
		final Rectangle r = bounds(item);
		final boolean[] inside = inside(item);
		final ByteProcessor mask = new ByteProcessor(r.width, r.height);
		for (int i = 0; i < inside.length; i++) if (inside[i]) mask.set(i, 255);
		mask.setThreshold(255, 255, ImageProcessor.NO_LUT_UPDATE);
		final Roi roi = new ThresholdToSelection().convert(mask);
		final Rectangle traced = roi.getBounds();
		roi.setLocation(r.x + traced.x, r.y + traced.y);
		return roi;
	}

	/** The bounding boxes of the labels of one slice, by value. */
	private Map<Integer, Rectangle> find(final int labelSlice, final Progress progress) {
		final Object plane = labels.pixels(labelSlice);
		final Map<Integer, int[]> corners = new TreeMap<>();
		final int height = frames.height();
		int last = 0;
		int[] box = null;
		for (int y = 0; y < height; y++) {
			progress.check();
			for (int x = 0; x < width; x++) {
				final int value = value(plane, y * width + x);
				if (value <= 0) continue;
				if (value != last) {
					box = corners.computeIfAbsent(value, v -> new int[] { Integer.MAX_VALUE, Integer.MAX_VALUE, -1, -1 });
					last = value;
				}
				box[0] = Math.min(box[0], x);
				box[1] = Math.min(box[1], y);
				box[2] = Math.max(box[2], x);
				box[3] = Math.max(box[3], y);
			}
		}
		final Map<Integer, Rectangle> found = new TreeMap<>();
		corners.forEach((value, b) -> found.put(value, new Rectangle(b[0], b[1], b[2] - b[0] + 1, b[3] - b[1] + 1)));
		return found;
	}

	private int value(final Object plane, final int i) {
		if (plane instanceof byte[] bytes) return bytes[i] & 0xff;
		if (plane instanceof short[] shorts) return shorts[i] & 0xffff;
		final float value = ((float[]) plane)[i];
		if (!(value > 0)) return 0;
		if (value != (int) value) throw new IllegalArgumentException("The label image '" + labels.title() +
			"' has the value " + value + "; labels must be whole numbers.");
		return (int) value;
	}

	private void checkSizes(final ImagePlus image, final ImagePlus labelImage) {
		if (labelImage.getBitDepth() == 24) throw new IllegalArgumentException("The label image '" + labelImage
			.getTitle() + "' is RGB; it must be 8-, 16- or 32-bit.");
		final int slices = labelImage.getStackSize();
		if (image.getWidth() == labelImage.getWidth() && image.getHeight() == labelImage.getHeight() && (slices == 1 ||
			slices == frames.count() || slices == image.getStackSize())) return;
		throw new IllegalArgumentException("The label image '" + labelImage.getTitle() + "' is " + size(labelImage) +
			", but '" + image.getTitle() + "' is " + size(image) +
			"; it must have the same width and height, and 1 slice or as many as the image.");
	}

	private static String size(final ImagePlus image) {
		final int n = image.getStackSize();
		return image.getWidth() + " x " + image.getHeight() + " pixels with " + n + (n == 1 ? " slice" : " slices");
	}
}
