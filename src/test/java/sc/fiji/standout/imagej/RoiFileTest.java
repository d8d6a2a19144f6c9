package sc.fiji.standout.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Rectangle;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import sc.fiji.standout.item.Items;

class RoiFileTest {

	@TempDir
	Path folder;

	@Test
	void readsOneRoi() throws IOException {
		final Path file = folder.resolve("cell.roi");
		Files.write(file, RoiEncoder.saveAsByteArray(new OvalRoi(3, 4, 5, 6)));
		final Roi[] rois = RoiFile.read(file.toString());
		assertEquals(1, rois.length);
		assertEquals("cell", rois[0].getName());
		assertEquals(new Rectangle(3, 4, 5, 6), rois[0].getBounds());
	}

	@Test
	void readsWhatTheRoiManagerSaved() {
		final File zip = new File("../shared/data/fields/fluo_696x520_1_RoiSet.zip");
		assumeTrue(zip.exists(), "missing: " + zip);
		final Roi[] rois = RoiFile.read(zip.getPath());
		assertEquals(369, rois.length);
		assertEquals("nucleus_0001", rois[0].getName());
		final ImagePlus field = new ImagePlus(new File("../shared/data/fields/fluo_696x520_1.tif").getPath());
		assertEquals(369, ImageItems.of(field, "ROIs", zip.getPath(), "", 0, sc.fiji.standout.matrix.Progress.NONE).size());
	}

	@Test
	void saysWhatIsNoRoiFile() throws IOException {
		final Path text = folder.resolve("text.zip");
		Files.writeString(text, "no zip");
		final Path broken = folder.resolve("broken.roi");
		Files.writeString(broken, "no roi");
		for (final Path path : new Path[] { text, broken, folder.resolve("none.zip") }) {
			final String message = assertThrows(IllegalArgumentException.class, () -> RoiFile.read(path.toString()))
				.getMessage();
			assertTrue(message.startsWith("rois=" + path), message);
		}
	}

	@Test
	void dimensionsAreKnownWithoutReading() {
		final ImagePlus rgb = ij.IJ.createImage("rgb", "RGB ramp", 32, 24, 4);
		final ImagePlus composite = ij.IJ.createHyperStack("composite", 32, 24, 2, 1, 5, 16);
		for (final Items items : new Items[] { ImageItems.slices(rgb), ImageItems.frames(composite), ImageItems.slices(
			composite), ImageItems.tiles(rgb, 8), ImageItems.rois(rgb, new OvalRoi(3, 4, 5, 6)) })
		{
			for (int i = 0; i < items.size(); i++) {
				final var pixels = items.pixels(i);
				assertArrayEquals(new int[] { (int) pixels.dimension(0), (int) pixels.dimension(1), (int) pixels.dimension(2) },
					items.dimensions(i), items.description());
			}
		}
	}
}
