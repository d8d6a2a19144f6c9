package sc.fiji.standout.imagej;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import javax.imageio.ImageIO;

import ij.ImagePlus;

import sc.fiji.standout.feature.Survey;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.matrix.Progress;

/**
 * Time and memory of opening a folder of many small pictures, and of the photographs beside the checkout:
 * {@code FolderBenchmark [COUNT]}. Makes its pictures in the temporary folder, and deletes them.
 */
public final class FolderBenchmark {

	private static final int KINDS = 20;

	private FolderBenchmark() {}

	public static void main(final String... arguments) throws IOException {
		final int count = arguments.length == 0 ? 20_000 : Integer.parseInt(arguments[0]);
		final Path folder = Files.createTempDirectory("folder-benchmark");
		try {
			fill(folder, count);
			measure(folder.toFile());
			measure(folder.toFile());
		}
		finally {
			for (final File sub : folder.toFile().listFiles()) {
				for (final File file : sub.listFiles()) Files.delete(file.toPath());
				Files.delete(sub.toPath());
			}
			Files.delete(folder);
		}
		final File photos = new File("../shared/data/photos_caltech101");
		if (photos.exists()) for (int i = 0; i < 3; i++) measure(photos);
	}

	private static void fill(final Path folder, final int count) throws IOException {
		final Random random = new Random(1);
		for (int kind = 0; kind < KINDS; kind++) Files.createDirectory(folder.resolve("kind " + kind));
		for (int i = 0; i < count; i++) {
			final BufferedImage image = new BufferedImage(20 + i % 17, 20 + i % 13, BufferedImage.TYPE_BYTE_GRAY);
			for (int x = 0; x < 20; x++) image.getRaster().setSample(x, i % 20, 0, random.nextInt(256));
			final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			ImageIO.write(image, i % 2 == 0 ? "png" : "jpg", bytes);
			Files.write(folder.resolve("kind " + i % KINDS + "/cell " + i + ".png"), bytes.toByteArray());
		}
	}

	private static void measure(final File folder) {
		final long before = used();
		final long start = System.nanoTime();
		final ImagePlus image = ImageFolder.open(folder.getPath(), 0, true, Progress.NONE).image();
		final double open = (System.nanoTime() - start) / 1e9;
		final Items items = ImageItems.slices(image);
		final long held = used() - before;
		final long survey = System.nanoTime();
		Survey.of(items, Progress.NONE);
		System.out.printf("%d pictures: opened in %.2f s; %.1f MB held; survey of the items in %.2f s%n", items.size(), open,
			held / 1e6, (System.nanoTime() - survey) / 1e9);
		image.flush();
	}

	private static long used() {
		for (int i = 0; i < 3; i++) System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}
}
