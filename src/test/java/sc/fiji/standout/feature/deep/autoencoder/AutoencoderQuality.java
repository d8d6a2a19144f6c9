package sc.fiji.standout.feature.deep.autoencoder;

import java.io.DataInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;

import ij.IJ;
import sc.fiji.standout.feature.Features;
import sc.fiji.standout.imagej.ImageItems;
import sc.fiji.standout.item.ArrayItems;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.Pixels;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/**
 * How well the plain and the corrected reconstruction error find what was planted (ROC AUC). Arguments: what to look in
 * ({@code sandals}, {@code boots}, or {@code STACK:LABEL,LABEL...} of the shared data with the labels of the normal
 * items, {@code 0.02} of the others being planted), then epochs, one or several.
 */
public final class AutoencoderQuality {

	private static final String FASHION = "/usr/share/datasets/fashion-mnist/";
	private static final String SANDALS = "fashion_sandals_1pct_tshirts.tif";

	/** Items, and which of them are to be found. */
	record Task(Items items, boolean[] planted) {}

	private AutoencoderQuality() {}

	public static void main(final String... arguments) throws IOException {
		final Task task = switch (arguments[0]) {
			case "sandals" -> stack(SANDALS, List.of("Sandal", "5"), 1);
			case "boots" -> boots();
			default -> stack(arguments[0].split(":")[0], List.of(arguments[0].split(":")[1].split(",")), 0.02);
		};
		for (int a = 1; a < arguments.length; a++) {
			final long begin = System.nanoTime();
			final Features features = new AutoencoderFeaturizer().features(task.items, Settings.of("epochs", arguments[a]),
				Progress.NONE);
			System.out.printf("%-20s epochs %3s  error %.3f  corrected %.3f  %.0f s  %s%n", arguments[0], arguments[a], auc(
				features.measured().column(0), task.planted), auc(features.measured().column(1), task.planted), (System
					.nanoTime() - begin) / 1e9, features.notes());
		}
	}

	/** The normal items and a fraction of the others, in the order of the stack. */
	static Task stack(final String name, final List<String> normal, final double fraction) {
		final Items all = ImageItems.slices(IJ.openImage(new File("../shared/data/" + name).getPath()));
		final List<Integer> others = new ArrayList<>();
		final List<Integer> kept = new ArrayList<>();
		for (int i = 0; i < all.size(); i++) (normal.contains(all.label(i).split(" ")[0]) ? kept : others).add(i);
		final int count = Math.min(others.size(), fraction == 1 ? others.size() : (int) Math.round(fraction * kept.size()));
		java.util.Collections.shuffle(others, new java.util.Random(1));
		kept.addAll(others.subList(0, count));
		kept.sort(null);
		final List<Pixels> images = new ArrayList<>();
		final boolean[] planted = new boolean[kept.size()];
		for (int k = 0; k < planted.length; k++) {
			images.add(Pixels.read(all, kept.get(k)));
			planted[k] = !normal.contains(all.label(kept.get(k)).split(" ")[0]);
		}
		return new Task(ArrayItems.of(images), planted);
	}

	/** 7000 ankle boots and 70 bags of Debian's package dataset-fashion-mnist, shuffled. */
	private static Task boots() throws IOException {
		final List<Pixels> images = new ArrayList<>();
		final List<Boolean> planted = new ArrayList<>();
		int bags = 0;
		for (final String part : new String[] { "train", "t10k" }) {
			try (DataInputStream pixels = open(part + "-images-idx3-ubyte.gz", 16); DataInputStream labels = open(part +
				"-labels-idx1-ubyte.gz", 8))
			{
				final byte[] image = new byte[784];
				for (int label = labels.read(); label >= 0; label = labels.read()) {
					pixels.readFully(image);
					if (label != 9 && (label != 8 || bags++ >= 70)) continue;
					final float[] values = new float[784];
					for (int i = 0; i < 784; i++) values[i] = image[i] & 255;
					images.add(new Pixels(28, 28, 1, values, null, 255));
					planted.add(label == 8);
				}
			}
		}
		final SplittableRandom random = new SplittableRandom(1);
		final List<Integer> order = new ArrayList<>();
		for (int i = 0; i < images.size(); i++) order.add(random.nextInt(i + 1), i);
		final boolean[] shuffled = new boolean[order.size()];
		for (int i = 0; i < shuffled.length; i++) shuffled[i] = planted.get(order.get(i));
		return new Task(ArrayItems.of(order.stream().map(images::get).toList()), shuffled);
	}

	private static DataInputStream open(final String name, final int header) throws IOException {
		final DataInputStream in = new DataInputStream(new GZIPInputStream(new FileInputStream(FASHION + name), 1 << 16));
		in.readFully(new byte[header]);
		return in;
	}

	/** The area under the ROC curve, ties counted by half: how often a planted item is above another one. */
	static double auc(final double[] scores, final boolean[] planted) {
		double sum = 0;
		int count = 0;
		for (int i = 0; i < scores.length; i++) {
			if (!planted[i]) continue;
			count++;
			int below = 0;
			int equal = -1;
			for (final double value : scores) {
				if (value < scores[i]) below++;
				else if (value == scores[i]) equal++;
			}
			sum += below + 0.5 * equal;
		}
		final double pairsOfPlanted = count * (count - 1) / 2.0;
		return (sum - pairsOfPlanted) / ((double) count * (scores.length - count));
	}
}
