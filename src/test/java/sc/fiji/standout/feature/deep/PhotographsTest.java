package sc.fiji.standout.feature.deep;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.Place;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/** Photographs of one class are each other's neighbours in the features of MobileNetV2. */
class PhotographsTest {

	private static final Path FOLDER = Path.of("../shared/data/photos_caltech101");
	private static final String OTHERS = "BACKGROUND_Google";

	@Test
	void neighboursAreOfTheSameClass() throws IOException {
		Assumptions.assumeTrue(Files.exists(FOLDER), "missing: " + FOLDER);
		final List<Path> files = new ArrayList<>();
		final List<String> classes = new ArrayList<>();
		for (final String line : Files.readAllLines(Path.of(FOLDER + "_labels.csv"))) {
			final String[] fields = line.split(",");
			if (fields[0].equals("index") || fields[2].equals(OTHERS)) continue;
			files.add(FOLDER.resolve(fields[1]));
			classes.add(fields[2]);
		}
		final Settings settings = Settings.of("file", SharedModels.path("mobilenetv2_features.onnx"));
		final Matrix features = new CnnFeaturizer().features(new Photographs(files), settings, Progress.NONE).matrix();
		int right = 0;
		for (int i = 0; i < files.size(); i++) if (classes.get(i).equals(classes.get(nearest(features, i)))) right++;
		System.out.printf("leave-one-out 1-NN accuracy: %d of %d = %.4f%n", right, files.size(), (double) right / files.size());
		assertTrue(right >= 0.97 * files.size() && files.size() == 600, right + " of " + files.size());
	}

	/** By the cosine. */
	private static int nearest(final Matrix features, final int item) {
		final double[] mine = new double[features.columns()];
		final double[] other = new double[features.columns()];
		features.row(item, mine);
		int nearest = -1;
		double best = -2;
		for (int i = 0; i < features.rows(); i++) {
			if (i == item) continue;
			features.row(i, other);
			double dot = 0;
			double length = 0;
			for (int j = 0; j < other.length; j++) {
				dot += mine[j] * other[j];
				length += other[j] * other[j];
			}
			if (dot / Math.sqrt(length) <= best) continue;
			best = dot / Math.sqrt(length);
			nearest = i;
		}
		return nearest;
	}

	/** Files of differing sizes, each read when asked for. */
	private record Photographs(List<Path> files) implements Items {

		@Override
		public int size() {
			return files.size();
		}

		@Override
		public String description() {
			return files.size() + " photographs";
		}

		@Override
		public Place place(final int item) {
			return new Place(item + 1, "");
		}

		@Override
		public String label(final int item) {
			return files.get(item).toString();
		}

		@Override
		public int[] dimensions(final int item) {
			// Only the channels matter to the features
			return new int[] { 300, 300, 3 };
		}

		@Override
		public RandomAccessibleInterval<? extends RealType<?>> pixels(final int item) {
			try {
				final BufferedImage image = ImageIO.read(files.get(item).toFile());
				final int width = image.getWidth();
				final int size = width * image.getHeight();
				final Raster raster = image.getRaster();
				final byte[] values = new byte[3 * size];
				// The grey of a JPEG as it is, which getRGB would make brighter
				final boolean grey = raster.getNumBands() == 1;
				for (int c = 0; c < 3; c++) {
					for (int i = 0; i < size; i++) values[c * size + i] = (byte) (grey ? raster.getSample(i % width, i / width, 0)
						: image.getRGB(i % width, i / width) >> 16 - 8 * c);
				}
				return ArrayImgs.unsignedBytes(values, width, image.getHeight(), 3);
			}
			catch (final IOException e) {
				throw new IllegalStateException(e);
			}
		}
	}
}
