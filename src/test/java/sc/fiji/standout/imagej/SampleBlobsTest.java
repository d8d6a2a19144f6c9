package sc.fiji.standout.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;

import sc.fiji.standout.item.Pixels;
import sc.fiji.standout.study.Study;

class SampleBlobsTest {

	/** All rows but the two that were edited after make_blobs. */
	@Test
	void duplicatesArePlantedWhenAskedFor() {
		final sc.fiji.standout.matrix.Matrix plain = SampleBlobs.blobs(100, 33).points();
		final sc.fiji.standout.matrix.Matrix planted = Studies.of(SampleBlobs.create(100, 33, true)).features().matrix();
		for (int i = 0; i < 100; i++) {
			for (int j = 0; j < 2; j++) {
				final double expected = i == 79 ? plain.get(24, j) : i == 63 ? plain.get(58, j) + 1e-5 : plain.get(i, j);
				assertEquals(expected, planted.get(i, j));
			}
		}
		assertThrows(IllegalArgumentException.class, () -> SampleBlobs.create(79, 33, true));
	}

	@Test
	void pointsAreThoseOfScikitLearnToTheLastBit() throws IOException {
		final List<String> lines = Files.readAllLines(TestData.file("blobs.csv").toPath());
		final SampleBlobs.Blobs blobs = SampleBlobs.blobs(100, 33);
		int compared = 0;
		for (final String line : lines.subList(1, lines.size())) {
			final String[] cells = line.split(",");
			final int i = Integer.parseInt(cells[0]);
			assertEquals(Integer.parseInt(cells[3]), blobs.labels()[i], line);
			if (i == 79 || i == 63) continue;
			assertEquals(Double.parseDouble(cells[1]), blobs.points().get(i, 0), line);
			assertEquals(Double.parseDouble(cells[2]), blobs.points().get(i, 1), line);
			compared++;
		}
		assertEquals(98, compared);
	}

	/**
	 * Computed once with scikit-learn 1.2.1 and NumPy 1.24.2: zlib.crc32(X.astype('>f8').tobytes()) and the sum of the
	 * labels times their row, for make_blobs(n, centers, cluster_std=0.3, random_state=seed); of many points, the CRC of
	 * np.rint(X * 1e12).astype('>i8'), since the logarithm of the C library is not always rounded to the nearest.
	 */
	@Test
	void otherCountsAndSeedsTooAndBlobsOfUnequalSizes() {
		assertBlobs(3, 0, 689516782L, 1L, true);
		assertBlobs(7, 1, 555475797L, 41L, true);
		assertBlobs(1000, 42, 1768894775L, 1020057L, true);
		assertBlobs(1003, 2147483647, 1500546079L, 994295L, true);
		assertBlobs(20000, 5, 2090091900L, 399493842L, false);
		assertBlobs(100000, -1, 3423953348L, 9990525351L, false);
	}

	private static void assertBlobs(final int count, final int seed, final long crc, final long labelSum,
		final boolean exact)
	{
		final SampleBlobs.Blobs blobs = SampleBlobs.blobs(count, seed);
		final CRC32 sum = new CRC32();
		for (final double value : blobs.points().toDoubles()) {
			final long bits = exact ? Double.doubleToLongBits(value) : (long) Math.rint(value * 1e12);
			sum.update(ByteBuffer.allocate(8).putLong(bits).array());
		}
		long labels = 0;
		for (int i = 0; i < count; i++) labels += (long) i * blobs.labels()[i];
		assertEquals(labelSum, labels, count + " blobs, seed " + seed);
		assertEquals(crc, sum.getValue(), count + " blobs, seed " + seed);
	}

	@Test
	void imageHasStudyWithPointsAndRois() {
		final ImagePlus image = SampleBlobs.create(100, 33);
		final Study study = Studies.require(image);
		assertEquals("Sample Blobs", image.getTitle());
		assertEquals(100, image.getOverlay().size());
		assertEquals(List.of("x", "y"), study.features().names());
		assertEquals(SampleBlobs.blobs(100, 33).points(), study.features().matrix());
		final int[] labels = SampleBlobs.blobs(100, 33).labels();
		for (int i = 0; i < 100; i++) {
			assertEquals(String.valueOf(labels[i]), study.label(i));
			assertEquals("blob " + (i + 1), study.items().place(i).roi());
			final Pixels pixels = Pixels.read(study.items(), i);
			assertEquals(7, pixels.width());
			for (int k = 0; k < 49; k++) if (pixels.inside()[k]) assertEquals(255, pixels.values()[k], "dot drawn");
		}
		// the same items come back when a command asks the image for its ROIs
		assertEquals("4", ImageItems.of(image, "ROIs", "", 0).label(1));
	}

	@Test
	void dotsLieWhereThePointsAre() {
		final ImagePlus image = SampleBlobs.create(500, 1);
		final double[] x = Studies.require(image).features().matrix().column(0);
		final double[] y = Studies.require(image).features().matrix().column(1);
		final ImageBacked items = (ImageBacked) Studies.require(image).items();
		for (int i = 1; i < 500; i++) {
			final double dx = items.outline(i).getBounds().x - items.outline(0).getBounds().x;
			final double dy = items.outline(i).getBounds().y - items.outline(0).getBounds().y;
			if (Math.abs(x[i] - x[0]) > 0.2) assertEquals(Math.signum(x[i] - x[0]), Math.signum(dx));
			if (Math.abs(y[i] - y[0]) > 0.2) assertEquals(Math.signum(y[i] - y[0]), -Math.signum(dy), "y points up");
		}
	}

	@Test
	void badCountsAreSaidInOneSentence() {
		for (final int count : new int[] { -1, 0, 2, 100_001 }) {
			final String message = assertThrows(IllegalArgumentException.class, () -> SampleBlobs.create(count, 1))
				.getMessage();
			assertTrue(message.contains("count=" + count) && message.contains("3 to 100000"), message);
		}
	}
}
